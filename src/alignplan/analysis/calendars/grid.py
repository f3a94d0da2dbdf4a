"""The grid: time as the scheduler sees it, whole slots, and the way from days to it and back.

Every calendar day has the same number of slots, worked or not; an instant is the border before a slot, and the first
one of the day `origin` is 0. All clocks are local and none changes: a day is a day.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from alignplan.analysis.calendars.absences import away
from alignplan.analysis.calendars.extent import extent
from alignplan.analysis.calendars.resolution import minutes_needed
from alignplan.analysis.calendars.working import Calendars, WorkCalendar
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration
from alignplan.scheduling.axis import Axis

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Grid", "grid"]

_MONTH = Fraction(1461, 48)
"""Days of a calendar month where none is meant in particular: a twelfth of 365 and a quarter."""


class Grid:
    """The time axis of a plan: the days from `origin` through `last` one by one, and all later weeks alike.

    `minutes` is the length of a slot, None where it is a whole day.
    """

    def __init__(self, plan: Standpoint, first: date, last: date) -> None:
        self.origin = first
        self.last = last
        self.calendars = Calendars(plan.graph)
        self._plan = plan
        self._people = plan.graph.kinds[Kind.PERSON]
        used = [self.calendars.default]
        used += [self.calendars.of(node) for node in (*self._people, *plan.graph.kinds[Kind.TEAM])]
        self.minutes = minutes_needed(plan, used)
        self.per_day = max(map(self.slots_of_day, used))
        self._axes: dict[Axis, Axis] = {}
        self._worked: dict[WorkCalendar, list[int]] = {}
        self._own: dict[str, Axis] = {}

    # ------------------------------------------------------------ days and instants

    @cached_property
    def days(self) -> int:
        """The number of days that are listed one by one."""
        return (self.last - self.origin).days + 1

    @property
    def now(self) -> int:
        """The first instant of today."""
        return self.instant_of(self._plan.today)

    def instant_of(self, day: date, *, end: bool = False) -> int:
        """The instant at which a day begins, or with `end` is over; below 0 for days before the origin."""
        return ((day - self.origin).days + end) * self.per_day

    def day_of(self, instant: int) -> date:
        """The day of the slot behind an instant: on which what starts then begins."""
        return self._day(instant // self.per_day)

    def last_day(self, finish: int) -> date:
        """The day of the slot before an instant: on which what finishes then ends."""
        return self._day((finish - 1) // self.per_day)

    def _day(self, number: int) -> date:
        """The calendar ends with its last day, whatever would lie behind it."""
        return date.fromordinal(min(max(self.origin.toordinal() + number, 1), date.max.toordinal()))

    # ------------------------------------------------------------ lengths of time

    def slots_of_day(self, calendar: WorkCalendar) -> int:
        """The slots of a working day: one at least."""
        return 1 if self.minutes is None else max(round(calendar.hours * 60 / self.minutes), 1)

    def slots(self, length: Duration, calendar: WorkCalendar | None = None) -> int:
        """A length of working time in slots, rounded up, by a calendar (left out: the plan's); a lag may be below 0.

        Days, weeks and months have the hours and days of that calendar; a month is a twelfth of a year's.
        """
        calendar = calendar or self.calendars.default
        amount, per_day = Fraction(str(length.amount)), self.slots_of_day(calendar)
        if length.unit == "h":
            exact = amount * per_day / Fraction(str(calendar.hours))
        else:
            days = {"d": Fraction(1), "w": Fraction(len(calendar.week))}
            days["m"] = days["w"] * Fraction("4.35")
            exact = amount * days[length.unit] * per_day
        return ceil(exact)

    def elapsed_slots(self, length: Duration) -> int:
        """A length of calendar time in slots, rounded up: a day is all slots of a day, a week seven of them."""
        days = {"h": Fraction(1, 24), "d": Fraction(1), "w": Fraction(7), "m": _MONTH}
        return ceil(Fraction(str(length.amount)) * days[length.unit] * self.per_day)

    # ------------------------------------------------------------ axes

    @cached_property
    def elapsed(self) -> Axis:
        """Calendar time: every slot."""
        return self._shared([self.per_day] * self.days, [self.per_day] * 7)

    @property
    def working(self) -> Axis:
        """Working time by the plan's calendar."""
        return self.axis(self.calendars.default)

    def axis(self, calendar: WorkCalendar) -> Axis:
        """Working time by a calendar."""
        return self._shared(self._days_of(calendar), self._week_of(calendar))

    def axis_of(self, node: Node) -> Axis:
        """When a person works: by their calendar, when they are there. Of a team: when one of it does."""
        if node.id not in self._own:
            self._own[node.id] = self._of_team(node) if node.kind is Kind.TEAM else self._of_person(node)
        return self._own[node.id]

    def members(self, team: Node) -> list[Node]:
        """The people of a team, in order."""
        return [person for person in self._people if person.model.team == team.id]

    def _of_team(self, team: Node) -> Axis:
        members = [self.axis_of(person) for person in self.members(team)]
        if not members:
            return self.axis(self.calendars.of(team))
        worked = [max(slots) for slots in zip(*(axis.worked for axis in members), strict=True)]
        return self._shared(worked, [max(slots) for slots in zip(*(a.beyond for a in members), strict=True)])

    def _of_person(self, person: Node) -> Axis:
        calendar = self.calendars.of(person)
        days, hours = away(person.model, self.origin, self.last)
        worked = self._days_of(calendar)
        if days or hours:
            worked = list(worked)
        for span in days:
            one, other = ((day - self.origin).days for day in (span.first, span.last))
            worked[one : other + 1] = [0] * (other + 1 - one)
        for day, gone in hours.items():
            at = (day - self.origin).days
            worked[at] = max(worked[at] - self._part(gone, calendar), 0)
        leaves = person.model.until is not None and person.model.until <= self.last
        return self._shared(worked, [0] * 7 if leaves else self._week_of(calendar))

    def _part(self, hours: float, calendar: WorkCalendar) -> int:
        """So many hours of a day in slots, rounded up."""
        return ceil(Fraction(str(hours)) * self.slots_of_day(calendar) / Fraction(str(calendar.hours)))

    def _days_of(self, calendar: WorkCalendar) -> list[int]:
        """The worked slots of each day of the grid. Not to be changed."""
        if calendar not in self._worked:
            slots, off = self.slots_of_day(calendar), calendar.off.between(self.origin, self.last)
            first = self.origin.weekday()
            worked = [slots if (first + at) % 7 in calendar.week else 0 for at in range(self.days)]
            for day in off:
                worked[(day - self.origin).days] = 0
            self._worked[calendar] = worked
        return self._worked[calendar]

    def _week_of(self, calendar: WorkCalendar) -> list[int]:
        """The worked slots of the seven days behind the grid."""
        first, slots = self.origin.weekday() + self.days, self.slots_of_day(calendar)
        return [slots if (first + at) % 7 in calendar.week else 0 for at in range(7)]

    def _shared(self, worked: list[int], beyond: list[int]) -> Axis:
        """One axis for all that are the same."""
        axis = Axis(self.per_day, worked, beyond)
        return self._axes.setdefault(axis, axis)


def grid(plan: Standpoint, through: date | None = None) -> Grid:
    """The grid of a plan on its day; its single days reach through the latest day that the plan names, or `through`."""
    first, last = extent(plan)
    return Grid(plan, first, max(last, through) if through is not None else last)
