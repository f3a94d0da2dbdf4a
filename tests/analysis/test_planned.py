"""Planned progress, sentence by sentence of the page on figures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, item, tactic

from alignplan.analysis.dates import Span
from alignplan.analysis.planned import planned_of_span


def planned(text: str, id: str = "t", as_of: str = "2026-11-22") -> float | None:
    plan = assess(text, as_of)
    return plan.planned_of(item(plan, id))


def span(start: str | None, due: str | None) -> Span:
    return Span(date.fromisoformat(start) if start else None, date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        ("2026-11-13", "2026-12-02", 50),  # 10 of 20 days, the first, the last and today included
        ("2026-11-22", "2026-11-25", 25),
        ("2026-11-23", "2026-11-25", 0),
        ("2026-11-20", "2026-11-23", 75),
        ("2026-11-20", "2026-11-22", 100),
        ("2026-11-22", "2026-11-22", 100),
        ("2026-01-01", "2026-10-01", 100),
        (None, "2026-11-22", 100),
        (None, "2026-11-23", None),
        ("2026-11-23", None, 0),
        ("2026-11-22", None, None),
        (None, None, None),
        ("2026-12-01", "2026-11-01", None),  # reversed, and today lies between them
        ("2026-10-01", "2026-09-01", 100),  # reversed and both over
        ("2026-12-01", "2026-11-30", 0),  # reversed and both to come
    ],
)
def test_calendar_days_from_start_to_today_of_those_to_due(
    start: str | None, due: str | None, expected: float
) -> None:
    assert planned_of_span(span(start, due), date(2026, 11, 22)) == expected


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 4000), st.integers(-4000, 8000))
def test_it_runs_from_0_to_100_and_never_back(start: date, length: int, today: int) -> None:
    whole = Span(start, start + timedelta(days=length))
    value = planned_of_span(whole, start + timedelta(days=today))
    after = planned_of_span(whole, start + timedelta(days=today + 1))
    assert value is not None
    assert after is not None
    assert 0 <= value <= after <= 100
    assert (value == 0) == (today < 0)
    assert (value == 100) == (today >= length)


def test_a_tactic_rolls_up_the_same_actions_with_the_same_weights_done_or_not() -> None:
    text = tactic("""
        start: 2026-11-13
        due: 2026-12-02
        actions:
          a: {effort: 30d, status: done, start: 2026-11-01, due: 2026-11-10}
          b: {effort: 10d, progress: 5%}
          c: {effort: 20d, start: 2026-12-01}
          d: {effort: 99d, status: dropped, due: 2026-11-01}
    """)
    # a is over: 100; b has its tactic's dates: 10 of 20 days, 50; c has not begun: 0
    assert [planned(text, f"t/{id}") for id in "abc"] == [100, 50, 0]
    assert planned(text) == (30 * 100 + 10 * 50) / 60


def test_a_done_tactic_is_planned_by_its_actions_too() -> None:
    text = tactic("status: done\nstart: 2026-11-13\ndue: 2026-12-02\nactions: {a: {status: done}}")
    plan = assess(text)
    assert (plan.progress_of(item(plan, "t")), plan.planned_of(item(plan, "t"))) == (100, 50)


def test_a_milestone_is_100_from_due_on() -> None:
    text = tactic("""
        due: 2026-12-24
        milestones:
          m: {due: 2026-11-22}
          n: {due: 2026-11-23, status: done}
          o: {title: due with its tactic}
          p: {due: 2026-11-01, status: dropped}
    """)
    assert [planned(text, f"t/{id}") for id in "mno"] == [100, 0, 0]
    assert planned(text) == pytest.approx(100 / 3)
    assert planned(text, as_of="2026-12-24") == 100


def test_without_steps_a_tactic_is_planned_by_its_own_dates() -> None:
    assert planned(tactic("start: 2026-11-13\ndue: 2026-12-02\nstatus: active")) == 50


def test_dates_left_out_are_the_objectives() -> None:
    text = """
        objectives:
          o: {title: O, start: 2026-11-13, due: 2026-11-30}
          p: {title: P, parent: o, due: 2026-12-02}
        tactics: {t: {title: T, supports: [o, p]}, u: {title: U}}
    """
    assert planned(text) == 50  # earliest start 13 November, latest due 2 December
    assert planned(text, "u") == 326 * 100 / 365  # the horizon's


def test_steps_whose_plan_is_unknown_are_left_out() -> None:
    text = """
        alignplan: 1
        plan: {title: No horizon}
        tactics:
          t:
            actions:
              a: {effort: 90d, start: 2026-11-01}
              b: {effort: 10d, start: 2026-11-13, due: 2026-12-02}
          u: {actions: {a: {effort: 1d}}}
          m: {milestones: {m: {title: M}, n: {due: 2026-11-01}}}
    """
    assert [planned(text, id) for id in "tum"] == [50, None, 100]


def test_an_objective_rolls_up_the_items_whose_progress_is_known() -> None:
    text = """
        objectives:
          o: {title: O}
          c: {title: C, parent: o, weight: 75}
          d: {title: D, parent: o, weight: 25}
        tactics:
          t: {title: T, supports: c, start: 2026-11-13, due: 2026-12-02, progress: 10%}
          u: {title: U, supports: c, start: 2026-12-01, status: active}  # progress unknown: in neither roll-up
          v: {title: V, supports: d, due: 2026-11-01, progress: 0%}
    """
    assert [planned(text, id) for id in "cdo"] == [50, 100, 62.5]


def test_nothing_planned_known_is_unknown() -> None:
    text = """
        alignplan: 1
        plan: {title: No horizon}
        objectives: {o: {title: O}, p: {title: P}}
        tactics: {t: {title: T, supports: o, progress: 10%}}
    """
    plan = assess(text)
    assert plan.progress_of(item(plan, "o")) == 10
    assert [plan.planned_of(item(plan, id)) for id in "op"] == [None, None]


def test_an_open_objective_with_nothing_below_is_not_planned_by_its_dates() -> None:
    assert planned("objectives: {o: {title: O, start: 2026-11-13, due: 2026-12-02}}", "o") is None


def test_a_done_objective_with_nothing_known_below_is_planned_by_its_own_dates() -> None:
    text = """
        objectives:
          o: {title: O, status: done, start: 2026-11-13, due: 2026-12-02}
          p: {title: P, status: done, start: 2026-11-13, due: 2026-12-02}
          top: {title: T}
          q: {title: Q, status: done, parent: top, due: 2026-11-01}
        tactics:
          t: {title: T, supports: p, progress: 1%, due: 2026-11-01}
    """
    assert [planned(text, id) for id in ("o", "p", "top")] == [50, 100, 100]


def test_what_runs_in_a_circle_is_unknown() -> None:
    text = """
        objectives: {a: {title: A, parent: b}, b: {title: B, parent: a}}
        tactics: {t: {title: T, supports: a, progress: 80%}}
    """
    assert [planned(text, id) for id in "ab"] == [None, None]
