"""What a schedule says can be taken apart: where things lie, how long they take, how late and how free they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.analysis.explaining.test_walk import walked
from tests.analysis.explaining.walking import EXAMPLES, NAMES, grounds_of, node_of
from tests.plans import written

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explained
from alignplan.analysis.explaining.placing import placing

MONDAY = date(2026, 11, 2)
PLAN = """alignplan: 1
plan: {title: Shop, horizon: {start: 2026-01-01, due: 2026-12-31}, calendar: us}
calendars: {us: {holidays: [2026-11-11]}}
people: {ana: {}, ben: {capacity: 50%}}
objectives: {o: {title: O, due: 2026-11-20}}
tactics:
  t:
    supports: o
    due: 2026-11-12
    actions:
      first: {title: First, effort: 5d, assigned: [ana]}
      then: {title: Then, effort: 3d, assigned: [ana], after: first}
      half: {title: Half, effort: 4h, assigned: [ben]}
      begun: {title: Begun, effort: 2d, started: 2026-10-28, progress: 50%, owner: ben}
    milestones:
      end: {title: End, after: then}
  u: {title: U, supports: o, start: 2026-11-16, due: 2026-11-18}
"""
_Taken = Callable[[str, str], Explained]


@pytest.fixture
def grounds(tmp_path: Path) -> Grounds:
    return grounds_of(written(tmp_path, PLAN), MONDAY)


@pytest.fixture
def taken(grounds: Grounds) -> _Taken:
    return lambda id, figure: grounds.explain(node_of(grounds, id), f"schedule/{figure}")


def shown(found: Explained) -> dict[str, object]:
    """The inputs by role: what is asked for, or the value."""
    return {
        one.role: f"{one.node.id} {one.figure}" if isinstance(one, Ask) else one.value for one in found.inputs
    }


def test_all_of_it_comes_out_the_same_again(tmp_path: Path) -> None:
    assert walked(written(tmp_path, PLAN), MONDAY) > 100


def test_an_action_lasts_from_its_start_for_its_effort_by_who_does_it(taken: _Taken) -> None:
    found = taken("t/then", "finish")
    assert (found.value, found.operation.name) == (date(2026, 11, 12), "lasts")
    assert shown(found) == {
        "start": "t/then schedule/start",
        "length": "t/then schedule/length_days",
        "each": 1,
        "workdays": "mon, tue, wed, thu, fri",
        "days_off": "2026-11-11",
    }
    length = taken("t/then", "length_days")
    assert (length.value, length.operation.name) == (3, "length")
    assert (shown(length)["days"], shown(length)["share"]) == ("t/then open_days", 100)


def test_it_begins_on_the_working_day_behind_what_it_waits_for(taken: _Taken) -> None:
    found = taken("t/then", "start")
    assert (found.value, found.operation.name) == (date(2026, 11, 9), "behind")
    assert shown(found) == {"after": "t/first schedule/finish", "workdays": "mon, tue, wed, thu, fri"}
    assert (taken("t/first", "start").operation.name, shown(taken("t/first", "start"))) == (
        "today", {"value": MONDAY},
    )  # fmt: skip


def test_many_days_off_are_counted_and_not_listed(tmp_path: Path) -> None:
    days = ", ".join(f"2026-11-{day:02}" for day in (3, 4, 5, 10, 11, 12, 17))
    grounds = grounds_of(written(tmp_path, PLAN.replace("2026-11-11]", f"{days}]")), MONDAY)
    found = grounds.explain(grounds.plan.graph.plan, "schedule/makespan_days")
    assert (shown(found)["off"], "days_off" in shown(found)) == (7, False)
    assert walked(tmp_path, MONDAY) > 100


def test_what_has_begun_did_so_on_the_day_that_its_line_states(taken: _Taken) -> None:
    (leaf,) = taken("t/begun", "start").inputs
    assert not isinstance(leaf, Ask)
    assert (leaf.value, leaf.place is not None and leaf.place.route[-1]) == (date(2026, 10, 28), "started")


def test_a_milestone_and_a_tactic_end_with_what_they_wait_for(taken: _Taken) -> None:
    assert shown(taken("t/end", "finish")) == {"value": "t/then schedule/finish"}
    steps = {one.node.id for one in taken("t", "finish").inputs if isinstance(one, Ask)}
    assert steps == {"t/first", "t/then", "t/half", "t/begun", "t/end"}


def test_late_slack_and_spare_days_are_working_days_between_two_days(taken: _Taken) -> None:
    assert (taken("t", "late_days").value, taken("u", "late_days").value) == (0, 0)
    slack = taken("t/then", "slack_days")
    assert (slack.value, shown(slack)["through"]) == (4, date(2026, 11, 18))
    spare = taken("t/then", "spare_days")
    assert (spare.value, shown(spare)["through"]) == (0, date(2026, 11, 12))
    assert taken("t/then", "critical").value is False


def test_the_plan_and_its_objectives(taken: _Taken) -> None:
    assert shown(taken("o", "finish")) == {"value": "u schedule/finish"}
    hand = taken("o", "days_in_hand")
    assert (hand.value, taken("o", "late_days").value) == (2, 0)
    whole = taken("plan", "makespan_days")
    assert (whole.value, shown(whole)["days_off"]) == (12, "2026-11-11")
    assert taken("plan", "gap").value == 0


@pytest.mark.parametrize("name", NAMES)
def test_few_days_are_told_without_being_recomputed(name: str) -> None:
    """Of a day for which only the search can say why, the ground is named; and parts of days are less than two."""
    grounds = grounds_of(EXAMPLES / name)
    placed = known = 0
    for item in placing(grounds.plan).found.items.values():
        for figure in ("start", "finish"):
            found = grounds.explain(item.node, f"schedule/{figure}")
            known += found.value is not None
            if found.operation.name == "placed":
                placed += 1
                assert shown(found)["ground"] == item.why.ground.value
        for figure in ("slack_days", "spare_days"):
            rest = shown(grounds.explain(item.node, f"schedule/{figure}")).get("rest", 0)
            assert isinstance(rest, (int, float))
            assert abs(rest) <= 1
    assert placed <= known * 0.1
