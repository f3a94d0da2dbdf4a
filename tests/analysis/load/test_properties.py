"""Nothing gets lost: whatever the dates, the calendars and the periods, the days come out the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.load.plans import everyone, plan_of

from alignplan.analysis.load.amounts import amounts, digests
from alignplan.analysis.load.load import all_periods
from alignplan.analysis.load.open_work import open_work
from alignplan.analysis.load.periods import By
from alignplan.analysis.schedule.lengths import length_of_action
from alignplan.analysis.status import step_status
from alignplan.model.kinds import Kind

TODAY = date(2026, 11, 22)
DAYS = st.integers(-60, 400).map(lambda days: TODAY + timedelta(days=days))
WHO = st.sampled_from(
    ["", "owner: leo", "owner: team", "assigned: {mia: 50%}", "assigned: [mia, leo]", "any_of: [mia, leo, kim]",
     "assigned: {team: 150%, kim: 20%}", "skills: baking"]
)  # fmt: skip
STATE = st.sampled_from(
    [
        "",
        "progress: 30%",
        "started: 2026-11-02",
        "status: paused",
        "status: active, remaining: 3d",
        "status: done",
    ]
)
PEOPLE = """people:
  mia: {team: team, capacity: 80%}
  leo: {team: team, leave: [2026-12, {from: 2027-02-01, hours: 3}], skills: baking}
  kim: {calendar: short, from: 2027-01-15, until: 2027-03-31}
teams: {team: {}}
calendars: {short: {workdays: [tue, sat], hours: 5}}
resources: {oven: {capacity: 2}}
objectives: {o: O}
"""


@st.composite
def actions(draw: st.DrawFn) -> list[str]:
    found = []
    for at in range(draw(st.integers(1, 6))):
        start, due = draw(DAYS), draw(DAYS)
        words = [
            f"effort: {draw(st.integers(0, 400)) / 10}d",
            draw(WHO),
            draw(STATE),
            draw(st.sampled_from(["", f"start: {start}"])),
            draw(st.sampled_from(["", f"due: {due}"])),
            draw(st.sampled_from(["", "uses: oven"])),
        ]
        found.append(f"      a{at}: {{{', '.join(word for word in words if word)}}}")
    return found


def plan_with(listed: list[str]) -> str:
    head = "tactics:\n  t:\n    supports: o\n    owner: mia\n    start: 2026-10-01\n    due: 2027-03-31\n    actions:\n"
    return PEOPLE + head + "\n".join(listed) + "\n"


@settings(max_examples=60, deadline=None)
@given(actions())
def test_the_days_of_all_are_the_open_effort_whatever_the_periods(listed: list[str]) -> None:
    plan = plan_of(plan_with(listed))
    tactic = plan.graph.kinds[Kind.TACTIC][0]
    wanted = 0.0
    for action in tactic.model.actions.values():
        status = step_status(action, plan.today)
        if status not in ("done", "dropped"):
            wanted += open_work(action, status, plan.week).days
    for by in By:
        found = everyone(plan, by)
        people = [found[who].demand for who in ("mia", "leo", "kim")]
        own = sum(piece.days for piece in plan.demand.of("team"))
        assert sum(people) + own == pytest.approx(wanted)
        assert found["team"].demand == pytest.approx(people[0] + people[1] + own)


@settings(max_examples=30, deadline=None)
@given(actions())
def test_weeks_months_and_quarters_have_the_same_capacity(listed: list[str]) -> None:
    plan = plan_of(plan_with(listed))
    last = all_periods(plan, plan.demand, By.QUARTER)[-1].last
    sums = []
    for by in By:
        periods = all_periods(plan, plan.demand, by, None, last)
        assert (periods[0].first, periods[-1].last) == (TODAY, last)
        assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(periods))
        presence = plan.demand.presence
        sums.append(
            [
                sum(presence.capacity(node, *one.within(TODAY)) or 0.0 for one in periods)
                for kind in (Kind.PERSON, Kind.TEAM, Kind.RESOURCE)
                for node in plan.graph.kinds[kind]
            ]
        )
    assert sums[1] == pytest.approx(sums[0])
    assert sums[2] == pytest.approx(sums[0])


@settings(max_examples=60, deadline=None)
@given(actions())
def test_what_is_open_is_what_a_schedule_takes(listed: list[str]) -> None:
    plan = plan_of(plan_with(listed))
    for node in plan.graph.of(Kind.ACTION):
        status = step_status(node.model, plan.today)
        if status in ("done", "dropped"):
            continue
        work, length = (
            open_work(node.model, status, plan.week),
            length_of_action(node.model, plan.span(node), status),
        )
        assert work.source is length.source
        assert length.amount is not None
        assert work.days == pytest.approx(length.amount.days())


@settings(max_examples=30, deadline=None)
@given(actions())
def test_amounts_are_the_same_found_with_the_load_and_without(listed: list[str]) -> None:
    plan = plan_of(plan_with(listed))
    assert digests(amounts(plan)) == digests(plan.demand.amounts)
