"""What may come of a series: known answers, honesty about short ones, intervals that hold the truth."""

from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.forecast.made import KINDS, ahead, months, series

from alignplan.analysis.forecast.outlook import Outlook, series_of
from alignplan.model.values import Point


def reach(outlook: Outlook) -> float:
    low, high = outlook.interval
    return high - low


# ---------------------------------------------------------------- known answers


@pytest.mark.parametrize("count", [5, 8, 12, 14, 24, 60])
def test_a_straight_line_goes_on(count: int) -> None:
    found = series([10 + 3 * at for at in range(count)])
    for distance in (1, 3, 6):
        outlook = found.on(ahead(found, distance))
        assert outlook.value == pytest.approx(10 + 3 * (count - 1 + distance), rel=1e-6)
        assert outlook.interval[0] < outlook.value < outlook.interval[1]


@pytest.mark.parametrize("count", [3, 6, 12, 40])
def test_what_stays_the_same_is_foretold_the_same_within_its_rounding(count: int) -> None:
    found = series([7.5] * count)
    outlook = found.on(ahead(found, 6))
    assert outlook.value == pytest.approx(7.5)
    assert outlook.resolution == 0.1
    assert 0 < reach(outlook) < 0.5
    assert outlook.at_least(7.5) > 0.6
    assert outlook.at_least(8) < 0.1


@pytest.mark.parametrize("factors", [True, False])
def test_seasons_come_back(factors: bool) -> None:
    shape = [1.2, 1.1, 0.9, 0.8]
    quarters = [day for day in months(120) if day.month % 3 == 0][:24]
    level = [100 + 2 * at for at in range(28)]
    values = [
        level[at] * shape[at % 4] if factors else level[at] - 60 + 20 * shape[at % 4] for at in range(28)
    ]
    shift = 0 if factors else 200  # below 0 no factors are taken
    found = series([value - shift for value in values[:24]], quarters)
    assert found.seasonal
    assert found.seasons is not None
    assert found.seasons.factors is factors
    for distance in range(1, 5):
        wanted = values[23 + distance] - shift
        assert found.on(ahead(found, 3 * distance)).value == pytest.approx(wanted, abs=1)


def test_a_season_that_has_begun_for_the_second_time_is_seen_too() -> None:
    values = [100 + 20 * math.sin(math.pi * at / 6) for at in range(24)]
    found = series(values[:18])
    assert (found.seasonal, found.seasons) == (True, None)
    assert [found.on(ahead(found, distance)).value for distance in range(1, 7)] == pytest.approx(
        values[18:], abs=6
    )
    assert not series(values[:13]).seasonal


def test_noise_has_no_season_and_is_foretold_near_its_mean() -> None:
    dice = random.Random(4)
    found = series([100 + dice.gauss(0, 5) for _ in range(48)])
    assert not found.seasonal
    assert found.on(ahead(found, 6)).value == pytest.approx(100, abs=3)


@pytest.mark.parametrize("each", [5, 6, 15])
def test_after_a_step_the_new_level_goes_on(each: int) -> None:
    found = series([50.0] * each + [80.0] * each)
    assert found.on(ahead(found, 3)).value == pytest.approx(80, abs=5)


# ---------------------------------------------------------------- honesty


def test_fewer_than_three_values_tell_nothing() -> None:
    points = [Point(day, 5.0) for day in months(2)]
    assert series_of([]) is None
    assert series_of(points[:1]) is None
    assert series_of(points) is None
    assert series_of([Point(day, value) for day, value in zip(months(3), (1, 2, 1e200), strict=True)]) is None


def test_three_values_give_a_wide_interval_even_on_a_line() -> None:
    short, long = series([10, 20, 30]), series([10 * at for at in range(1, 25)])
    near, far = short.on(ahead(short, 1)), short.on(ahead(short, 6))
    assert reach(near) > 30  # three steps of the series
    assert reach(far) > 2 * reach(near)
    assert reach(long.on(ahead(long, 1))) < 10


def test_the_further_the_wider() -> None:
    dice = random.Random(7)
    for made in KINDS.values():
        found = series(made(dice, 30))
        if found.seasons is None:
            widths = [reach(found.on(ahead(found, distance))) for distance in (1, 2, 4, 8, 16, 60)]
            assert widths == sorted(widths)


@pytest.mark.parametrize("count", [36, 24])
def test_the_interval_holds_the_truth_in_most_cases(count: int) -> None:
    dice, hits = random.Random(3), []
    for made in KINDS.values():
        for _ in range(12):
            values = made(dice, count + 6)
            found = series(values[:count])
            for distance in range(1, 7):
                low, high = found.on(ahead(found, distance)).interval
                hits.append(low <= values[count - 1 + distance] <= high)
    assert 0.75 <= sum(hits) / len(hits) <= 0.93


