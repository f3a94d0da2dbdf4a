"""Calendars of the format: those of the plan, and one of each person's own with the days away as exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from alignplan.analysis.calendars.working import WorkCalendar
from alignplan.analysis.handover.project import Project, Worker
from alignplan.formats.mspdi.elements import Element, clock_time, day_from, day_through, flag, plain

__all__ = ["Calendars"]

_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
"""Days of the week in the order of `DayType`, 1 to 7; 0 is Monday."""


class Calendars:
    """Numbers the calendars: first those that are shared, then one for each person, team and thing."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._shared: dict[WorkCalendar, int] = {}
        for calendar in (project.calendar, *(worker.calendar for worker in project.workers)):
            self._shared.setdefault(calendar, len(self._shared) + 1)
        self.own: Mapping[str, int] = {
            worker.node.id: len(self._shared) + number for number, worker in enumerate(project.workers, 1)
        }
        """The calendar of each worker."""

    def elements(self) -> Iterator[Element]:
        """All calendars."""
        for calendar, number in self._shared.items():
            name = "Standard" if number == 1 else f"Calendar {number}"
            yield self._calendar(number, name, -1, [*self._week(calendar), *_exceptions(self._off(calendar))])
        for worker in self._project.workers:
            base = self._shared[worker.calendar]
            away = _exceptions(self._away(worker))
            yield self._calendar(self.own[worker.node.id], plain(worker.node.title), base, list(away))

    def _calendar(self, number: int, name: str, base: int, inside: list[Element]) -> Element:
        known = [("UID", str(number)), ("Name", name), ("IsBaseCalendar", flag(base < 0))]
        return "Calendar", [*known, ("BaseCalendarUID", str(base)), *inside]

    def _week(self, calendar: WorkCalendar) -> Iterator[Element]:
        minutes = self._project.clock.minutes(calendar)
        days: list[Element] = []
        for number, day in enumerate(_SUNDAY_FIRST, 1):
            works = day in calendar.week
            known = [("DayType", str(number)), ("DayWorking", flag(works))]
            days.append(("WeekDay", [*known, *self._hours(minutes if works else 0)]))
        yield "WeekDays", days

    def _hours(self, minutes: int) -> Iterator[Element]:
        """The working time of a day that has so many minutes of it."""
        if minutes:
            begins = self._project.clock.begins
            times = [("FromTime", clock_time(begins)), ("ToTime", clock_time(begins + minutes))]
            yield "WorkingTimes", [("WorkingTime", times)]

    def _off(self, calendar: WorkCalendar) -> Iterator[Element]:
        """The days off of a calendar, as far as its week would have them worked."""
        for day in sorted(calendar.off.between(self._project.first, self._project.horizon)):
            if day.weekday() in calendar.week:
                yield _exception(day, day, ())

    def _away(self, worker: Worker) -> Iterator[Element]:
        """The days away of a person; days of which a part is left, as long as they are worked at all."""
        for span in worker.away:
            yield _exception(span.first, span.last, ())
        gone = {day for span in worker.away for day in _days(span.first, span.last)}
        for day, minutes in worker.short:
            if worker.calendar.works(day) and day not in gone:
                yield _exception(day, day, self._hours(minutes))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _exceptions(found: Iterable[Element]) -> Iterator[Element]:
    inside = list(found)
    if inside:
        yield "Exceptions", inside


def _exception(first: date, last: date, hours: Iterable[Element]) -> Element:
    working = list(hours)
    return "Exception", [
        ("EnteredByOccurrences", "0"),
        ("TimePeriod", [("FromDate", day_from(first)), ("ToDate", day_through(last))]),
        ("Occurrences", "1"),
        ("Type", "1"),
        ("DayWorking", flag(working)),
        *working,
    ]
