"""How far work is: statuses, days that have gone, work in days."""

from __future__ import annotations

from types import SimpleNamespace

from alignplan.analysis.dates import Span
from alignplan.analysis.explaining.operations.interface import Given, Operation, Value
from alignplan.analysis.planned import planned_of_milestone, planned_of_span
from alignplan.analysis.status import step_status, tactic_status
from alignplan.model.values.durations import read_lag
from alignplan.model.words import Status

__all__ = [
    "DAYS_OF_WORK",
    "DONE",
    "DUE_REACHED",
    "ELAPSED",
    "OPERATIONS",
    "STEP_DONE",
    "STEP_STATUS",
    "TACTIC_STATUS",
]


def _status_or_none(word: str | None) -> Status | None:
    return None if word is None else Status(word)


def _step_done(given: Given) -> float:
    return 100.0 if given.word("status") == Status.DONE else given.number("progress") or 0.0


def _step_status(given: Given) -> Value:
    step = SimpleNamespace(
        status=_status_or_none(given.word("stated")),
        progress=given.number("progress"),
        started=given.day("started"),
        finished=given.day("finished"),
    )
    today = given.day("today")
    return None if today is None else step_status(step, today).value


def _tactic_status(given: Given) -> Value:
    steps = {
        str(at): SimpleNamespace(status=Status(str(word)), progress=None, started=None, finished=None)
        for at, word in enumerate(given.all("step"))
    }
    tactic = SimpleNamespace(
        status=_status_or_none(given.word("stated")),
        progress=given.number("progress"),
        started=given.day("started"),
        finished=given.day("finished"),
        actions=steps,
        milestones={},
    )
    today = given.day("today")
    return None if today is None else tactic_status(tactic, today).value


def _elapsed(given: Given) -> float | None:
    today = given.day("today")
    return None if today is None else planned_of_span(Span(given.day("start"), given.day("due")), today)


def _due_reached(given: Given) -> float | None:
    today = given.day("today")
    return None if today is None else planned_of_milestone(given.day("due"), today)


def _days_of_work(given: Given) -> float | None:
    length, hours, days = given.word("length"), given.number("hours"), given.number("days")
    return None if length is None else read_lag(length).days(hours or 8.0, int(days or 5))


STEP_DONE = Operation("step_done", "100 % when done, else its `progress`, else 0", _step_done)
DONE = Operation("done", "100 % when done", _step_done)
STEP_STATUS = Operation(
    "step_status",
    "dropped where it says so; done at 100 % or once `finished`; else as stated; else active once begun",
    _step_status,
)
TACTIC_STATUS = Operation(
    "tactic_status",
    "as stated; else done once `finished` or all steps are done, active when one has begun, else planned",
    _tactic_status,
)
ELAPSED = Operation(
    "elapsed", "days from start to today ÷ days from start to due, all included; 0 before, 100 % from due on", _elapsed
)  # fmt: skip
DUE_REACHED = Operation("due_reached", "100 % from its due on, 0 before", _due_reached)
DAYS_OF_WORK = Operation("days_of_work", "in working days of the plan's calendar", _days_of_work)

OPERATIONS = (STEP_DONE, DONE, STEP_STATUS, TACTIC_STATUS, ELAPSED, DUE_REACHED, DAYS_OF_WORK)
