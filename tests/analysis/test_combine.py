"""The arithmetic of computed KPIs: sums, means, ratios, aggregates and periods, with properties."""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alignplan.analysis.kpis.aggregate import by_period, since_baseline
from alignplan.analysis.kpis.combine import Timeline, mean, ratio, total
from alignplan.analysis.kpis.decimals import exact, finite
from alignplan.analysis.kpis.goal import Mark
from alignplan.analysis.kpis.periods import end_of_period
from alignplan.model.words import Aggregate, PeriodKind

Line = list[tuple[date, Decimal | None]]
FIRST = date(2026, 1, 1)
FAR = date(2100, 1, 1)


def line(*entries: tuple[int, float | None]) -> Line:
    """A timeline by days after 1 January 2026."""
    return [(FIRST + timedelta(days), None if value is None else exact(value)) for days, value in entries]


def days(timeline: Timeline) -> list[tuple[int, float | None]]:
    return [((day - FIRST).days, None if value is None else float(value)) for day, value in timeline]


VALUES = st.decimals(-(10**9), 10**9, places=4).map(float)
WIDE = st.floats(-1e15, 1e15, allow_nan=False)
DAYS = st.integers(0, 1500)


def timelines(values: st.SearchStrategy[float] = VALUES, least: int = 1) -> st.SearchStrategy[Line]:
    return st.dictionaries(DAYS, values, min_size=least, max_size=12).map(
        lambda found: line(*sorted(found.items()))
    )


PARTS = st.lists(timelines(), min_size=1, max_size=6)


# ---------------------------------------------------------------- which days, and which values


def test_a_value_on_each_day_a_part_is_measured_and_all_have_been() -> None:
    north, south = line((0, 1), (30, 2), (90, 5)), line((30, 10), (60, 20))
    assert days(total([north, south])) == [(30, 12), (60, 22), (90, 25)]
    assert days(ratio(north, south)) == [(30, 0.2), (60, 0.1), (90, 0.25)]
    assert days(mean([north, south], [Decimal(3), Decimal(1)])) == [(30, 4), (60, 6.5), (90, 8.75)]
    assert days(total([north, []])) == []
    assert days(total([north])) == days(north)


def test_a_denominator_of_0_leaves_the_day_unknown_and_no_other() -> None:
    assert days(ratio(line((0, 4), (20, 6)), line((0, 2), (10, 0), (30, 3)))) == [
        (0, 2),
        (10, None),
        (20, None),
        (30, 2),
    ]


def test_what_is_unknown_on_a_day_makes_what_it_is_part_of_unknown_that_day() -> None:
    part, other = line((0, 1), (10, None), (30, 3)), line((0, 5), (20, 6))
    assert days(total([part, other])) == [(0, 6), (10, None), (20, None), (30, 9)]
    assert days(mean([part, other], [Decimal(1), Decimal(1)])) == [(0, 3), (10, None), (20, None), (30, 4.5)]
    assert days(ratio(other, part)) == [(0, 5), (10, None), (20, None), (30, 2)]
    assert days(ratio(part, other)) == [(0, 0.2), (10, None), (20, None), (30, 0.5)]


def test_decimals_are_those_that_were_written() -> None:
    assert total([line((0, 0.1)), line((0, 0.2))]) == line((0, 0.3))
    assert total([line((0, 1e15)), line((0, 1e-300)), line((0, -1e15))]) == line((0, 1e-300))
    assert days(ratio(line((0, 1)), line((0, 3)), Decimal(100))) == [(0, 100 / 3)]
    assert finite(Decimal("1e999")) == 1e300
    assert finite(Decimal("-1e999")) == -1e300


# ---------------------------------------------------------------- properties of sums, means, ratios


def held(timeline: Timeline, day: date) -> Decimal | None:
    """The last value up to a day."""
    return next((value for when, value in reversed(timeline) if when <= day), None)


@given(PARTS)
def test_a_sum_is_on_each_day_the_sum_of_the_last_values_of_its_parts(parts: list[Line]) -> None:
    found = total(parts)
    for day, value in found:
        now = [held(part, day) for part in parts]
        assert None not in now
        assert Fraction(value or 0) == sum(Fraction(entry or 0) for entry in now)
    measured = {day for part in parts for day, _ in part}
    known = max(part[0][0] for part in parts)
    assert [day for day, _ in found] == sorted(day for day in measured if day >= known)


@given(st.lists(timelines(WIDE), min_size=2, max_size=6), st.randoms())
def test_the_order_of_the_parts_changes_nothing(parts: list[Line], dice: random.Random) -> None:
    mixed = parts[:]
    dice.shuffle(mixed)
    assert total(mixed) == total(parts)
    weights = [Decimal(at + 1) for at in range(len(parts))]
    turned = list(range(len(parts)))
    dice.shuffle(turned)
    assert mean([parts[at] for at in turned], [weights[at] for at in turned]) == mean(parts, weights)


