"""The periods in which load is looked at: weeks from Monday to Sunday, months, quarters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from alignplan.analysis.kpis.periods import end_of_period
from alignplan.model.words import PeriodKind
from alignplan.records import record

__all__ = ["By", "Stretch", "end_of", "stretches"]


class By(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@record
class Stretch:
    """A period or what is left of it: its first and its last day, and its name (`2026-W48`, `2026-11`, `2026-Q4`)."""

    first: date
    last: date
    name: str

    def within(self, today: date) -> tuple[int, int]:
        """The same counted from today: the first day, and the one after the last."""
        return (self.first - today).days, (self.last - today).days + 1


def stretches(first: date, last: date, by: By, year_starts: int = 1) -> Iterator[Stretch]:
    """The periods from one day through another, the first and the last as far as they lie between them."""
    day = first
    while day <= last:
        end = end_of(day, by, year_starts)
        yield Stretch(day, min(end, last), _name(end, by, year_starts))
        if end == date.max:
            return
        day = end + timedelta(days=1)


def end_of(day: date, by: By, year_starts: int = 1) -> date:
    """The last day of the period in which a day lies."""
    if by is By.WEEK:
        return date.fromordinal(min(day.toordinal() + 6 - day.weekday(), date.max.toordinal()))
    return end_of_period(day, PeriodKind(by.value), year_starts)


def _name(end: date, by: By, year_starts: int) -> str:
    if by is By.WEEK:
        year, week, _ = end.isocalendar()
        return f"{year:04}-W{week:02}"
    if by is By.MONTH:
        return end.isoformat()[:7]
    if year_starts == 1:
        return f"{end.year:04}-Q{end.month // 3}"
    months = (end.month - year_starts) % 12
    year = end.year + (end.month >= year_starts)
    return f"FY{year}-Q{months // 3 + 1}"
