"""`late_by` counts the days that are worked: holidays are none, and an explanation names them."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from tests.analysis.plans import assess, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Leaf
from alignplan.analysis.explaining.operations.interface import Value, compute
from alignplan.analysis.triggers import course_of, read


def late(holidays: str, as_of: str) -> Assessment:
    """A step that was due on the Wednesday before Christmas."""
    return assess(
        f"""
        alignplan: 1
        plan: {{title: P, calendar: office}}
        calendars: {{office: {{holidays: {holidays}}}}}
        tactics:
          t:
            actions: {{a: {{due: 2026-12-23}}}}
            contingencies: {{c: {{when: {{action: a, late_by: 3d}}}}}}
        """,
        as_of,
    )


@pytest.mark.parametrize(
    ("holidays", "as_of", "words", "since"),
    [
        ("[]", "2026-12-28", "`a` is 3 working days late, at least 3d", "2026-12-28"),
        ("[2026-12-24]", "2026-12-28", "`a` is 2 working days late, less than 3d", None),
        ("[DE, 2026-12-24]", "2026-12-28", "`a` is 1 working day late, less than 3d", None),
        ("[DE, 2026-12-24]", "2026-12-30", "`a` is 3 working days late, at least 3d", "2026-12-30"),
        (
            "[DE, 2026-12-24, 2026-12-31]",
            "2027-01-04",
            "`a` is 4 working days late, at least 3d",
            "2026-12-30",
        ),
    ],
)
def test_holidays_are_no_working_days(holidays: str, as_of: str, words: str, since: str | None) -> None:
    plan = late(holidays, as_of)
    reading = read(item(plan, "t/c"), plan)
    assert reading is not None
    assert reading.words == words
    found = course_of(reading, plan).since
    assert (None if found is None else found.isoformat()) == since


def test_an_explanation_has_the_days_off_and_comes_to_the_same() -> None:
    plan = late("[DE, 2026-12-24]", "2026-12-28")
    picture: Any = SimpleNamespace(plan=plan)
    grounds = Grounds(picture)
    explained = grounds.explain(item(plan, "t/c"), "holds")
    said = {one.role: one.value for one in explained.inputs if isinstance(one, Leaf)}
    assert said["days_off"] == "2026-12-24, 2026-12-25"
    assert explained.value is False
    known: list[tuple[str, Value]] = [("status", "active"), ("due", date(2026, 12, 23)), *said.items()]
    assert compute(explained.operation.name, known) is False
    assert compute(explained.operation.name, [one for one in known if one[0] != "days_off"]) is True
