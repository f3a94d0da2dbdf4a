"""Money and work of an objective beside its weight among its siblings."""

from __future__ import annotations

import pytest
from tests.analysis.plans import assess

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.investment import Investment, Means, investments, misinvested

PLAN = """
objectives:
  a: {title: A, weight: 60}
  b: {title: B, weight: 40}
  a1: {title: A1, parent: a}
  a2: {title: A2, parent: {a: 50, b: 50}}
  old: {title: Old, parent: a, status: dropped}
tactics:
  one: {title: One, supports: a1, budget: {planned: 30}, actions: {x: {title: X, effort: 2w}, y: {title: Y, effort: 8h, status: done}}}
  two: {title: Two, supports: a2, budget: {planned: 40}, actions: {x: {title: X, effort: 4d}, y: {title: Y, effort: 9d, status: dropped}}}
  both: {title: Both, supports: {a: 25, b: 75}, budget: {planned: 40}}
  gone: {title: Gone, supports: b, status: dropped, budget: {planned: 900}}
  past: {title: Past, supports: old, budget: {planned: 900}}
"""


def of(plan: Assessment, id: str, above: str = "") -> Investment:
    return next(one for one in investments(plan) if one.objective.id == id and one.above == above)


def test_what_serves_two_is_invested_once() -> None:
    a, b = (of(assess(PLAN), id) for id in "ab")
    assert (a.amounts[Means.MONEY], b.amounts[Means.MONEY]) == (30 + 20 + 10, 20 + 30)
    assert (a.amounts[Means.EFFORT], b.amounts[Means.EFFORT]) == (11 + 2, 2)
    assert a.share(Means.MONEY) == pytest.approx(6000 / 110)
    assert a.apart(Means.MONEY) == pytest.approx(6000 / 110 - 60)
    assert a.share(Means.EFFORT) == pytest.approx(1300 / 15)


def test_among_the_children_of_a_parent_only_what_goes_there_counts() -> None:
    first, second = (of(assess(PLAN), id, "a") for id in ("a1", "a2"))
    assert (first.group_share, second.group_share) == (50, 50)
    assert (first.amounts[Means.MONEY], second.amounts[Means.MONEY]) == (30, 20)


def test_nothing_stated_is_unknown() -> None:
    one = of(assess("objectives: {a: A, b: B}\ntactics: {t: {title: T, supports: a}}\n"), "a")
    assert [one.share(means) for means in Means] == [None, None]
    assert [one.apart(means) for means in Means] == [None, None]


def test_an_objective_alone_is_beside_nothing() -> None:
    plan = assess("objectives: {a: A}\ntactics: {t: {title: T, supports: a, budget: {planned: 5}}}\n")
    assert list(investments(plan)) == []


def test_a_circle_is_no_end() -> None:
    plan = assess(
        "objectives: {a: {title: A, parent: b}, b: {title: B, parent: [a, c]}, c: C, d: {title: D, parent: c}}\n"
    )
    assert [one.objective.id for one in investments(plan)] == ["b", "d"]


def test_what_nobody_weighed_is_not_judged() -> None:
    plan = assess(PLAN)
    assert of(plan, "a").weighed
    assert not of(plan, "a1", "a").weighed
    assert misinvested(of(plan, "a"), Means.EFFORT, plan)
    assert not misinvested(of(plan, "a"), Means.MONEY, plan)
    assert misinvested(of(plan, "a"), Means.MONEY, plan, points=5)
