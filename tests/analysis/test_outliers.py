"""Steps that stand out of a series of measurements."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from alignplan.analysis.outliers import future, jumps
from alignplan.model.values import Point

START = date(2026, 1, 31)


def points(*values: float) -> list[Point]:
    return [Point(START + timedelta(days=at), value) for at, value in enumerate(values)]


def pairs(*values: float, factor: float = 5, least: int = 6) -> list[tuple[float, float]]:
    return [(jump.before.value, jump.after.value) for jump in jumps(points(*values), factor, least)]


def test_a_step_over_five_times_the_median_stands_out() -> None:
    assert pairs(1, 2, 3, 4, 9, 10) == []
    assert pairs(1, 2, 3, 4, 9.5, 10.5) == [(4, 9.5)]
    assert pairs(1, 2, 3, 4, 40) == []


def test_the_way_back_is_the_same_fault() -> None:
    assert pairs(1, 2, 3, 40, 4, 5, 6) == [(3, 40)]
    assert pairs(1, 2, 3, 40, 41, 42, 43) == [(3, 40)]
    assert pairs(1, 2, 3, 40, 80, 81, 82, 83) == [(3, 40), (40, 80)]


def test_where_most_steps_are_nothing_no_step_stands_out() -> None:
    assert pairs(3, 3, 3, 3, 3, 9) == []


@given(st.lists(st.integers(-1000, 1000), min_size=6, max_size=20), st.integers(1, 9))
def test_what_stands_out_is_over_the_bound(values: list[int], factor: int) -> None:
    usual = median(abs(after - before) for before, after in pairwise(values))
    found = jumps(points(*values), factor, 6)
    assert all(abs(jump.after.value - jump.before.value) > factor * usual > 0 for jump in found)
    assert all(jump.usual == usual for jump in found)


def test_what_is_dated_after_today_is_to_come() -> None:
    series = points(1, 2, 3)
    assert [point.value for point in future(series, START + timedelta(days=1))] == [3]
