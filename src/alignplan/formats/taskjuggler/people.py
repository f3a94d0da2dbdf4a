"""Resources of the language: people, teams and things, in as many parts as their work is shared out in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from alignplan.analysis.calendars.working import WorkCalendar
from alignplan.analysis.handover.project import Need, Project, Worker
from alignplan.formats.taskjuggler.words import Names, day, indented, moment, text
from alignplan.model.kinds import Kind

__all__ = ["MOST_PARTS", "People", "working_hours"]

MOST_PARTS = 24
"""Into so many parts a person is divided at most."""
_BINARY, _LITTLE = 64, 1e-7
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class People:
    """The resources: who works on one thing at a time is one; who shares a day is a group of equal parts."""

    def __init__(self, project: Project) -> None:
        self._project = project
        names = Names()
        self._parts: dict[str, list[str]] = {}
        self._ids: dict[str, str] = {}
        for worker in project.workers:
            id = self._ids[worker.node.id] = names.new(worker.node.id)
            if worker.units <= 1:
                self._parts[worker.node.id] = [id]
            elif worker.units <= MOST_PARTS:
                numbers = range(1, worker.units + 1)
                self._parts[worker.node.id] = [names.new(f"{id}_{number}") for number in numbers]

    def lines(self) -> Iterator[str]:
        """All resources."""
        for worker in self._project.workers:
            yield from self._worker(worker)

    def shut_out(self) -> int:
        """How many work on days off of the plan's calendar, which hold for all in the language."""
        off = self._project.calendar.off.between(self._project.first, self._project.horizon)
        people = (worker for worker in self._project.workers if worker.node.kind is not Kind.RESOURCE)
        return sum(any(worker.calendar.works(one) for one in off) for worker in people)

    def allocated(self, needs: tuple[Need, ...]) -> list[str] | None:
        """The allocations that needs ask for, all at the same time; none where a part is too fine."""
        found: list[str] = []
        for need in needs:
            parts = self._parts.get(need.who)
            if parts is None:
                return None
            amount = min(need.units, len(parts))
            if amount == len(parts):
                found += [f"{part} {{ mandatory }}" for part in parts]
            else:
                others = ", ".join(parts[1:])
                found += [f"{parts[0]} {{ alternative {others} persistent mandatory }}"] * amount
        return found

    def _worker(self, worker: Worker) -> Iterator[str]:
        parts = self._parts.get(worker.node.id, [])
        title = text(worker.node.title)
        times = [*self._hours(worker), *self._away(worker)]
        yield f"resource {self._ids[worker.node.id]} {title} {{"
        if len(parts) <= 1:
            yield from indented([*_known(worker, 1), *times])
        for part in parts if len(parts) > 1 else ():  # a part does not take its leave from the whole
            yield f"  resource {part} {title} {{"
            yield from indented([*_known(worker, len(parts)), *times], 2)
            yield "  }"
        yield "}"

    def _hours(self, worker: Worker) -> Iterator[str]:
        """The hours of who does not work by the plan's calendar."""
        if worker.node.kind is Kind.RESOURCE:
            yield "workinghours mon - sun 0:00 - 24:00"
        elif worker.calendar != self._project.calendar:
            yield from working_hours(self._project, worker.calendar)
            yield from holidays(self._project, worker.calendar)

    def _away(self, worker: Worker) -> Iterator[str]:
        for span in worker.away:
            yield f"leaves annual {day(span.first)} - {day(span.last + timedelta(days=1))}"
        minutes = self._project.clock.minutes(worker.calendar)
        for one, left in worker.short:
            begins = self._project.clock.begin(one)
            yield _leave(begins + timedelta(minutes=left), begins + timedelta(minutes=minutes))


def _known(worker: Worker, parts: int) -> Iterator[str]:
    """How much of the work someone does, and what that costs."""
    yield _efficiency(worker, parts)
    cost = getattr(worker.node.model, "cost", None)
    if cost is not None:
        yield f"rate {float(cost) / parts:g}"


def _efficiency(worker: Worker, parts: int) -> str:
    """What is not a person does no work; with a part of a full day, work takes longer.

    `tj3` adds efficiencies up as binary fractions: a little more of it than one too few at the end.
    """
    if worker.node.kind is Kind.RESOURCE:
        return "efficiency 0"
    part = worker.capacity / parts
    exact = part * _BINARY == int(part * _BINARY)
    return f"efficiency {part:g}" if exact else f"efficiency {part + _LITTLE:.7f}"


def _leave(first: datetime, last: datetime) -> str:
    return f"leaves annual {moment(first)} - {moment(last)}"


def working_hours(project: Project, calendar: WorkCalendar) -> Iterator[str]:
    """The hours of a calendar's week."""
    begins = project.clock.begins
    ends = begins + project.clock.minutes(calendar)
    works = [_DAYS[at] for at in range(7) if at in calendar.week]
    rests = [_DAYS[at] for at in range(7) if at not in calendar.week]
    yield f"workinghours {', '.join(works)} {begins // 60}:{begins % 60:02} - {ends // 60}:{ends % 60:02}"
    if rests:
        yield f"workinghours {', '.join(rests)} off"


def holidays(project: Project, calendar: WorkCalendar) -> Iterator[str]:
    """The days off of a calendar."""
    for one in sorted(calendar.off.between(project.first, project.horizon)):
        if one.weekday() in calendar.week:
            yield f"leaves holiday {day(one)} - {day(one + timedelta(days=1))}"
