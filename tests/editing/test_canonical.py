"""The canonical order of a plan file's keys: that in which new fields are put, at every place of the format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tools.golden import EXAMPLES

from alignplan.editing.canonical import PLAN_FILE
from alignplan.editing.order import keys_of
from alignplan.model.fields import field_names
from alignplan.model.kinds import Kind
from alignplan.model.plan import Lint, PlanFile
from alignplan.text.formatting import formatted
from alignplan.text.patching import Route

FILES = sorted(EXAMPLES.rglob("*.yaml"))


@pytest.mark.parametrize(
    ("route", "keys"),
    [
        ((), (*field_names(PlanFile), "x-")),
        (("plan",), keys_of(Kind.PLAN)),
        (("lint",), tuple(field_names(Lint))),
        (("tactics", "a"), keys_of(Kind.TACTIC)),
        (("tactics", "x-ray"), keys_of(Kind.TACTIC)),
        (("tactics", "a", "actions", "budget"), keys_of(Kind.ACTION)),
        (("tactics", "a", "milestones", "b"), keys_of(Kind.MILESTONE)),
        (("objectives", "a", "kpis", "when"), keys_of(Kind.KPI)),
        (("objectives", "a", "kpis", "b", "target"), ("date", "value")),
        (("kpis", "a", "range"), ("low", "high", "by")),
        (("plan", "horizon"), ("start", "due")),
        (("people", "a", "leave", 0), ("from", "until", "hours")),
        (("tactics", "a", "budget"), ("planned", "spent")),
        (("tactics", "a", "actions", "b", "effort"), ("low", "likely", "high")),
        (("tactics", "a", "actions", "b", "elapsed"), ("low", "likely", "high")),
        (("tactics", "a", "milestones", "b", "due"), ("date", "must")),
        (("tactics", "a", "moves", "b"), ("by", "lag")),
        # Ids, days and one's own keys keep the order that they have.
        (("tactics",), None),
        (("tactics", "a", "actions"), None),
        (("objectives", "a", "parent"), None),
        (("tactics", "a", "moves"), None),
        (("tactics", "a", "uses"), None),
        (("kpis", "a", "actuals"), None),
        (("lint", "severity"), None),
        (("x-mine",), None),
        (("x-mine", "budget"), None),
        (("tactics", "a", "x-mine"), None),
        (("tactics", "a", "x-mine", "budget"), None),
    ],
)
def test_the_order_at_a_place(route: Route, keys: tuple[str, ...] | None) -> None:
    assert PLAN_FILE.order(route) == keys


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(EXAMPLES)))
def test_the_examples_have_their_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert formatted(text, PLAN_FILE).text == text


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(EXAMPLES)))
def test_a_mixed_up_example_gets_its_form_back(path: Path) -> None:
    """With the fields of each item that has no comments the other way round."""
    from alignplan.text.compose import compose
    from alignplan.text.tree import parse

    data = parse(path.read_text("utf-8")).data
    straight, turned = (formatted(compose(some), PLAN_FILE).text for some in (data, _turned(data, ())))
    assert turned == straight


def _turned(data: Any, route: Route) -> Any:
    if isinstance(data, dict):
        pairs = [(key, _turned(value, (*route, key))) for key, value in data.items()]
        keys = PLAN_FILE.order(route)
        known = [key for key, _ in pairs if keys is not None and key in keys]
        return dict(reversed(pairs)) if keys is not None and len(known) == len(pairs) else dict(pairs)
    if isinstance(data, list):
        return [_turned(value, (*route, number)) for number, value in enumerate(data)]
    return data


def test_what_the_program_writes_has_its_form(tmp_path: Path) -> None:
    from tests.cli.door import typed

    folder = tmp_path / "new"
    assert typed(tmp_path, "init", str(folder), "--no-input").code == 0
    written = list(folder.rglob("*.yaml"))
    assert written
    for path in written:
        text = path.read_text("utf-8")
        assert formatted(text, PLAN_FILE).text == text
