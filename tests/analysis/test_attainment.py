"""Attainment, expected, against plan: the arithmetic of KPIs, with properties."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alignplan.analysis.kpis.attainment import against_plan, attainment
from alignplan.analysis.kpis.goal import Goal, Mark, expected, path
from alignplan.model.values import Point
from alignplan.model.words import Direction

START, END = date(2026, 1, 1), date(2026, 12, 31)


def goal(baseline: float | None, target: float, *checkpoints: tuple[str, float], step: bool = False) -> Goal:
    start = None if baseline is None else Mark(baseline, START)
    return Goal(start, Mark(target, END), checkpoints=points(*checkpoints), step=step)


def points(*pairs: tuple[str, float]) -> tuple[Point, ...]:
    return tuple(Point(date.fromisoformat(day), value) for day, value in pairs)


def bounds(baseline: float | None, low: float | None, high: float | None, by: date | None = None) -> Goal:
    return Goal(None if baseline is None else Mark(baseline, START), low=low, high=high, by=by)


def held(direction: Direction | None) -> Goal:
    return Goal(Mark(5, START), Mark(5, END), direction=direction)


def against(kpi: Goal, value: float, day: date) -> float | None:
    return against_plan(kpi, value, path(kpi, day))


# ---------------------------------------------------------------- attainment


@pytest.mark.parametrize(
    ("value", "share"), [(18, 0), (25, 100), (21.5, 50), (18.7, 10), (16.25, -25), (28.5, 150), (-17, -500)]
)
def test_attainment_is_the_share_of_the_whole_way_and_is_not_clamped(value: float, share: float) -> None:
    assert attainment(goal(18, 25), value) == share


@pytest.mark.parametrize(("value", "share"), [(40, 0), (20, 100), (35, 25), (45, -25), (10, 150)])
def test_less_may_be_better(value: float, share: float) -> None:
    assert attainment(goal(40, 20), value) == share


def test_it_is_unknown_without_baseline_or_target() -> None:
    assert attainment(goal(None, 25), 30) is None
    assert attainment(Goal(Mark(18, START)), 30) is None


@pytest.mark.parametrize(
    ("direction", "shares"),
    [(Direction.INCREASE, [0, 100, 100]), (Direction.DECREASE, [100, 100, 0]), (None, [0, 100, 0])],
)
def test_where_the_target_is_the_baseline_it_is_100_at_it_or_better(
    direction: Direction | None, shares: list[float]
) -> None:
    assert [attainment(held(direction), value) for value in (4, 5, 6)] == shares
    assert [against(held(direction), value, date(2026, 6, 1)) for value in (4, 5, 6)] == shares


def test_decimals_are_those_that_were_written() -> None:
    assert attainment(goal(0.1, 0.4), 0.3) == pytest.approx(200 / 3, abs=1e-13)
    assert attainment(goal(18, 19), 18.9) == 90  # in binary fractions 89.999…
    assert attainment(goal(1e15, 1e15 + 1), 1e15 + 0.5) == 50


def test_absurd_values_stay_finite() -> None:
    share = attainment(goal(0, 1e-300), 1e15)
    assert share == 1e300


NUMBERS = st.decimals(-100_000, 100_000, places=3).map(float)


@given(NUMBERS, NUMBERS)
def test_0_at_the_baseline_and_100_at_the_target(baseline: float, target: float) -> None:
    assume(baseline != target)
    assert attainment(goal(baseline, target), baseline) == 0
    assert attainment(goal(baseline, target), target) == 100


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_it_is_linear_in_the_actual(baseline: float, target: float, one: float, other: float) -> None:
    assume(abs(baseline - target) > 0.01)
    kpi = goal(baseline, target)
    first, second, middle = (attainment(kpi, value) for value in (one, other, (one + other) / 2))
    assert first is not None
    assert second is not None
    assert middle == pytest.approx((first + second) / 2, rel=1e-6, abs=1e-6)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_its_sign_tells_on_which_side_of_the_baseline_one_is(
    baseline: float, target: float, value: float
) -> None:
    assume(baseline != target)
    share = attainment(goal(baseline, target), value)
    assert share is not None
    assert (share > 0) == ((value - baseline) * (target - baseline) > 0)
    assert (share < 0) == ((value - baseline) * (target - baseline) < 0)


@given(
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.sampled_from([-1, 0.5, 2, 100, 1024]),
    st.integers(-1000, 1000),
    st.integers(0, 364),
)
def test_the_unit_does_not_matter(
    baseline: float, target: float, value: float, scale: float, shift: int, days: int
) -> None:
    """Percent or per mille, Celsius or Fahrenheit, costs or savings: the figures stay."""
    assume(abs(baseline - target) > 0.01)

    def other(number: float) -> float:
        return number * scale + shift

    day = START + timedelta(days=days)
    one, two = goal(baseline, target), goal(other(baseline), other(target))
    assert attainment(two, other(value)) == pytest.approx(attainment(one, value), rel=1e-6, abs=1e-6)
    if days > 3:
        assert against(two, other(value), day) == pytest.approx(against(one, value, day), rel=1e-4, abs=1e-4)


# ---------------------------------------------------------------- expected


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2025-05-05", 10),  # flat before the baseline
        ("2026-01-01", 10),
        ("2026-02-15", 9),  # half of 90 days, from 10 to 8
        ("2026-04-01", 8),
        ("2026-07-01", 13),
        ("2026-10-01", 13 + 7 * 92 / 183),
        ("2026-12-31", 20),
        ("2030-01-01", 20),  # flat after the target
    ],
)
def test_the_path_is_straight_between_and_flat_outside(day: str, value: float) -> None:
    kpi = goal(10, 20, ("2026-04-01", 8), ("2026-07-01", 13))
    assert expected(kpi, date.fromisoformat(day)) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2026-03-31", 10),
        ("2026-04-01", 8),
        ("2026-06-30", 8),
        ("2026-07-01", 13),
        ("2026-12-30", 13),
        ("2026-12-31", 20),
    ],
)
def test_a_step_holds_a_checkpoint_until_the_next(day: str, value: float) -> None:
    kpi = goal(10, 20, ("2026-04-01", 8), ("2026-07-01", 13), step=True)
    assert expected(kpi, date.fromisoformat(day)) == value


def test_half_way_is_half_even_in_binary() -> None:
    assert expected(Goal(Mark(0.1, START), Mark(0.3, date(2026, 1, 3))), date(2026, 1, 2)) == 0.2


def test_without_a_day_the_path_is_unknown_where_it_would_matter() -> None:
    days = [date(2025, 12, 31), START, date(2026, 7, 1), END]
    cases = [
        (Goal(Mark(10), Mark(20, END), checkpoints=points(("2026-07-01", 13))), [None, None, 13, 20]),
        (Goal(Mark(10, START), Mark(20), checkpoints=points(("2026-07-01", 13))), [10, 10, 13, None]),
        (Goal(Mark(10, START), Mark(20)), [10, 10, None, None]),
        (Goal(Mark(10), Mark(20, END)), [None, None, None, 20]),
        (Goal(None, Mark(20, END)), [None, None, None, 20]),
        (Goal(Mark(10), Mark(20)), [None, None, None, None]),
        (Goal(Mark(10, START)), [None, None, None, None]),
    ]
    for kpi, values in cases:
        assert [expected(kpi, day) for day in days] == values, kpi


@given(NUMBERS, NUMBERS, st.integers(-400, 800))
def test_a_straight_path_stays_between_its_ends(baseline: float, target: float, days: int) -> None:
    value = expected(goal(baseline, target), START + timedelta(days=days))
    assert value is not None
    assert min(baseline, target) <= value <= max(baseline, target)


# ---------------------------------------------------------------- against plan


@pytest.mark.parametrize(
    ("value", "share"), [(18, 0), (18.5, 50), (18.9, 90), (19, 100), (20, 200), (17.5, -50)]
)
def test_against_plan_is_the_share_of_the_way_planned_by_the_day(value: float, share: float) -> None:
    assert against(goal(18, 25, ("2026-06-30", 19)), value, date(2026, 6, 30)) == share


def test_on_a_straight_line_it_is_exact() -> None:
    # 1 January to 31 December: 364 days, 180 by 30 June: 18 + 180/364; 0.9 ÷ (180/364) = 182 %
    assert against(goal(18, 19), 18.9, date(2026, 6, 30)) == 182


@pytest.mark.parametrize(("value", "share"), [(9.9, 0), (10, 100), (12, 100)])
def test_where_the_path_is_at_the_baseline_it_is_100_at_expected_or_better(
    value: float, share: float
) -> None:
    assert against(goal(10, 20), value, START) == share
    # down to 8, up to 12 again: on 21 January the path crosses the baseline
    crossing = goal(10, 20, ("2026-01-11", 8), ("2026-01-31", 12))
    assert expected(crossing, date(2026, 1, 21)) == 10
    assert against(crossing, value, date(2026, 1, 21)) == share


@pytest.mark.parametrize(("value", "share"), [(7.9, 0), (8, 100), (9, 100), (10, 100), (30, 100)])
def test_a_checkpoint_on_the_far_side_asks_only_for_at_least_that(value: float, share: float) -> None:
    assert against(goal(10, 20, ("2026-04-01", 8)), value, date(2026, 4, 1)) == share


@pytest.mark.parametrize(("value", "share"), [(42.1, 0), (42, 100), (41, 100), (20, 100)])
def test_a_checkpoint_on_the_far_side_where_less_is_better(value: float, share: float) -> None:
    assert against(goal(40, 20, ("2026-04-01", 42)), value, date(2026, 4, 1)) == share


def test_it_is_unknown_where_expected_or_the_baseline_is() -> None:
    assert against(Goal(Mark(10), Mark(20)), 12, START) is None
    assert against(Goal(None, Mark(20, END)), 12, END) is None


# ---------------------------------------------------------------- ranges

BY = date(2026, 12, 31)


@pytest.mark.parametrize("by", [None, BY])
@pytest.mark.parametrize(
    ("baseline", "low", "high", "shares"),
    [
        # actual:            3    5    7   10   15   20   21   25
        (5, 10, 20, [-40, 0, 40, 100, 100, 100, 0, 0]),
        (30, 10, 20, [0, 0, 0, 100, 100, 100, 90, 50]),
        (15, 10, 20, [0, 0, 0, 100, 100, 100, 0, 0]),
        (None, 10, 20, [0, 0, 0, 100, 100, 100, 0, 0]),
        (10, 10, 20, [0, 0, 0, 100, 100, 100, 0, 0]),
        (5, 10, None, [-40, 0, 40, 100, 100, 100, 100, 100]),
        (25, None, 20, [100, 100, 100, 100, 100, 100, 80, 0]),
        (None, None, 20, [100, 100, 100, 100, 100, 100, 0, 0]),
        (None, 10, None, [0, 0, 0, 100, 100, 100, 100, 100]),
    ],
)
def test_a_range_is_100_inside_and_a_way_to_its_nearest_bound_outside(
    baseline: float | None, low: float | None, high: float | None, shares: list[float], by: date | None
) -> None:
    kpi = bounds(baseline, low, high, by)
    assert [attainment(kpi, value) for value in (3, 5, 7, 10, 15, 20, 21, 25)] == shares


def test_a_range_by_a_day_has_a_path_to_its_bound() -> None:
    kpi = bounds(5, 10, 20, date(2026, 1, 11))
    assert [expected(kpi, START + timedelta(days=days)) for days in (0, 5, 10, 20)] == [5, 7.5, 10, 10]
    half = date(2026, 1, 6)
    assert [against(kpi, value, half) for value in (5, 7, 7.5, 9, 10, 20, 21)] == [
        0,
        80,
        100,
        160,
        100,
        100,
        0,
    ]


def test_a_range_at_once_is_expected_at_its_bound() -> None:
    kpi = bounds(5, 10, 20)
    assert [expected(kpi, day) for day in (START, END)] == [10, 10]
    assert [against(kpi, value, START) for value in (4, 7, 12, 21)] == [-20, 40, 100, 0]


@pytest.mark.parametrize("baseline", [None, 12.0])
def test_a_range_to_stay_in_has_no_path(baseline: float | None) -> None:
    kpi = bounds(baseline, 10, 20, BY)
    assert expected(kpi, START) is None
    assert [against(kpi, value, START) for value in (9, 10, 20, 21)] == [0, 100, 100, 0]
