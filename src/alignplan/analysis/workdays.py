"""Working days: how many lie between two days, by the plan's default calendar.

A day is worked where the calendar's week has it, and no public holiday or single day off falls on it. Leave of people
is theirs, and not in question here.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from alignplan.graph.graph import PlanGraph
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.calendars.days_off import DaysOff

__all__ = ["WorkDays", "work_days"]


@record
class WorkDays:
    """The days of the week that are worked, 0 (Monday) to 6, at least one; and the days off among them."""

    days: frozenset[int] = frozenset(range(5))
    off: DaysOff | None = None

    def after(self, day: date, through: date) -> int:
        """The working days after `day`, through `through`; none where that is not later.

        >>> WorkDays().after(date(2026, 11, 20), date(2026, 11, 23))  # from a Friday to the Monday after it
        1
        """
        weeks, rest = divmod(max((through - day).days, 0), 7)
        worked = weeks * len(self.days) + sum(
            (day.weekday() + step) % 7 in self.days for step in _steps(rest)
        )
        return worked - len(self.off_after(day, through))

    def off_after(self, day: date, through: date) -> list[date]:
        """The days off after `day`, through `through`, that would be worked, in order."""
        off = self.off.between(day, through) if self.off is not None else ()
        return sorted(one for one in off if one > day and one.weekday() in self.days)

    def reached(self, day: date, amount: float) -> date | None:
        """The first day after `day` by which so many working days are over; none beyond the end of the calendar.

        >>> WorkDays().reached(date(2026, 11, 20), 5)
        datetime.date(2026, 11, 27)
        """
        needed = ceil(amount)
        try:
            if needed <= 0:
                return day + timedelta(days=1)
            found = self._later(day, needed)
            while missing := needed - self.after(day, found):
                found = self._later(found, missing)
            return found
        except OverflowError:
            return None

    def _later(self, day: date, amount: int) -> date:
        """So many days of the working week later, 1 at least; days off count as worked."""
        weeks, rest = divmod(amount - 1, len(self.days))
        found = day + timedelta(weeks=weeks)
        for _ in range(rest + 1):
            found = self._next(found)
        return found

    def _next(self, day: date) -> date:
        return next(
            day + timedelta(days=step) for step in _steps(7) if (day.weekday() + step) % 7 in self.days
        )


def _steps(last: int) -> range:
    return range(1, last + 1)


def work_days(graph: PlanGraph) -> WorkDays:
    """Those of the plan's default calendar; Monday to Friday where it has none or does not say."""
    from alignplan.analysis.calendars.working import Calendars

    calendar = Calendars(graph).default
    return WorkDays(calendar.week, calendar.off if calendar.off.any else None)
