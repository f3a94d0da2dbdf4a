"""From a plan to the project file."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.handover.handover import handover
from alignplan.analysis.handover.project import Project
from alignplan.formats.interface import Exported, Source
from alignplan.formats.taskjuggler.people import People, holidays, working_hours
from alignplan.formats.taskjuggler.tasks import Missing, Tasks
from alignplan.formats.taskjuggler.words import day, indented, moment, text
from alignplan.views.handover import lost, nothing
from alignplan.views.schedule import notes

__all__ = ["convert"]

_RESOLUTIONS = (60, 30, 20, 15, 12, 10, 6, 5)
_REPORT = (
    'taskreport overview "overview" {',
    "  formats csv",
    '  timeformat "%Y-%m-%d"',
    "  columns id, name, start, end, effort",
    "}",
)


def convert(source: Source) -> Exported:
    """The chosen part of the work, with those who do it."""
    project = handover(source.plan, source.choice)
    if not project.rows:
        raise nothing(source.choice.asked)
    people = People(project)
    tasks = Tasks(project, people)
    lines = [
        *_head(project, source.plan.graph.plan.model.currency),
        "",
        *holidays(project, project.calendar),
        *people.lines(),
        "",
        *tasks.lines(),
        "",
        *_REPORT,
    ]
    return Exported(
        "\n".join(lines) + "\n",
        (*_missing(tasks, people), *_musts(project), *lost(project), *notes(project.found)),
    )


def _head(project: Project, currency: str | None) -> Iterator[str]:
    """The project in a window of twice its length: what does not fit would be refused."""
    yield f"project plan {text(project.title)} {day(project.first)} - {day(project.horizon)} {{"
    yield from indented(_settings(project, currency))
    yield "}"


def _settings(project: Project, currency: str | None) -> Iterator[str]:
    clock, week = project.clock, project.calendar.week
    yield 'timezone "UTC"'
    yield f"timingresolution {next((one for one in _RESOLUTIONS if _fits(project, one)), 5)}min"
    yield 'timeformat "%Y-%m-%d"'
    yield f"now {moment(clock.begin(project.today))}"
    yield f"dailyworkinghours {clock.day / 60:g}"
    yield f"yearlyworkingdays {len(week) * 52}"
    if currency:
        yield f"currency {text(currency)}"
    yield from working_hours(project, project.calendar)


def _fits(project: Project, minutes: int) -> bool:
    """Whether all times are whole numbers of so many minutes."""
    calendars = {project.calendar, *(worker.calendar for worker in project.workers)}
    lengths = [project.clock.slot, *(project.clock.minutes(calendar) for calendar in calendars)]
    return all(length % minutes == 0 for length in lengths)


def _missing(tasks: Tasks, people: People) -> Iterator[str]:
    links, fine = tasks.missing[Missing.LINK], tasks.missing[Missing.FINE]
    if links:
        them = "1 dependency" if links == 1 else f"{links} dependencies"
        yield f"{them} of a kind that there is not: what waits begins on its day in the schedule"
    if fine:
        them = "1 work" if fine == 1 else f"{fine} works"
        yield f"{them} without who and what does it: the shares are too fine"
    shut = people.shut_out()
    if shut:
        them = "1 person or team" if shut == 1 else f"{shut} people or teams"
        yield f"{them} of another calendar with the days off of the plan's"


def _musts(project: Project) -> Iterator[str]:
    dues = sum(row.item.node.model.due is not None for row in project.rows)
    if dues:
        yield f"no place for {dues} due date" + ("" if dues == 1 else "s")
