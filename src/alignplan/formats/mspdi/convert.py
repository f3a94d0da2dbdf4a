"""From a plan to the document."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.handover.handover import handover
from alignplan.analysis.handover.project import Project
from alignplan.formats.interface import Exported, Source
from alignplan.formats.mspdi.calendars import Calendars
from alignplan.formats.mspdi.elements import Element, clock_time, document, flag, moment, plain
from alignplan.formats.mspdi.people import assignments, resources
from alignplan.formats.mspdi.tasks import ID_FIELD, tasks
from alignplan.model.values import is_must
from alignplan.views.handover import lost, nothing
from alignplan.views.schedule import notes

__all__ = ["convert"]

_SAVE_VERSION = "14"
"""That of Project 2010, whose words later versions still read."""
_WEEKS_OF_MONTH = 4.35


def convert(source: Source) -> Exported:
    """The chosen part of the schedule."""
    project = handover(source.plan, source.choice)
    if not project.rows:
        raise nothing(source.choice.asked)
    progress = {row.id: source.plan.progress_of(row.item.node) for row in project.rows}
    calendars = Calendars(project)
    inside = [
        *_head(project, source.plan.graph.plan.model.currency),
        ("ExtendedAttributes", [("ExtendedAttribute", _id_field())]),
        ("Calendars", list(calendars.elements())),
        ("Tasks", list(tasks(project, progress))),
        ("Resources", list(resources(project, calendars))),
        ("Assignments", list(assignments(project))),
    ]
    return Exported(document(inside), (*_musts(project), *lost(project), *notes(project.found)))


def _head(project: Project, currency: str | None) -> Iterator[Element]:
    clock = project.clock
    yield "SaveVersion", _SAVE_VERSION
    yield "Name", plain(project.title)
    yield "Title", plain(project.title)
    yield "ScheduleFromStart", flag(True)
    yield "StartDate", moment(clock.begin(project.first))
    yield "FinishDate", moment(clock.close(project.last))
    if currency:
        yield "CurrencyCode", plain(currency)
    yield "CalendarUID", "1"
    yield "DefaultStartTime", clock_time(clock.begins)
    yield "DefaultFinishTime", clock_time(clock.begins + clock.day)
    yield "MinutesPerDay", str(clock.day)
    days = len(project.calendar.week)
    yield "MinutesPerWeek", str(clock.day * days)
    yield "DaysPerMonth", str(round(days * _WEEKS_OF_MONTH))
    yield "StatusDate", moment(clock.close(project.today))
    yield "CurrentDate", moment(clock.begin(project.today))
    yield "NewTasksAreManual", flag(False)


def _id_field() -> list[Element]:
    return [("FieldID", ID_FIELD), ("FieldName", "Text1"), ("Alias", "id in the plan")]


def _musts(project: Project) -> Iterator[str]:
    """One constraint is all that a task can have."""
    count = sum(is_must(row.item.node.model.due) for row in project.rows)
    if count:
        yield (
            f"{count} due that is a must is a deadline only"
            if count == 1
            else f"{count} dues that are a must are deadlines only"
        )
