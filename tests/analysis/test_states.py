"""The five states of a KPI: where one ends and the next begins, with properties."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from alignplan.analysis.kpis import Goal, KpiState, Mark
from alignplan.analysis.kpis.state import judge
from alignplan.model.entry import blank
from alignplan.model.plan import Bands
from alignplan.model.values import Point

START, END = date(2026, 1, 1), date(2026, 12, 31)
MIDDLE = date(2026, 6, 30)
BANDS = blank(Bands)  # on track from 90 %, behind from 70 %, 3 points of tolerance
ORDER = [KpiState.OFF_TRACK, KpiState.BEHIND, KpiState.ON_TRACK, KpiState.MET]

# The way is 1000 units of a size that makes every border a whole number of hundredths.
BASELINES = st.integers(-5000, 5000)
SIZES = st.integers(1, 50)
SIGNS = st.sampled_from([1, -1])
SHARES = st.integers(11, 100)
"""Percent of the way that is planned: from 11 on, 90 % of it is more than 3 points short, from 21 on 70 % more than 6."""


def state(start: Decimal, way: Decimal, planned: Decimal, value: Decimal, passed: bool = False) -> KpiState:
    """The state of a value, on the way from `start` over `way`, where `planned` was planned for the day."""
    checkpoint = Point(MIDDLE, float(start + planned))
    goal = Goal(Mark(float(start), START), Mark(float(start + way), END), checkpoints=(checkpoint,))
    return judge(goal, Point(MIDDLE, float(value)), passed, BANDS).state


def worse(start: Decimal, way: Decimal, value: Decimal) -> Decimal:
    """A hair to the side of the baseline."""
    return value - way / 10_000


@given(BASELINES, SIZES, SIGNS, SHARES)
def test_on_track_ends_at_90_percent_of_what_was_planned(base: int, size: int, sign: int, share: int) -> None:
    assume(share >= 31)
    start, way = Decimal(base), Decimal(1000 * size * sign)
    planned = way * share / 100
    border = start + planned * 90 / 100
    assert state(start, way, planned, border) is KpiState.ON_TRACK
    assert state(start, way, planned, worse(start, way, border)) is KpiState.BEHIND


@given(BASELINES, SIZES, SIGNS, SHARES)
def test_behind_ends_at_70_percent(base: int, size: int, sign: int, share: int) -> None:
    assume(share >= 21)
    start, way = Decimal(base), Decimal(1000 * size * sign)
    planned = way * share / 100
    border = start + planned * 70 / 100
    assert state(start, way, planned, border) is KpiState.BEHIND
    assert state(start, way, planned, worse(start, way, border)) is KpiState.OFF_TRACK


@given(BASELINES, SIZES, SIGNS, st.integers(7, 19))
def test_a_few_points_are_tolerated_where_little_is_planned(
    base: int, size: int, sign: int, share: int
) -> None:
    start, way = Decimal(base), Decimal(1000 * size * sign)
    planned = way * share / 100
    for points, above, below in (
        (3, KpiState.ON_TRACK, KpiState.BEHIND),
        (6, KpiState.BEHIND, KpiState.OFF_TRACK),
    ):
        border = start + planned - way * points / 100
        assert state(start, way, planned, border) is above
        assert state(start, way, planned, worse(start, way, border)) is below


@given(BASELINES, SIZES, SIGNS, SHARES, st.booleans())
def test_met_begins_at_the_target_and_after_its_day_there_is_nothing_between(
    base: int, size: int, sign: int, share: int, passed: bool
) -> None:
    start, way = Decimal(base), Decimal(1000 * size * sign)
    planned = way * share / 100
    assert state(start, way, planned, start + way, passed) is KpiState.MET
    short = worse(start, way, start + way)
    assert (state(start, way, planned, short, passed) is KpiState.OFF_TRACK) is passed


@given(BASELINES, SIZES, SIGNS, SHARES, st.lists(st.integers(-300, 1300), min_size=2, max_size=6))
def test_what_is_better_is_never_in_a_worse_state(
    base: int, size: int, sign: int, share: int, steps: list[int]
) -> None:
    start, way = Decimal(base), Decimal(1000 * size * sign)
    found = [state(start, way, way * share / 100, start + way * step / 1000) for step in sorted(steps)]
    assert found == sorted(found, key=ORDER.index)


@given(
    BASELINES, SIZES, SIGNS, SHARES, st.integers(-300, 1300), st.sampled_from([-1000, -1, 7, 60]), BASELINES
)
def test_the_unit_does_not_matter(
    base: int, size: int, sign: int, share: int, step: int, scale: int, shift: int
) -> None:
    start, way = Decimal(base), Decimal(1000 * size * sign)
    planned, value = way * share / 100, start + way * step / 1000
    other = state(start * scale + shift, way * scale, planned * scale, value * scale + shift)
    assert other is state(start, way, planned, value)
