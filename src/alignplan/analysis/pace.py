"""Pace: how fast a KPI has to move from now on, beside the fastest it was ever seen to move."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from alignplan.analysis.kpis.decimals import EXACT, exact, finite, quotient
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["Pace", "best", "pace"]


@record
class Pace:
    """Changes in the unit of a KPI, over the days from the last actual to the day of its target."""

    needed: float
    """Target − last actual."""
    best: float
    """What it would move in that time at the best rate yet seen; 0 or against the target where it never came nearer."""
    days: int
    until: date
    ratio: float | None
    """`needed` in times of `best`; none where it never came nearer."""


def pace(kpi: KpiStanding, least: int) -> Pace | None:
    """How fast it has to move; none with fewer than `least` actuals, without a day to move to, once met or too late.

    A yes or no has no pace.
    """
    aim, last = kpi.goal.aim, kpi.actual
    if kpi.state in (KpiState.MET, KpiState.NO_DATA) or kpi.passed or kpi.unit == "yes/no":
        return None
    if aim is None or last is None or aim.day is None or len(kpi.actuals) < max(least, 2):
        return None
    days = (aim.day - last.day).days
    if days <= 0:
        return None
    needed = EXACT.subtract(exact(aim.value), exact(last.value))
    rate = best(kpi.actuals, 1 if needed > 0 else -1)
    moved = EXACT.multiply(rate, Decimal(days))
    ratio = finite(quotient(needed, moved)) if moved * needed > 0 else None
    return Pace(finite(needed), finite(moved), days, aim.day, ratio)


def best(actuals: Sequence[Point], sense: int) -> Decimal:
    """The best rate between two actuals, a day, in the direction of `sense` (1 up, -1 down).

    Between neighbours: no two others are faster than the fastest neighbours between them.
    """
    rates = [
        quotient(
            EXACT.subtract(exact(after.value), exact(before.value)), Decimal((after.day - before.day).days)
        )
        for before, after in pairwise(actuals)
    ]
    return max(rates) if sense > 0 else min(rates)
