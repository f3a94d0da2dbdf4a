"""Tasks of the format: tactics with their steps below them, in their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.analysis.handover.project import Form, Project, Row, Tie
from alignplan.formats.mspdi.elements import Element, duration, flag, moment, plain
from alignplan.model.words import Status

__all__ = ["ID_FIELD", "tasks"]

ID_FIELD = "188743731"
"""The number of the field `Text1`, which holds the id of the item."""
_KINDS = {"finish-finish": "0", "finish-start": "1", "start-finish": "2", "start-start": "3"}
_NOT_BEFORE = "4"
_DAYS, _ELAPSED_DAYS = "7", "8"
_FIXED_UNITS, _FIXED_DURATION = "0", "1"


def tasks(project: Project, progress: Mapping[str, float | None]) -> Iterator[Element]:
    """All rows; `progress` in percent, by id."""
    numbers = {row.id: number for number, row in enumerate(project.rows, 1)}
    outline, steps = 0, 0
    for row in project.rows:
        if row.above is None:
            outline, steps = outline + 1, 0
        else:
            steps += 1
        place = str(outline) if row.above is None else f"{outline}.{steps}"
        yield "Task", list(_task(row, numbers, place, progress.get(row.id), project))


def _task(
    row: Row, numbers: Mapping[str, int], place: str, progress: float | None, project: Project
) -> Iterator[Element]:
    """One row; the elements are in the order that the schema of the format has."""
    number = str(numbers[row.id])
    yield "UID", number
    yield "ID", number
    yield "Name", plain(row.item.node.title)
    yield "Type", _FIXED_UNITS if row.form is Form.EFFORT else _FIXED_DURATION
    yield "IsNull", "0"
    yield "WBS", place
    yield "OutlineNumber", place
    yield "OutlineLevel", str(place.count(".") + 1)
    yield "Priority", _priority(row)
    yield from _times(row)
    yield "EffortDriven", flag(False)
    yield "Estimated", flag(not row.item.estimated)
    yield "Milestone", flag(row.form is Form.POINT)
    yield "Summary", flag(row.form is Form.SUMMARY)
    yield "Critical", flag(row.item.critical)
    yield "PercentComplete", str(_percent(progress))
    yield from _actual(row)
    yield from _bounds(row, project)
    if row.item.node.model.description:
        yield "Notes", row.item.node.model.description
    for tie in row.ties:
        yield "PredecessorLink", list(_link(tie, numbers))
    yield "ExtendedAttribute", [("FieldID", ID_FIELD), ("Value", row.id)]


def _priority(row: Row) -> str:
    """From 0 to 1000, as in the plan; of a step that of its tactic."""
    stated = (row.item.node.parent or row.item.node).model.priority
    return str(500 if stated is None else round(stated))


def _times(row: Row) -> Iterator[Element]:
    if row.start is not None:
        yield "Start", moment(row.start)
    if row.finish is not None:
        yield "Finish", moment(row.finish)
    yield "Duration", duration(row.spent + row.minutes)
    yield "DurationFormat", _ELAPSED_DAYS if row.form is Form.ELAPSED else _DAYS


def _actual(row: Row) -> Iterator[Element]:
    """What is history: of what is done all of it, of what runs its start."""
    if row.form is Form.SUMMARY:
        return
    done = row.item.status is Status.DONE
    begun = done or row.item.status in (Status.ACTIVE, Status.PAUSED)
    if begun and row.start is not None:
        yield "ActualStart", moment(row.start)
    if done and row.finish is not None:
        yield "ActualFinish", moment(row.finish)
    if begun:
        yield "ActualDuration", duration(row.spent + row.minutes if done else row.spent)
        yield "RemainingDuration", duration(0 if done else row.minutes)


def _bounds(row: Row, project: Project) -> Iterator[Element]:
    """What has not begun stays where the schedule puts it; a due is a deadline."""
    held = row.ready is not None and row.start is not None
    yield "ConstraintType", _NOT_BEFORE if held else "0"
    if held and row.start is not None:
        yield "ConstraintDate", moment(row.start)
    due = row.item.node.model.due
    if due is not None:
        yield "Deadline", moment(project.clock.close(due))


def _link(tie: Tie, numbers: Mapping[str, int]) -> Iterator[Element]:
    """A predecessor; the lag in tenths of minutes."""
    yield "PredecessorUID", str(numbers[tie.before])
    yield "Type", _KINDS[tie.kind]
    yield "CrossProject", "0"
    yield "LinkLag", str(tie.lag * 10)
    yield "LagFormat", _ELAPSED_DAYS if tie.elapsed else _DAYS


def _percent(progress: float | None) -> int:
    """A whole number of percent, never up to 100 or down to 0."""
    if progress is None or progress <= 0:
        return 0
    return 100 if progress >= 100 else min(max(round(progress), 1), 99)
