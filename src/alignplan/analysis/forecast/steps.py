"""Days as steps of a series: every month, quarter, week … one step, however long it is, and what lies between."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from alignplan.records import record

__all__ = ["Steps", "steps_of"]

_MONTH = 365.25 / 12
_MOST_SPARSE = 3
"""So many times as many steps as values there may be: what is sparser is not measured at the steps of its median."""
_SEASONS = {1: 7, 7: 52, 14: 26}
"""Days of a step → steps to a week or a year."""


@record
class Steps:
    """How days are counted: in months (`months` of them a step) or in days; workdays leave out Saturday and Sunday."""

    size: float
    months: bool = False
    workdays: bool = False

    @property
    def season(self) -> int:
        """Steps to a year, of a daily series to a week; 1 where there are none, or too many to tell."""
        if self.workdays:
            return 5
        per_year = 12 / self.size if self.months else _SEASONS.get(round(self.size), 1)
        return round(per_year) if per_year > 1 and float(per_year).is_integer() else 1

    def between(self, first: date, second: date) -> float:
        """How many steps from one day to another."""
        return (self._count(second) - self._count(first)) / self.size

    def _count(self, day: date) -> float:
        """Days or months since the beginning of time; the last day of a month is a whole number of months."""
        if self.months:
            return day.year * 12 + day.month + day.day / monthrange(day.year, day.month)[1]
        if self.workdays:
            weeks, weekday = divmod(day.toordinal() - 1, 7)
            return weeks * 5 + min(weekday, 4)
        return day.toordinal()


def steps_of(days: Sequence[date]) -> Steps:
    """The steps in which a series of at least two days goes on: the median distance, as months where it is that long.

    Where days lie much sparser than that, as when a few stand close together, it is their mean distance.
    """
    gaps = [(after - before).days for before, after in pairwise(days)]
    typical = float(median(gaps))
    mean = sum(gaps) / len(gaps)
    if mean > _MOST_SPARSE * typical:
        typical = mean
    if typical >= 25:
        return Steps(max(1, round(typical / _MONTH)), months=True)
    if typical < 2 and all(day.weekday() < 5 for day in days) and len(days) > 5:
        return Steps(1, workdays=True)
    return Steps(_week(typical))


def _week(days: float) -> float:
    """Distances of about a week or two are just that."""
    for week in (7, 14):
        if abs(days - week) <= 1.5:
            return week
    return max(1, round(days))
