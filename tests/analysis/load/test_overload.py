"""Who is overbooked, when and by what; what a locked schedule gives away twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.analysis.load.plans import december, plan_of

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.load.at_once import clashes
from alignplan.analysis.load.overload import overloads
from alignplan.model.kinds import Kind

EXAMPLES, DAY = Path(__file__).parents[3] / "examples", date(2026, 11, 22)
ALL = (Kind.PERSON, Kind.TEAM, Kind.RESOURCE)


def found(
    plan: Assessment, kinds: Sequence[Kind] = ALL, most: float = 100
) -> dict[str, list[tuple[str, float]]]:
    return {
        node.id: [(one.period.name, round(one.demand, 3)) for one in months]
        for node, months in overloads(plan, kinds, most)
    }


def test_months_and_what_fills_them() -> None:
    plan = plan_of(december("a: {effort: 15d}\nb: {effort: 20d, due: 2027-01-29}"))
    (entry,) = overloads(plan, ALL, 100)
    node, (month,) = entry
    assert (node.id, month.period.name, month.capacity) == ("mia", "2026-12", 23)
    assert [(part.id, round(part.days, 4)) for part in month.parts] == [("t/a", 15), ("t/b", 10.4545)]
    assert month.over == pytest.approx(2.4545, abs=1e-4)


def test_a_full_month_is_not_too_much() -> None:
    plan = plan_of(december("\n".join(f"a{at}: {{effort: {23 / 7:.6f}d}}" for at in range(7))))
    assert found(plan) == {}
    assert found(plan, most=99.9) == {"mia": [("2026-12", 23.0)]}


def test_half_days_of_leave_are_looked_at() -> None:
    people = "mia: {leave: [{from: 2026-12-01, until: 2026-12-31, hours: 4}]}"
    assert found(plan_of(december("a: {effort: 12d}", people))) == {"mia": [("2026-12", 12.0)]}
    assert found(plan_of(december("a: {effort: 11d}", people))) == {}


def test_a_peak_that_its_month_can_bear_is_none() -> None:
    plan = plan_of(december("a: {effort: 4d, start: 2026-12-01, due: 2026-12-04}\nb: {effort: 19d}"))
    assert found(plan) == {}


def test_this_month_is_what_is_left_of_it() -> None:
    text = december("a: {effort: 7d, start: 2026-11-01, due: 2026-11-30}").replace(
        "start: 2026-12-01", "start: 2026-11-01"
    )
    assert found(plan_of(text)) == {"mia": [("2026-11", 7.0)]}
    assert found(plan_of(text, as_of="2026-11-01")) == {}


LOCKED = "  t/a: {start: 2026-12-01, finish: 2026-12-08}\n"


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("start: 2026-12-04, finish: 2026-12-10", "2026-12-04"),
        ("start: 2026-12-08, finish: 2026-12-10", None),  # on one day, perhaps one after the other
        ("start: 2026-12-09, finish: 2026-12-10", None),
        ("start: 2026-11-23, finish: 2026-12-02", "2026-12-01"),
    ],
)
def test_at_once_by_the_locked_schedule(other: str, day: str | None) -> None:
    text = december(
        "a: {duration: 6d, uses: oven}\nb: {duration: 5d, uses: oven}", more="resources: {oven: {}}\n"
    )
    plan = plan_of(text, locked=f"{LOCKED}  t/b: {{{other}}}")
    told = [(clash.thing.id, str(clash.day), clash.units, clash.actions) for clash in clashes(plan)]
    assert told == ([("oven", day, 2, ("t/a", "t/b"))] if day else [])
    two = plan_of(text.replace("oven: {}", "oven: {capacity: 2}"), locked=f"{LOCKED}  t/b: {{{other}}}")
    assert list(clashes(two)) == []


def test_nothing_at_once_without_a_lock() -> None:
    text = december(
        "a: {duration: 6d, uses: oven}\nb: {duration: 5d, uses: oven}", more="resources: {oven: {}}\n"
    )
    assert list(clashes(plan_of(text))) == []


@pytest.mark.parametrize("example", ["outreach", "market-share"])
def test_a_schedule_that_holds_overbooks_nobody(example: str) -> None:
    from alignplan import open_plan
    from alignplan.analysis.schedule.computing import Search, scheduled
    from alignplan.analysis.schedule.keeping import lock_for

    plan = open_plan(EXAMPLES / example, as_of=DAY).assessment
    search = Search("quick", 0)
    plan.lock = lock_for(plan, scheduled(plan, search), search.effort, search.seed)
    assert plan.lock.items
    assert found(plan) == {}
    assert list(clashes(plan)) == []


def test_what_is_left_of_begun_work_ends_with_it() -> None:
    text = december("a: {effort: 10d, progress: 50%}\nb: {effort: 10d, progress: 50%}")
    plan = plan_of(
        text,
        locked="  t/a: {start: 2026-11-02, finish: 2026-11-27}\n  t/b: {start: 2026-11-09, finish: 2026-12-04}",
    )
    windows = {
        plan.demand.item(piece.number).id: (piece.first, piece.last) for piece in plan.demand.of("mia")
    }
    assert windows == {"t/a": (1, 6), "t/b": (8, 13)}  # Monday to Friday, one week after the other
    assert found(plan) == {}


def test_up_to_a_day_more_is_no_fault_of_a_schedule() -> None:
    text = december("a: {effort: 23.9d}")
    assert found(plan_of(text)) == {"mia": [("2026-12", 23.9)]}
    assert found(plan_of(text, locked="  t/a: {start: 2026-12-01, finish: 2026-12-31}")) == {}
    more = text.replace("23.9d", "24.1d")
    assert found(plan_of(more, locked="  t/a: {start: 2026-12-01, finish: 2026-12-31}")) == {
        "mia": [("2026-12", 24.1)]
    }
