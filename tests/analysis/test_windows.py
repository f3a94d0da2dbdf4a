"""Dates outside their windows: who sets the bound, and that nothing inherited is at fault."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess
from tests.analysis.test_size import build

from alignplan.analysis.windows import Setters, outside

IDS = [f"o{at}" for at in range(6)]
days = st.sampled_from([None, "2026-01-01", "2026-06-30", "2026-12-31", "2027-06-30"])


def entry(link: str) -> Any:
    return st.fixed_dictionaries(
        {link: st.lists(st.sampled_from(IDS), max_size=2, unique=True), "start": days, "due": days}
    )


@settings(max_examples=100, deadline=None)
@given(
    st.fixed_dictionaries({id: entry("parent") for id in IDS}),
    st.lists(entry("supports"), max_size=4),
    days,
    days,
)
def test_only_stated_dates_leave_a_window_and_a_bound_is_stated_by_its_setter(
    objectives: dict[str, Any], tactics: list[Any], start: str | None, due: str | None
) -> None:
    work = {f"t{at}": each for at, each in enumerate(tactics)}
    plan = build(plan={"horizon": {"start": start, "due": due}}, objectives=objectives, tactics=work)
    setters = Setters(plan)
    for found in outside(plan):
        assert getattr(found.node.model, found.field) == found.day
        field = "due" if found.late else "start"
        setter = setters.of(found)
        stated = setter.model.horizon if setter is plan.graph.plan else setter.model
        assert getattr(stated, field) == found.limit
        assert found.day > found.limit if found.late else found.day < found.limit


def test_a_bound_may_come_from_far_above() -> None:
    plan = assess(
        """
        objectives:
          top: {due: 2026-06-30}
          middle: {parent: top}
          bottom: {parent: middle}
        tactics:
          work: {supports: bottom, due: 2026-09-30}
        """
    )
    (found,) = outside(plan)
    assert (found.node.id, found.day, found.limit) == ("work", date(2026, 9, 30), date(2026, 6, 30))
    assert [node.id for node in found.window.of] == ["bottom"]
    assert Setters(plan).of(found).id == "top"


def test_a_deep_plan_is_walked_once() -> None:
    depth = 20_000
    objectives = {f"o{at}": {"parent": f"o{at - 1}"} if at else {"due": "2026-06-30"} for at in range(depth)}
    tactics = {f"t{at}": {"supports": f"o{at}", "due": "2026-09-30"} for at in range(depth)}
    plan = build(objectives=objectives, tactics=tactics)
    setters = Setters(plan)
    assert {setters.of(found).id for found in outside(plan)} == {"o0"}