@given(PARTS, st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_a_mean_moves_with_its_parts_and_a_ratio_does_not_depend_on_the_unit(
    parts: list[Line], scale: int, shift: int
) -> None:
    weights = [Decimal(at + 1) for at in range(len(parts))]
    moved = [[(day, (value or Decimal(0)) * scale + shift) for day, value in part] for part in parts]
    for (_, before), (_, after) in zip(mean(parts, weights), mean(moved, weights), strict=True):
        assert before is not None
        assert float(after or 0) == pytest.approx(float(before * scale + shift), rel=1e-12, abs=1e-9)
    scaled = [[(day, (value or Decimal(0)) * 1000) for day, value in part] for part in parts]
    assert ratio(scaled[0], scaled[-1]) == ratio(parts[0], parts[-1])


@given(PARTS)
def test_a_mean_lies_between_its_parts(parts: list[Line]) -> None:
    for day, value in mean(parts, [Decimal(at) for at in range(1, len(parts) + 1)]):
        now = [held(part, day) or Decimal(0) for part in parts]
        assert value is not None
        assert min(now) - Decimal("1e-20") <= value <= max(now) + Decimal("1e-20")


@given(PARTS)
def test_the_shares_of_the_parts_make_a_hundred(parts: list[Line]) -> None:
    whole = total(parts)
    shares = [ratio(part, whole, Decimal(100)) for part in parts]
    for day, value in whole:
        assume(value)
        now = [held(share, day) for share in shares]
        assert float(sum(entry or 0 for entry in now)) == pytest.approx(100)


# ---------------------------------------------------------------- aggregates


def test_a_period_is_known_on_its_last_day_once_it_is_over() -> None:
    found = line(
        (0, 1), (30, 2), (31, 4), (89, 8), (90, 16)
    )  # 1 and 31 January, 1 February, 31 March, 1 April

    def months(today: date) -> list[tuple[int, float | None]]:
        return days(by_period(found, Aggregate.SUM, PeriodKind.MONTH, 1, today))

    assert months(date(2026, 1, 31)) == []
    assert months(date(2026, 2, 1)) == [(30, 3)]
    assert months(date(2026, 4, 1)) == [(30, 3), (58, 4), (89, 8)]
    assert months(date(2026, 5, 1)) == [(30, 3), (58, 4), (89, 8), (119, 16)]
    assert days(by_period(found, Aggregate.MEAN, PeriodKind.QUARTER, 1, date(2026, 4, 1))) == [(89, 3.75)]
    assert days(by_period(found, Aggregate.SUM, PeriodKind.YEAR, 1, date(2026, 12, 31))) == []
    assert days(by_period(found, Aggregate.SUM, PeriodKind.YEAR, 1, date(2027, 1, 1))) == [(364, 31)]


def test_a_period_without_a_value_is_unknown_and_not_0() -> None:
    found = line((0, 1), (31, None), (90, 2), (95, None))
    assert days(by_period(found, Aggregate.SUM, PeriodKind.MONTH, 1, FAR)) == [(30, 1), (58, None), (119, 2)]
    assert days(by_period(found, Aggregate.MEAN, PeriodKind.QUARTER, 1, FAR)) == [(89, 1), (180, 2)]


def test_since_the_baseline_a_sum_stands_on_top_of_it_and_what_was_measured_that_day_belongs_to_it() -> None:
    found = line((0, 5), (10, 7), (20, 1), (25, None), (30, 3))
    start = Mark(100, FIRST + timedelta(10))
    assert days(list(since_baseline(found, Aggregate.SUM, start))) == [(20, 101), (30, 104)]
    assert days(list(since_baseline(found, Aggregate.MEAN, start))) == [(20, 1), (30, 2)]
    assert days(list(since_baseline(found, Aggregate.SUM, Mark(100)))) == [
        (0, 105),
        (10, 112),
        (20, 113),
        (30, 116),
    ]
    assert days(list(since_baseline(found, Aggregate.SUM, None))) == [(0, 5), (10, 12), (20, 13), (30, 16)]
    assert days(list(since_baseline(found, Aggregate.MEAN, None))) == [(0, 5), (10, 6), (20, 13 / 3), (30, 4)]


STARTS = st.integers(1, 12)
PERIODS = st.sampled_from(list(PeriodKind))


@given(timelines(), STARTS)
def test_a_sum_over_a_period_is_the_sum_over_its_parts(found: Line, starts: int) -> None:
    def summed(timeline: Timeline, period: PeriodKind) -> Line:
        return by_period(timeline, Aggregate.SUM, period, starts, FAR)

    quarters = summed(found, PeriodKind.QUARTER)
    assert summed(summed(found, PeriodKind.MONTH), PeriodKind.QUARTER) == quarters
    assert summed(quarters, PeriodKind.YEAR) == summed(found, PeriodKind.YEAR)
    for period in PeriodKind:
        assert sum(value or 0 for _, value in summed(found, period)) == sum(value or 0 for _, value in found)


@given(timelines(), STARTS, PERIODS)
def test_a_running_sum_ends_where_the_periods_do(found: Line, starts: int, period: PeriodKind) -> None:
    running = list(since_baseline(found, Aggregate.SUM, Mark(10)))
    assert running[-1][1] == 10 + sum(
        value or 0 for _, value in by_period(found, Aggregate.SUM, period, starts, FAR)
    )
    assert [day for day, _ in running] == [day for day, _ in found]


@given(timelines(), PERIODS, st.integers(-1000, 1000), st.integers(1, 1000))
def test_means_of_periods_move_with_the_values(
    found: Line, period: PeriodKind, shift: int, scale: int
) -> None:
    moved = [(day, (value or Decimal(0)) * scale + shift) for day, value in found]
    before = by_period(found, Aggregate.MEAN, period, 1, FAR)
    after = by_period(moved, Aggregate.MEAN, period, 1, FAR)
    assert [float(value or 0) for _, value in after] == pytest.approx(
        [float((value or 0) * scale + shift) for _, value in before], rel=1e-12, abs=1e-9
    )


@given(timelines(), PERIODS, DAYS)
def test_nothing_that_is_known_changes_later(found: Line, period: PeriodKind, at: int) -> None:
    today = FIRST + timedelta(at)
    so_far = [entry for entry in found if entry[0] <= today]
    then = by_period(so_far, Aggregate.SUM, period, 4, today)
    assert by_period(found, Aggregate.SUM, period, 4, FAR)[: len(then)] == then


# ---------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("day", "kind", "starts", "end"),
    [
        ("2026-11-22", PeriodKind.MONTH, 7, "2026-11-30"),
        ("2026-11-22", PeriodKind.QUARTER, 1, "2026-12-31"),
        ("2026-11-22", PeriodKind.QUARTER, 7, "2026-12-31"),
        ("2026-11-22", PeriodKind.QUARTER, 12, "2026-11-30"),
        ("2026-12-01", PeriodKind.QUARTER, 12, "2027-02-28"),
        ("2026-06-30", PeriodKind.YEAR, 7, "2026-06-30"),
        ("2026-07-01", PeriodKind.YEAR, 7, "2027-06-30"),
        ("2026-07-01", PeriodKind.YEAR, 1, "2026-12-31"),
        ("2027-03-01", PeriodKind.YEAR, 3, "2028-02-29"),
        ("9999-12-31", PeriodKind.YEAR, 7, "9999-12-31"),
        ("0001-01-01", PeriodKind.YEAR, 7, "0001-06-30"),
    ],
)
def test_the_end_of_a_period(day: str, kind: PeriodKind, starts: int, end: str) -> None:
    assert end_of_period(date.fromisoformat(day), kind, starts) == date.fromisoformat(end)


