"""Resources of the format, and who works on what."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.handover.project import Form, Need, Project, Row, Worker
from alignplan.formats.mspdi.calendars import Calendars
from alignplan.formats.mspdi.elements import Element, duration, moment, plain

__all__ = ["assignments", "resources"]

_WORK, _PER_HOUR = "1", "2"


def resources(project: Project, calendars: Calendars) -> Iterator[Element]:
    """People, teams and things: all do work, so that the program levels them."""
    for number, worker in enumerate(project.workers, 1):
        yield "Resource", list(_resource(worker, number, project, calendars))


def _resource(worker: Worker, number: int, project: Project, calendars: Calendars) -> Iterator[Element]:
    yield "UID", str(number)
    yield "ID", str(number)
    yield "Name", plain(worker.node.title)
    yield "Type", _WORK
    yield "IsNull", "0"
    yield "Code", worker.node.id
    yield "MaxUnits", f"{worker.capacity:g}"
    cost = getattr(worker.node.model, "cost", None)
    if cost is not None:
        hours = project.clock.minutes(worker.calendar) / 60
        yield "StandardRate", f"{float(cost) / hours:.2f}"
        yield "StandardRateFormat", _PER_HOUR
    yield "CalendarUID", str(calendars.own[worker.node.id])


def assignments(project: Project) -> Iterator[Element]:
    """Each need of each row."""
    tasks = {row.id: number for number, row in enumerate(project.rows, 1)}
    people = {worker.node.id: number for number, worker in enumerate(project.workers, 1)}
    number = 0
    for row in project.rows:
        for need in row.needs:
            if need.who in people:
                number += 1
                uids = (number, tasks[row.id], people[need.who])
                yield "Assignment", list(_assignment(row, need, uids))


def _assignment(row: Row, need: Need, uids: tuple[int, int, int]) -> Iterator[Element]:
    """Work is units × duration; who is only told takes part without work."""
    works = row.form is Form.EFFORT or need.units
    done, left = (minutes * need.share if works else 0.0 for minutes in (row.spent, row.minutes))
    for name, uid in zip(("UID", "TaskUID", "ResourceUID"), uids, strict=True):
        yield name, str(uid)
    yield "ActualWork", duration(done)
    if row.finish is not None:
        yield "Finish", moment(row.finish)
    yield "RemainingWork", duration(left)
    if row.start is not None:
        yield "Start", moment(row.start)
    yield "Units", f"{need.share:g}"
    yield "Work", duration(done + left)
