"""How far a KPI has come: of its whole way, and of the part that was planned by now.

Decimal arithmetic: 18.9 on the way from 18 to 19 is 90 %, and the bands of health may lie exactly there.
"""

from __future__ import annotations

from decimal import Decimal

from alignplan.analysis.kpis.decimals import exact, finite
from alignplan.analysis.kpis.goal import Goal

__all__ = ["against_plan", "attainment"]


def attainment(goal: Goal, value: float) -> float | None:
    """(value − baseline) ÷ (target − baseline) in percent, not clamped: below the baseline it is negative.

    A target equal to the baseline: 100 at it or better by `direction`, else 0. A range: 100 inside; outside, the bound
    nearest to the baseline is the target; 0 beyond the other bound, and where there is no baseline outside of it.
    Unknown without baseline or target.

    It is the share of the intended change that has happened, the measure of results frameworks and key results:
    unlike actual ÷ target it is 0 at the start, works where less is better, and does not depend on the unit.
    """
    if goal.is_range:
        if goal.inside(value):
            return 100.0
        if goal.aim is None or goal.beyond(value):
            return 0.0
    if goal.aim is None or goal.baseline is None:
        return None
    if goal.aim.value == goal.baseline.value:
        return 100.0 if goal.at_least(value, goal.aim.value) else 0.0
    return _share(value, goal.baseline.value, exact(goal.aim.value))


def against_plan(goal: Goal, value: float, planned: Decimal | None) -> float | None:
    """(value − baseline) ÷ (expected − baseline) in percent, where expected is `planned`: the `path` on that day.

    Where the path is at the baseline or on its far side: 100 when the value is at expected or better, else 0. A range:
    100 inside; 0 beyond the bound that is not the nearest, and outside where the baseline is inside or missing.
    Unknown where expected is.
    """
    if goal.is_range:
        if goal.inside(value):
            return 100.0
        if goal.aim is None or goal.beyond(value):
            return 0.0
    if planned is None or goal.baseline is None:
        return None
    way = planned - exact(goal.baseline.value)
    if way == 0 or way * goal.sense < 0:
        return 100.0 if goal.at_least(value, float(planned)) else 0.0
    return _share(value, goal.baseline.value, planned)


def _share(value: float, start: float, end: Decimal) -> float:
    """The part of the way from `start` to `end` that `value` has gone, in percent; finite, whatever the values."""
    part = (exact(value) - exact(start)) * 100 / (end - exact(start))
    return finite(part)