def test_it_is_better_than_the_last_value_and_than_a_line_over_all_kinds() -> None:
    dice = random.Random(5)
    ours, last, line = 0.0, 0.0, 0.0
    for made in KINDS.values():
        for _ in range(8):
            values = made(dice, 36)
            known, usual = (
                values[:30],
                math.fsum(abs(values[at] - values[at - 1]) for at in range(1, 30)) / 29,
            )
            found = series(known)
            mean, middle = sum(known) / 30, 14.5
            slope = sum((at - middle) * value for at, value in enumerate(known)) / sum(
                (at - middle) ** 2 for at in range(30)
            )
            for distance in range(1, 7):
                truth = values[29 + distance]
                ours += abs(truth - found.on(ahead(found, distance)).value) / usual
                last += abs(truth - known[-1]) / usual
                line += abs(truth - (mean + slope * (29 + distance - middle))) / usual
    assert ours < 0.85 * min(last, line)


# ---------------------------------------------------------------- properties

VALUES = st.lists(st.integers(-500, 500).map(float), min_size=3, max_size=30)


@settings(max_examples=60)
@given(VALUES, st.sampled_from([0.1, 3.0, 1000.0]), st.integers(-10_000, 10_000))
def test_below_zero_it_does_not_depend_on_the_unit(values: list[float], scale: float, shift: int) -> None:
    """Factors of a season depend on where 0 is; amounts do not."""
    shifted = [value - 1_000 for value in values]
    found = series(shifted)
    day = ahead(found, 5)
    scaled = series([value * scale for value in shifted]).on(day)
    assert scaled.value == pytest.approx(found.on(day).value * scale, rel=1e-6, abs=1e-6 * scale)
    moved = series([value - abs(shift) for value in shifted]).on(day)
    assert moved.value == pytest.approx(found.on(day).value - abs(shift), rel=1e-6, abs=1e-4)
    assert moved.scale == pytest.approx(found.on(day).scale, rel=1e-5, abs=1e-4)


@settings(max_examples=60)
@given(st.lists(st.floats(-1e15, 1e15), min_size=3, max_size=30), st.integers(1, 5000))
def test_whatever_comes_in_a_number_comes_out(values: list[float], days: int) -> None:
    found = series(values)
    outlook = found.on(found.grid.end + timedelta(days))
    assert all(map(math.isfinite, (outlook.value, outlook.scale, *outlook.interval)))
    assert outlook.scale > 0
    assert 0 <= outlook.at_least(values[0]) <= 1


@given(VALUES, st.integers(-600, 600))
@settings(max_examples=60)
def test_the_chances_of_more_and_less_share_the_resolution_alone(values: list[float], bound: int) -> None:
    found = series(values)
    outlook = found.on(ahead(found, 3))
    both = outlook.at_least(bound) + outlook.at_most(bound)
    assert both >= 1 - 1e-9
    assert both == pytest.approx(1 + _mass(outlook, bound), abs=1e-9)
    assert outlook.at_least(bound) >= outlook.at_least(bound + 1)


def _mass(outlook: Outlook, bound: float) -> float:
    finer = Outlook(outlook.value, outlook.scale, outlook.degrees, 0.0)
    half = outlook.resolution / 2
    return finer.at_most(bound + half) - finer.at_most(bound - half)


# ---------------------------------------------------------------- days


def test_between_two_steps_the_outlook_lies_between() -> None:
    found = series([10 + 3 * at for at in range(12)])  # to 31 December 2020
    values = [found.on(day).value for day in (date(2021, 1, 31), date(2021, 2, 14), date(2021, 2, 28))]
    assert values == pytest.approx([46, 47.5, 49])
    near = [reach(found.on(date(2020, 12, 31) + timedelta(days))) for days in (1, 10, 31)]
    assert near == sorted(near)
    assert found.on(date(2020, 12, 31)).value == 43


def test_days_off_the_rhythm_change_little() -> None:
    dice = random.Random(2)
    days = [date(2023, 1, 31) + timedelta(30 * at + dice.randint(-6, 6)) for at in range(24)]
    found = series([10 + 3 * at for at in range(24)], days)
    assert len(found.grid.values) == 24
    outlook = found.on(days[-1] + timedelta(91))
    assert outlook.value == pytest.approx(10 + 3 * 26, abs=1)


def test_a_gap_is_bridged() -> None:
    days = months(24)
    kept = [at for at in range(24) if at not in (5, 6, 7, 15)]
    found = series([10 + 3 * at for at in kept], [days[at] for at in kept])
    assert found.grid.values == tuple(float(10 + 3 * at) for at in range(24))
    assert found.grid.measured == 20
    assert found.on(ahead(found, 2)).value == pytest.approx(10 + 3 * 25)
