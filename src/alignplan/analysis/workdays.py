"""Working days: how many lie between two days, by the days of the week that are worked.

Public holidays and days off are not known here yet: each such day of the week is worked.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from alignplan.graph.graph import PlanGraph
from alignplan.model.words import Weekday
from alignplan.records import record

__all__ = ["WorkDays", "work_days"]

_WEEK = tuple(Weekday)


@record
class WorkDays:
    """The days of the week that are worked, 0 (Monday) to 6; at least one."""

    days: frozenset[int] = frozenset(range(5))

    def after(self, day: date, through: date) -> int:
        """The working days after `day`, through `through`; none where that is not later.

        >>> WorkDays().after(date(2026, 11, 20), date(2026, 11, 23))  # from a Friday to the Monday after it
        1
        """
        weeks, rest = divmod(max((through - day).days, 0), 7)
        return weeks * len(self.days) + sum((day.weekday() + step) % 7 in self.days for step in _steps(rest))

    def reached(self, day: date, amount: float) -> date | None:
        """The first day after `day` by which so many working days are over; none beyond the end of the calendar.

        >>> WorkDays().reached(date(2026, 11, 20), 5)
        datetime.date(2026, 11, 27)
        """
        weeks, rest = divmod(max(ceil(amount) - 1, 0), len(self.days))
        try:
            found = day + timedelta(weeks=weeks)
            for _ in range(rest + 1 if amount > 0 else 0):
                found = self._next(found)
            return found if amount > 0 else day + timedelta(days=1)
        except OverflowError:
            return None

    def _next(self, day: date) -> date:
        return next(
            day + timedelta(days=step) for step in _steps(7) if (day.weekday() + step) % 7 in self.days
        )


def _steps(last: int) -> range:
    return range(1, last + 1)


def work_days(graph: PlanGraph) -> WorkDays:
    """Those of the plan's default calendar; Monday to Friday where it has none or does not say."""
    node = graph.calendars.get(graph.plan.model.calendar or "")
    stated = frozenset(_WEEK.index(day) for day in node.model.workdays) if node is not None else frozenset()
    return WorkDays(stated) if stated else WorkDays()
