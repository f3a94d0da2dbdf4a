"""Days on which a calendar is not worked although the week would have it: single days, and public holidays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from alignplan.analysis.calendars.places import FIRST_YEAR, LAST_YEAR, public_holidays
from alignplan.model.values import day_of, start_of
from alignplan.records import record

__all__ = ["NONE_OFF", "DaysOff", "days_off"]


@record
class DaysOff:
    """Single `dates`, and the public holidays of `places`: those are looked up when a day is asked for."""

    dates: frozenset[date] = frozenset()
    places: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there may be any."""
        return bool(self.dates or self.places)

    def between(self, first: date, last: date) -> frozenset[date]:
        """The days off from a day to another, both included."""
        if not self.any or last < first:
            return frozenset()
        public = (
            day
            for place in self.places
            for year in range(max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR) + 1)
            for day in public_holidays(place, year)
        )
        return frozenset(day for day in (*self.dates, *public) if first <= day <= last)

    def __contains__(self, day: date) -> bool:
        return day in self.dates or any(day in public_holidays(place, day.year) for place in self.places)


NONE_OFF = DaysOff()


def days_off(stated: Iterable[str], year_starts: int) -> DaysOff:
    """What the `holidays` of a calendar say: places and days as they are written; a period is all of its days."""
    dates: set[date] = set()
    places: list[str] = []
    for entry in stated:
        first, last = start_of(entry, year_starts), day_of(entry, year_starts)
        if first is None or last is None:
            places.append(entry)
        else:
            dates.update(first + timedelta(days=step) for step in range((last - first).days + 1))
    return DaysOff(frozenset(dates), tuple(places)) if dates or places else NONE_OFF
