"""Who is there: on which days someone works from today on, and how much of a full day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.calendars.absences import away
from alignplan.analysis.calendars.working import Calendars, WorkCalendar
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["FARTHEST", "Days", "Presence", "day_at"]

FARTHEST = 366 * 30
"""No day is farther from today, in days: a slip of the pen is to cost no memory."""
_STRIDE = 366
_FULL = 100.0


def day_at(today: date, number: int) -> date:
    """The day of a number counted from today; the calendar ends with its last day."""
    return date.fromordinal(min(today.toordinal() + number, date.max.toordinal()))


class Days:
    """The days on which someone works, counted from today: day 0 is today.

    `before[n]` is the number of those among the first n days. It grows as far as it is asked for.
    """

    __slots__ = ("_today", "_works", "before")

    def __init__(self, today: date, works: Callable[[date, date], Sequence[bool]]) -> None:
        self._today = today
        self._works = works
        self.before = [0]

    def count(self, first: int, last: int) -> int:
        """How many there are from day `first` up to, without it, day `last`."""
        if last >= len(self.before):
            self.reach(last)
        return self.before[last] - self.before[first]

    def reach(self, last: int) -> None:
        """Know the days before `last`, too."""
        before = self.before
        while len(before) <= last:
            number, first = before[-1], self._today.toordinal() + len(before) - 1
            end = min(first + _STRIDE - 1, date.max.toordinal())
            if first > end:  # the calendar is over
                before.extend([number] * (last + 1 - len(before)))
                return
            for works in self._works(date.fromordinal(first), date.fromordinal(end)):
                number += works
                before.append(number)

    def works(self, day: int) -> bool:
        """Whether a day is one of them."""
        return self.count(day, day + 1) == 1

    def reached(self, first: int, amount: float) -> int:
        """The day before which, from day `first` on, so many of them have passed; at most the farthest.

        At least one day later.
        """
        last = first + 1
        needed = amount - 1e-9
        while last < FARTHEST and self.count(first, last) < needed:
            missing = needed - self.count(first, last)
            last = min(last + max(int(missing), 1), FARTHEST)
        return last

    def back(self, last: int, amount: float) -> int:
        """The last day from which on so many of them lie before day `last`; today where there are fewer."""
        first = max(last - 1, 0)
        needed = amount - 1e-9
        while first > 0 and self.count(first, last) < needed:
            first = max(first - max(int(needed - self.count(first, last)), 1), 0)
        return first


class Presence:
    """The days and the capacity of everyone and everything in a plan."""

    def __init__(self, plan: Standpoint) -> None:
        self._plan = plan
        self._calendars = Calendars(plan.graph)
        self._by_calendar: dict[int, Days] = {}
        self._of: dict[str, Days] = {}
        self.working = self._days(self._calendars.default)
        """The working days of the plan's calendar."""
        self.calendar = Days(plan.today, lambda one, other: [True] * ((other - one).days + 1))
        """All days."""

    def days(self, node: Node) -> Days:
        """When a person works; a team, when one of its people does; a thing, in the plan's working time."""
        found = self._of.get(node.id)
        if found is None:
            found = self._of[node.id] = self._made(node)
        return found

    def usual(self, node: Node) -> Days:
        """When someone works by their calendar, leave and first and last days aside."""
        return self._days(self._calendars.of(node))

    def _made(self, node: Node) -> Days:
        if node.kind is Kind.PERSON:
            return self._of_person(node)
        if node.kind is Kind.TEAM:
            members = self.members(node) if node.model.capacity is None else ()
            return self._of_team(members) if members else self._days(self._calendars.of(node))
        return self.working

    def capacity(self, node: Node, first: int, last: int) -> float | None:
        """How much there is from day `first` up to, without it, `last`: in person-days, of a thing in days of use.

        Of a team that says nothing and whose people are not named nobody knows.
        """
        model = node.model
        if node.kind is Kind.PERSON:
            days = self.days(node).count(first, last) - self._hours_lost(node, first, last)
            return days * self.rate(node)
        if node.kind is Kind.TEAM and model.capacity is None:
            members = self.members(node)
            known = [self.capacity(one, first, last) or 0.0 for one in members]
            return sum(known) if members else None
        return self.days(node).count(first, last) * self.rate(node)

    def rate(self, node: Node) -> float:
        """What a working day of someone is in person-days; of a thing, its units. Of a team without a capacity 1."""
        model = node.model
        if node.kind is Kind.RESOURCE:
            return 1.0 if model.capacity is None else float(model.capacity)
        part = 1.0 if model.capacity is None else float(model.capacity) / _FULL
        return part * float(self._calendars.of(node).hours) / self._plan.week.hours

    def members(self, team: Node) -> Sequence[Node]:
        """The people of a team, in order."""
        return self._members.get(team.id, ())

    @property
    def _members(self) -> Mapping[str, Sequence[Node]]:
        if self._teams is None:
            self._teams = {}
            for person in self._plan.graph.kinds[Kind.PERSON]:
                if person.model.team is not None:
                    self._teams.setdefault(person.model.team, []).append(person)
        return self._teams

    _teams: dict[str, list[Node]] | None = None

    # ------------------------------------------------------------ whose days

    def _days(self, calendar: WorkCalendar) -> Days:
        known = id(calendar)  # there is one object for each, and its hash is made of all of its days off
        if known not in self._by_calendar:
            self._by_calendar[known] = Days(self._plan.today, lambda *days: _worked(calendar, *days))
        return self._by_calendar[known]

    def _of_person(self, person: Node) -> Days:
        calendar, model = self._calendars.of(person), person.model
        if model.from_ is None and model.until is None and not model.leave:
            return self._days(calendar)

        def works(one: date, other: date) -> Sequence[bool]:
            found = _worked(calendar, one, other)
            for span in away(model, one, other)[0]:
                at, end = (span.first - one).days, (span.last - one).days + 1
                found[at:end] = [False] * (end - at)
            return found

        return Days(self._plan.today, works)

    def _of_team(self, members: Sequence[Node]) -> Days:
        all_days = list(dict.fromkeys(self.days(one) for one in members))
        if len(all_days) == 1:
            return all_days[0]

        def works(one: date, other: date) -> Sequence[bool]:
            first = (one - self._plan.today).days
            days = range(first, first + (other - one).days + 1)
            return [any(of.works(day) for of in all_days) for day in days]

        return Days(self._plan.today, works)

    def _hours_lost(self, person: Node, first: int, last: int) -> float:
        """The parts of working days that someone is on leave for some hours."""
        if first >= last or not any(leave.hours is not None for leave in person.model.leave):
            return 0.0
        today, days = self._plan.today, self.days(person)
        one, other = day_at(today, first), day_at(today, last - 1)
        full = self._calendars.of(person).hours
        hours = away(person.model, one, other)[1]
        return sum(min(gone / full, 1.0) for day, gone in hours.items() if days.works((day - today).days))


def _worked(calendar: WorkCalendar, one: date, other: date) -> list[bool]:
    """Of each day from one to another, whether a calendar has it."""
    weekday, week = one.weekday(), calendar.week
    found = [(weekday + step) % 7 in week for step in range((other - one).days + 1)]
    for day in calendar.off.between(one, other):
        found[(day - one).days] = False
    return found