@pytest.mark.parametrize("starts", range(1, 13))
def test_each_day_of_400_years_lies_in_exactly_one_period(starts: int) -> None:
    """Day by day at the edges of months; in between nothing changes."""
    ends: dict[PeriodKind, list[date]] = {kind: [] for kind in PeriodKind}
    for month in range(2000 * 12, 2400 * 12):
        first = date(month // 12, month % 12 + 1, 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        for kind in PeriodKind:
            end = end_of_period(first, kind, starts)
            assert (
                end == end_of_period(last, kind, starts) == end_of_period(first.replace(day=15), kind, starts)
            )
            assert end >= last
            if end == last:
                ends[kind].append(end)
            else:  # the next month goes on with the same period
                assert end_of_period(last + timedelta(1), kind, starts) == end
    counts: Sequence[int] = [
        len(ends[kind]) for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)
    ]
    assert counts == [4800, 1600, 400]
    assert {(end + timedelta(1)).month for end in ends[PeriodKind.YEAR]} == {starts}
    assert set(ends[PeriodKind.YEAR]) < set(ends[PeriodKind.QUARTER]) < set(ends[PeriodKind.MONTH])


@given(st.dates(), PERIODS, STARTS)
def test_a_period_goes_on_until_its_end(day: date, kind: PeriodKind, starts: int) -> None:
    end = end_of_period(day, kind, starts)
    assert day <= end
    assert end_of_period(end, kind, starts) == end
    if end < date.max:
        assert end_of_period(end + timedelta(1), kind, starts) > end
