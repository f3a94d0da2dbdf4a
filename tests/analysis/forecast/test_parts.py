"""The parts of a forecast: steps, grid, seasons, methods, weights, Student's t."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.forecast.made import months

from alignplan.analysis.forecast.combination import combined
from alignplan.analysis.forecast.grid import MOST_STEPS, grid_of
from alignplan.analysis.forecast.methods import METHODS, damped, last, line, season_before, smoothed, theta
from alignplan.analysis.forecast.seasons import seasons_of
from alignplan.analysis.forecast.steps import Steps, steps_of
from alignplan.analysis.forecast.student import below, quantile
from alignplan.model.values import Point

START = date(2024, 1, 31)


def every(days: int, count: int, start: date = START) -> list[date]:
    return [start + timedelta(days * at) for at in range(count)]


# ---------------------------------------------------------------- steps


@pytest.mark.parametrize(
    ("days", "steps", "season"),
    [
        (every(1, 20), Steps(1), 7),
        ([day for day in every(1, 20) if day.weekday() < 5], Steps(1, workdays=True), 5),
        (every(7, 9), Steps(7), 52),
        (every(8, 9), Steps(7), 52),
        (every(14, 9), Steps(14), 26),
        (every(3, 9), Steps(3), 1),
        (months(9), Steps(1, months=True), 12),
        (every(28, 9), Steps(1, months=True), 12),
        (months(30)[::2], Steps(2, months=True), 6),
        (months(30)[::3], Steps(3, months=True), 4),
        (months(60)[::6], Steps(6, months=True), 2),
        (months(120)[::12], Steps(12, months=True), 1),
        (months(150)[::24], Steps(24, months=True), 1),
        ([START, START + timedelta(1), START + timedelta(400)], Steps(7, months=True), 1),
    ],
)  # fmt: skip
def test_the_steps_of_a_series(days: list[date], steps: Steps, season: int) -> None:
    found = steps_of(days)
    assert (found, found.season) == (steps, season)


def test_months_are_counted_as_months_however_long_they_are() -> None:
    steps = Steps(1, months=True)
    assert steps.between(date(2026, 1, 31), date(2026, 2, 28)) == 1
    assert steps.between(date(2026, 2, 28), date(2026, 12, 31)) == 10
    assert steps.between(date(2026, 1, 15), date(2026, 2, 14)) == pytest.approx(1, abs=0.05)
    assert Steps(3, months=True).between(date(2026, 3, 31), date(2027, 3, 31)) == 4
    week = Steps(1, workdays=True)
    assert [week.between(date(2026, 11, 20), date(2026, 11, day)) for day in (20, 21, 22, 23)] == [0, 0, 0, 1]


def test_a_grid_is_counted_back_from_the_last_day() -> None:
    days = [date(2026, 1, 31), date(2026, 3, 2), date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 3)]
    grid = grid_of([Point(day, value) for day, value in zip(days, (1, 2, 3, 6, 9), strict=True)])
    assert list(grid.values) == [1, 2, 3, 5, 7, 9]  # 30 June and 3 July are one step: the later one holds
    assert (grid.end, grid.measured) == (date(2026, 7, 3), 4)
    assert grid.ahead(date(2026, 9, 3)) == pytest.approx(2, abs=0.01)


def test_old_steps_are_left_out() -> None:
    grid = grid_of([Point(day, 1.0) for day in every(1, 400)])
    assert len(grid.values) == MOST_STEPS


# ---------------------------------------------------------------- seasons


def test_seasons_take_two_rounds_and_a_clear_difference() -> None:
    shape = [10.0, 0.0, -10.0, 0.0]
    assert seasons_of([shape[at % 4] - 50 for at in range(7)], 4) is None
    assert seasons_of([shape[at % 4] - 50 for at in range(8)], 1) is None
    found = seasons_of([shape[at % 4] - 50 for at in range(8)], 4)
    assert found is not None
    assert found.effects == pytest.approx(shape)
    assert found.without([shape[at % 4] - 50 for at in range(8)]) == pytest.approx([-50] * 8)
    assert found.on(-50, 10) == pytest.approx(-60)
    assert seasons_of([float(at) for at in range(24)], 12) is None
    assert seasons_of([5.0] * 24, 12) is None


@given(st.lists(st.integers(-50, 50), min_size=4, max_size=4), st.integers(2, 6))
def test_what_is_taken_out_is_put_back(shape: list[int], rounds: int) -> None:
    values = [100.0 + shape[at % 4] for at in range(4 * rounds)]
    found = seasons_of(values, 4)
    if found is not None:
        bare = found.without(values)
        assert [found.on(value, at) for at, value in enumerate(bare)] == pytest.approx(values)


# ---------------------------------------------------------------- methods


def test_what_each_method_says_of_a_line_and_of_a_level() -> None:
    rising = [float(2 * at) for at in range(20)]
    said = {method: method(rising)(19, 5) for method in METHODS}
    assert (said[last], said[smoothed]) == (38, 38)
    assert said[line] == pytest.approx(48)
    assert said[theta] == pytest.approx(38 + 5)  # half the slope
    assert 44 < said[damped] < 48
    for method in METHODS:
        assert method([4.0] * 9)(8, 3) == pytest.approx(4)


def test_a_method_is_asked_as_of_any_step() -> None:
    values = [0.0, 2.0, 4.0, 6.0, 0.0, 0.0]
    assert [last(values)(at, 1) for at in (1, 3, 5)] == [2, 6, 0]
    assert line(values)(3, 2) == pytest.approx(10)
    assert smoothed(values)(0, 1) == 0


def test_the_season_before_moves_with_what_a_round_has_added() -> None:
    values = [1.0, 5.0, 3.0, 2.0, 6.0, 4.0]  # a round of three, each 1 more than the last
    expected = season_before(values, 3)
    assert [expected(5, ahead) for ahead in range(1, 8)] == [3, 7, 5, 4, 8, 6, 5]
    assert [expected(2, ahead) for ahead in (1, 2, 3)] == [1, 5, 3]


def test_smoothing_takes_the_weight_with_the_least_errors() -> None:
    level = smoothed([10.0, 14.0, 6.0, 13.0, 7.0, 12.0, 8.0, 10.0])(7, 1)
    assert level == pytest.approx(10, abs=0.5)  # slow: the changes are noise
    assert smoothed([1.0, 2.0, 3.0, 4.0, 5.0])(4, 1) == 5  # quick: they are not


# ---------------------------------------------------------------- combination


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=40), st.sampled_from([1, 4, 12]))
def test_the_weights_are_shares(values: list[float], season: int) -> None:
    found = combined(values, season)
    assert sum(found.weights) == pytest.approx(1)
    assert min(found.weights) >= 0
    said = [method(found.at, 2) for method in found.methods]
    assert min(said) - 1e-3 <= found.ahead(2) <= max(said) + 1e-3


def test_a_short_series_is_drawn_to_its_last_value() -> None:
    values = [3.0, 9.0, 4.0, 12.0]
    assert combined(values).weights[0] >= 8 / 12
    assert combined([*values, *values, *values]).weights[0] < 0.5
    assert combined([10.0, 12.0, 14.0, 16.0, 18.0]).weights[0] == pytest.approx(0)


# ---------------------------------------------------------------- Student's t


@pytest.mark.parametrize(
    ("degrees", "value"),
    [
        (1, 3.0777),
        (2, 1.8856),
        (3, 1.6377),
        (4, 1.5332),
        (5, 1.4759),
        (10, 1.3722),
        (30, 1.3104),
        (120, 1.2886),
    ],
)
def test_the_quantiles_of_the_tables(degrees: int, value: float) -> None:
    assert quantile(0.9, degrees) == pytest.approx(value, abs=5e-5)
    assert quantile(0.1, degrees) == pytest.approx(-value, abs=5e-5)


@given(st.floats(-50, 50), st.integers(1, 200))
def test_the_distribution_is_even_and_rises(value: float, degrees: int) -> None:
    assert below(value, degrees) + below(-value, degrees) == pytest.approx(1)
    assert below(value, degrees) <= below(value + 0.5, degrees) + 1e-12
    assert below(0, degrees) == 0.5


def test_with_one_and_two_degrees_it_is_what_the_formulas_say() -> None:
    assert below(1, 1) == pytest.approx(0.75)  # ½ + arctan(1) ÷ π
    assert below(1, 2) == pytest.approx(0.5 + 1 / (2 * 3**0.5))
