"""Calendar periods: months, quarters and years, also of a fiscal year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from alignplan.model.words import PeriodKind

__all__ = ["end_of_period"]

_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


def end_of_period(day: date, kind: PeriodKind, year_starts: int = 1) -> date:
    """The last day of the period in which a day lies: each day lies in exactly one.

    A year begins with the month `year_starts` (1 to 12), and its quarters are three months each from there. The last
    period of the calendar ends with it, in the year 9999.
    """
    months = _MONTHS[kind]
    since = day.year * 12 + day.month - year_starts
    last = since - since % months + months - 1 + year_starts
    year, month = (last - 1) // 12, (last - 1) % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, monthrange(year, month)[1])
