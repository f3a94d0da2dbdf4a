"""Sufficiency, sentence by sentence: whether what is done is enough for what is wanted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.analysis.plans import assess, assess_loosely, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis import Goal, Mark
from alignplan.analysis.sufficiency import Sufficiency, sufficiency_of_goal


def of(plan: Assessment, id: str) -> Sufficiency:
    return plan.sufficiency_of(item(plan, id))


def test_the_moves_of_all_that_counts_and_is_not_paused() -> None:
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 18, target: 25}}}}
        tactics:
          a: {title: A, status: active, moves: {o/k: +0.6}}
          b: {title: B, status: done, moves: {o/k: {by: 2.1, lag: 3m}}}
          c: {title: C, moves: {o/k: 1}}
          d: {title: D, status: paused, moves: {o/k: 10}}
          e: {title: E, status: dropped, moves: {o/k: 10}}
          f: {title: F, status: planned, moves: {o/k: 10}}
          g: {title: G, status: active, moves: {o/k: -0.2}, contingencies: {x: {activates: f}}}
    """)
    # 0.6 + 2.1 + 1 − 0.2 of 7
    assert plan.sufficiency_of_kpi("o/k") == 50
    assert of(plan, "o") == Sufficiency(50)


def test_a_kpi_that_is_to_fall() -> None:
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 40, target: 20}}}}
        tactics: {a: {title: A, moves: {o/k: -25}}}
    """)
    assert plan.sufficiency_of_kpi("o/k") == 125


def test_of_an_objective_the_lowest_of_its_kpis() -> None:
    plan = assess("""
        objectives:
          o: {title: O, kpis: {a: {baseline: 0, target: 10}, b: {baseline: 0, target: 10}}}
          p: {title: P, kpis: [s, t]}
        kpis: {s: {baseline: 0, target: 4}, t: {baseline: 0, target: 10}}
        tactics: {a: {title: A, moves: {o/a: 9, o/b: 3, s: 1}}}
    """)
    assert [plan.sufficiency_of_kpi(id) for id in ("o/a", "o/b", "s", "t")] == [90, 30, 25, 0]
    assert (of(plan, "o"), of(plan, "p")) == (Sufficiency(30), Sufficiency(0))


def test_what_has_no_change_to_bring_about_is_left_out() -> None:
    plan = assess("""
        objectives:
          o:
            title: O
            kpis:
              range: {baseline: 0, range: {low: 10}}
              same: {baseline: 5, target: 5}
              nobase: {target: 5}
              noaim: {baseline: 5}
              k: {baseline: 0, target: 10}
          n: {title: N, kpis: {range: {range: {high: 3}}, nobase: {target: 5}}}
          none: {title: None}
        tactics: {a: {title: A, moves: {o/k: 3, o/range: 1, o/same: 1, o/nobase: 1, o/noaim: 1}}}
    """)
    assert [plan.sufficiency_of_kpi(f"o/{id}") for id in ("range", "same", "nobase", "noaim")] == [None] * 4
    assert of(plan, "o") == Sufficiency(30)
    assert of(plan, "n") == of(plan, "none") == Sufficiency(None, applies=False)


def test_nothing_moves_it_is_0_but_without_any_moves_it_is_unknown() -> None:
    text = """
        objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 10}}}, n: {title: N}}
        tactics: {a: {title: A, status: dropped%s}}
    """
    moving, still = assess(text % ", moves: {o/k: 5}"), assess(text % "")
    assert (moving.sufficiency_of_kpi("o/k"), of(moving, "o")) == (0, Sufficiency(0))
    assert (still.sufficiency_of_kpi("o/k"), of(still, "o")) == (None, Sufficiency(None))
    assert of(still, "n") == Sufficiency(None, applies=False)


def test_moves_on_a_series_count_for_it_and_its_base_not_between_siblings() -> None:
    plan = assess("""
        objectives:
          o:
            title: O
            kpis:
              base: {baseline: 0, target: 100}
              one: {series: base, target: 10}
              two: {series: base, target: 20}
              deep: {series: one, target: 5}
        tactics:
          a: {title: A, moves: {o/base: 4}}
          b: {title: B, moves: {o/one: 2}}
          c: {title: C, moves: {o/two: 3}}
          d: {title: D, moves: {o/deep: 1}}
    """)
    # base: 4 + 2 + 3 + 1; one: its own 2, base's 4, deep's 1; two: 3 + 4; deep: 1 + 2 + 4
    assert [plan.sufficiency_of_kpi(f"o/{id}") for id in ("base", "one", "two", "deep")] == [10, 70, 35, 140]
    assert of(plan, "o") == Sufficiency(10)


def test_a_series_in_a_circle_and_moves_on_nothing_do_no_harm() -> None:
    plan = assess_loosely("""
        objectives: {o: {title: O, kpis: {a: {series: b, target: 1}, b: {series: a, baseline: 0, target: 4}, c: {series: c, baseline: 0, target: 4}}}}
        tactics: {t: {title: T, moves: {o/b: 1, o/c: 1, nowhere: 5, t: 1}}}
    """)
    assert plan.sufficiency_of_kpi("o/a") is None
    assert plan.sufficiency_of_kpi("o/c") == 25


def test_decimals_are_those_that_were_written() -> None:
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 18, target: 19}}}}
        tactics: {a: {title: A, moves: {o/k: 0.1}}, b: {title: B, moves: {o/k: 0.2}}, c: {title: C, moves: {o/k: 0.7}}}
    """)
    assert plan.sufficiency_of_kpi("o/k") == 100  # not 99.999…, which would not be enough


NUMBERS = st.integers(-10_000, 10_000).map(lambda number: number / 8)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([-1, 0.5, 100]), NUMBERS)
def test_the_unit_does_not_matter(
    baseline: float, target: float, change: float, scale: float, shift: float
) -> None:
    assume(baseline != target)
    one = sufficiency_of_goal(Goal(Mark(baseline), Mark(target)), Decimal(change))
    other = Goal(Mark(baseline * scale + shift), Mark(target * scale + shift))
    assert sufficiency_of_goal(other, Decimal(change) * Decimal(scale)) == pytest.approx(one)


def test_absurd_changes_stay_finite() -> None:
    assert sufficiency_of_goal(Goal(Mark(0), Mark(1e-300)), Decimal("1e15")) == 1e300
