"""What a schedule says: slack, lateness, critical paths, objectives, what is certain."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import assess, item
from tests.analysis.schedule.plans import planned, schedule, span

from alignplan.analysis.schedule.answer import Ground, Outcome
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.analysis.schedule.late import late_items

CHAIN = planned(
    """
    a: {effort: 5d}
    b: {effort: 5d, after: a}
    side: {owner: ben, effort: 1d, due: 2026-12-02}
    """,
    tactic="supports: o\ndue: 2026-12-11",
    more="objectives:\n  o: {title: O, due: 2026-12-18}\n  p: {title: P}\n",
)


def test_slack_is_told_twice_until_the_plan_and_until_a_due_date_suffers() -> None:
    found = schedule(CHAIN)
    a, b, side, t = (found.items[id] for id in ("t/a", "t/b", "t/side", "t"))
    assert (a.slack_days, a.spare_days, a.free_days, a.critical) == (0, 5, 0, True)
    assert (b.slack_days, b.spare_days, b.critical) == (0, 5, True)
    assert (side.slack_days, side.spare_days, side.free_days, side.critical) == (8, 6, 8, False)
    assert (t.spare_days, t.late_days) == (5, 0)
    assert (a.early_start, side.late_finish) == (date(2026, 11, 23), date(2026, 12, 4))


def test_slack_counts_who_shares_people_and_free_slack_does_not() -> None:
    found = schedule(planned("a: {effort: 5d}\nb: {effort: 5d}"))
    first, last = sorted((found.items["t/a"], found.items["t/b"]), key=lambda one: str(one.start))
    assert (first.slack_days, first.free_days, first.critical) == (0, 0, True)
    assert (last.why.ground, last.why.item, last.why.who) == (Ground.BUSY, first.node.id, "mia")
    assert last.early_start == date(2026, 11, 23)


def test_what_comes_of_objectives_and_of_the_plan() -> None:
    found = schedule(CHAIN)
    assert list(found.objectives) == ["o"]
    outcome: Outcome = found.objectives["o"]
    assert (outcome.start, outcome.finish, outcome.due) == (
        date(2026, 11, 23),
        date(2026, 12, 4),
        date(2026, 12, 18),
    )
    assert (outcome.late_days, outcome.in_hand, outcome.path) == (0, 10, ("t/a", "t/b"))
    assert found.whole.path == ("t/a", "t/b")
    assert (found.makespan_days, found.bound_days, found.bound, found.optimal) == (
        10,
        10,
        date(2026, 12, 4),
        True,
    )
    assert found.gap == 0


def test_what_is_late_and_what_breaks_a_must() -> None:
    found = schedule(
        planned(
            "a: {effort: 10d, due: {date: 2026-12-01, must: true}}\nb: {effort: 5d, owner: ben, due: 2026-12-02}"
        )
    )
    assert found.broken == ("t/a",)
    assert [(one.node.id, one.late_days, one.spare_days) for one in late_items(found)] == [
        ("t/a", 3, -3),
        ("t/b", 2, -2),
    ]


def test_a_must_that_is_inherited_stays_one() -> None:
    text = planned(
        "a: {effort: 10d}",
        tactic="supports: o",
        more="objectives: {o: {title: O, due: {date: 2026-11-27, must: true}}}\n",
    )
    assert schedule(text).broken == ("t", "t/a")


def test_work_that_goes_on_for_another_objective_does_not_make_this_one_late() -> None:
    text = (
        "tactics:\n  long: {title: L, supports: [o, p], due: 2027-06-30, actions: {a: {duration: 20w}}}\n"
        "  short: {title: S, supports: o, actions: {b: {duration: 1w}}}\n"
        "objectives: {o: {title: O, due: 2026-12-31}, p: {title: P, due: 2027-12-31}}\n"
    )
    found = schedule(text)
    assert found.objectives["o"].finish == date(2026, 11, 27)
    assert found.objectives["p"].finish == date(2027, 4, 9)


def test_people_who_share_make_a_plan_longer_than_the_longest_chain() -> None:
    found = schedule(planned("a: {effort: 5d}\nb: {effort: 5d}\nc: {effort: 5d}"))
    assert (found.makespan_days, found.bound_days, found.optimal) == (15, 15, True)


def test_the_makespan_begins_with_what_was_done_first() -> None:
    found = schedule(planned("a: {effort: 5d, started: 2026-11-09, finished: 2026-11-13}\nb: {effort: 5d}"))
    assert found.makespan_days == 15


def test_a_plan_with_nothing_to_do() -> None:
    found = schedule("objectives: {o: {title: O}}\n")
    assert (found.items, found.makespan_days, found.whole.finish, found.optimal) == ({}, None, None, True)


@pytest.mark.parametrize("effort", ["quick", "default"])
def test_the_same_plan_gives_the_same_schedule(effort: str) -> None:
    found = [scheduled(assess(CHAIN), Search(effort)) for _ in range(2)]
    assert found[0].schedule == found[1].schedule
    assert {id: (one.start, one.finish) for id, one in found[0].items.items()} == {
        id: (one.start, one.finish) for id, one in found[1].items.items()
    }


def test_leap_days_and_ends_of_years() -> None:
    found = schedule(planned("a: {elapsed: 2d}\nb: {duration: 2d, after: a}"), as_of="2028-02-28")
    assert span(found, "t/a") == ("2028-02-28", "2028-02-29")
    assert span(found, "t/b") == ("2028-03-01", "2028-03-02")
    found = schedule(planned("a: {duration: 3d}"), as_of="2026-12-30")
    assert span(found, "t/a") == ("2026-12-30", "2027-01-01")


def test_finishes_are_known_in_passing_as_far_as_anybody_can() -> None:
    plan = assess(CHAIN)
    assert plan.finishes.of(item(plan, "t")) == date(2026, 12, 4)
    assert plan.finishes.of(item(plan, "o")) == date(2026, 12, 4)
    assert plan.finishes.days_late(item(plan, "t/side")) == 0
    assert plan.finishes.of(item(plan, "p")) is None
    plan.thresholds["S405.most"] = 2
    fewer = assess(CHAIN)
    fewer.thresholds["S405.most"] = 2
    assert fewer.coming == {}
