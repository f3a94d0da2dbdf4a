"""Pace and drift: what is still believed of a KPI."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, kpi

from alignplan.analysis.drift import drift
from alignplan.analysis.pace import best, pace
from alignplan.model.values import Point

SERIES = st.lists(st.tuples(st.integers(1, 40), st.integers(-500, 500)), min_size=2, max_size=6)


@given(SERIES, st.sampled_from([1, -1]))
def test_no_two_actuals_are_faster_than_the_fastest_neighbours(
    steps: list[tuple[int, int]], sense: int
) -> None:
    day, points = date(2026, 1, 1), []
    for days, value in steps:
        day += timedelta(days=days)
        points.append(Point(day, value / 4))
    rates = [
        (after.value - before.value) / (after.day - before.day).days
        for before, after in combinations(points, 2)
    ]
    assert float(best(points, sense)) == pytest.approx(max(rates) if sense > 0 else min(rates))


def test_the_pace_that_is_needed_counts_from_the_last_actual() -> None:
    plan = assess(
        kpi(
            "baseline: 0, target: {date: 2026-12-31, value: 100}, actuals: {2026-08-31: 0, 2026-09-30: 15, 2026-10-31: 20}"
        )
    )
    found = pace(plan.kpis["o/k"], 3)
    assert found is not None
    assert (found.needed, found.days, found.until) == (80, 61, date(2026, 12, 31))
    assert found.best == pytest.approx(15 / 30 * 61)
    assert found.ratio == pytest.approx(80 / 30.5)


@pytest.mark.parametrize("least", [0, 1, 2, 3])
def test_one_actual_has_no_pace(least: int) -> None:
    assert pace(assess(kpi("baseline: 0, target: 9, actuals: {2026-08-31: 1}")).kpis["o/k"], least) is None


def test_a_drift_is_counted_back_from_the_last_actual() -> None:
    plan = assess(kpi("baseline: 0, target: 100, actuals: {2026-03-31: 25, 2026-06-30: 30, 2026-09-30: 40}"))
    standing = plan.kpis["o/k"]
    assert [point.day.month for point, _ in drift(standing, plan.bands, 1)] == [6, 9]
    assert [point.day.month for point, _ in drift(standing, plan.bands, 2)] == [6, 9]
    assert drift(standing, plan.bands, 3) == ()
