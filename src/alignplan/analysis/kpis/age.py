"""How old the data of a KPI are, and when they are too old."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.model.words import Frequency

__all__ = ["DAYS_OF", "GRACE", "age_days", "is_stale", "stale_after"]

DAYS_OF = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 31,
    Frequency.QUARTERLY: 92,
    Frequency.YEARLY: 366,
}
"""The longest that each frequency takes, in days."""
GRACE = 50.0
"""Percent of the frequency that data may be late."""


def age_days(kpi: KpiStanding, today: date) -> int | None:
    """Days since it, or what it is made of, was last measured, else since the baseline.

    Unknown without either, before the baseline's date, and where the values are not known.
    """
    since = kpi.measured or (kpi.baseline.day if kpi.baseline is not None else None)
    if kpi.gap or since is None or since > today:
        return None
    return (today - since).days


def stale_after(frequency: Frequency, grace: float = GRACE) -> float:
    """Days after which data are too old: the frequency plus a grace of so many percent of it."""
    return DAYS_OF[frequency] * (1 + grace / 100)


def is_stale(kpi: KpiStanding, today: date, grace: float = GRACE) -> bool:
    """Whether its data are older than its frequency plus a grace of so many percent of it.

    Never without `frequency`, before the baseline's date, or once a measurement on the target's day or later is there.
    """
    frequency, start, end, last = kpi.node.model.frequency, kpi.baseline, kpi.target, kpi.actual
    if frequency is None or (start is not None and start.day is not None and start.day > today):
        return False
    if last is not None and end is not None and end.day is not None and last.day >= end.day:
        return False
    age = age_days(kpi, today)
    return age is not None and age > stale_after(frequency, grace)
