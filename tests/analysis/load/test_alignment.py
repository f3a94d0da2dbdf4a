"""Alignment: every objective beside its siblings, and what serves nothing."""

from __future__ import annotations

from tests.analysis.load.plans import plan_of
from tests.analysis.plans import item

from alignplan.analysis.investment import Means
from alignplan.analysis.load.alignment import alignment, serves_nothing
from alignplan.analysis.load.busy import busy

TEXT = """people: {mia: {}, leo: {}}
objectives:
  one: {title: One, weight: 70}
  two: {title: Two, weight: 30}
  alone: {title: Alone, parent: one}
  off: {title: Off, status: dropped}
tactics:
  a: {supports: alone, budget: {planned: 600}, actions: {x: {effort: 6d}, y: {effort: 4d, status: done}}}
  b: {supports: two, budget: {planned: 200}, actions: {x: {effort: 30d}}}
  nothing: {owner: leo, budget: {planned: 100}, actions: {x: {effort: 5d, owner: leo}}}
  dropped-one: {supports: off, actions: {x: {effort: 2d}}}
  no-work: {supports: off}
"""


def test_shares_of_weight_money_and_effort() -> None:
    found = alignment(plan_of(TEXT))
    told = [
        (
            one.objective.id,
            one.above,
            *(round(one.group_share), one.share(Means.MONEY), one.share(Means.EFFORT)),
        )
        for one in found.investments
    ]
    assert told == [("one", "", 70, 75, 25), ("two", "", 30, 25, 75), ("alone", "one", 100, 100, 100)]


def test_what_serves_nothing() -> None:
    found = alignment(plan_of(TEXT))
    assert [(one.tactic.id, one.days, one.money) for one in found.unaligned] == [
        ("nothing", 5, 100), ("dropped-one", 2, 0),
    ]  # fmt: skip
    assert (found.days, found.money) == (47, 900)


def test_what_is_not_known_may_serve() -> None:
    from tests.analysis.plans import assess_loosely

    plan = assess_loosely(
        "objectives: {o: O}\ntactics: {a: {supports: noah}, b: {supports: [noah, o]}, c: {}}\n"
    )
    assert [serves_nothing(plan, item(plan, id)) for id in "abc"] == [False, False, True]


def test_who_is_busy_for_an_objective() -> None:
    assert busy(plan_of(TEXT)) == set()
    assert busy(plan_of(TEXT.replace("x: {effort: 6d}", "x: {effort: 6d, assigned: mia}"))) == {"mia"}
