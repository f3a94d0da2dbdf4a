"""From the slots of a schedule to the hands of a clock: other programs have no slots."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.calendars.working import WorkCalendar

__all__ = ["Clock"]

_EIGHT = 8 * 60
_DAY = 24 * 60


class Clock:
    """Working days begin at eight and go on without a break; where one is longer than 16 hours, all begin at midnight.

    All times are local, and no clock is ever changed.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        default = grid.calendars.default
        self.slot = grid.minutes or round(default.hours * 60)
        """The minutes of a slot."""
        self.begins = _EIGHT if _EIGHT + grid.per_day * self.slot <= _DAY else 0
        """The minute of the day at which work begins."""
        self.day = self.minutes(default)
        """The minutes of a working day by the plan's calendar."""

    def minutes(self, calendar: WorkCalendar) -> int:
        """The minutes of a working day of a calendar."""
        return self._grid.slots_of_day(calendar) * self.slot

    def begin(self, day: date) -> datetime:
        """When work begins on a day."""
        return datetime.combine(day, time()) + timedelta(minutes=self.begins)

    def close(self, day: date) -> datetime:
        """When it ends, by the plan's calendar."""
        return self.begin(day) + timedelta(minutes=self.day)

    def starting(self, instant: int) -> datetime:
        """The time at which what starts at an instant does so."""
        slots = instant % self._grid.per_day
        return self.begin(self._grid.day_of(instant)) + timedelta(minutes=slots * self.slot)

    def ending(self, instant: int) -> datetime:
        """The time at which what ends at an instant does so."""
        slots = (instant - 1) % self._grid.per_day + 1
        return self.begin(self._grid.last_day(instant)) + timedelta(minutes=slots * self.slot)

    def on(self, day: date, instant: int) -> datetime:
        """The time of an instant between two days that belongs to one of them."""
        return self.ending(instant) if self._grid.last_day(instant) == day else self.starting(instant)
