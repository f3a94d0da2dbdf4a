"""When work was finished, and how late that is."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.calendars.days_off import DaysOff
from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.analysis.workdays import WorkDays
from alignplan.model.words import Weekday

__all__ = ["DAYS_LATE", "LAST_OF_ALL", "OPERATIONS", "WAS_FINISHED"]


def _last(given: Given) -> date | None:
    days = given.all("value")
    known = [day for day in days if isinstance(day, date)]
    return max(known) if known and len(known) == len(days) else None


def _was_finished(given: Given) -> date | None:
    today = given.day("today")
    days = [given.day(name) for name in ("finished", "due")]
    return next((day for day in days if day is not None and today is not None and day <= today), None)


def _days_late(given: Given) -> int | None:
    finish, due = given.day("finish"), given.day("due")
    if finish is None or due is None:
        return None
    if finish <= due:
        return 0
    names = (given.word("workdays") or "").split(", ")
    days = frozenset(at for at, day in enumerate(Weekday) if day.value in names)
    listed = given.word("days_off")
    off = DaysOff(frozenset(map(date.fromisoformat, listed.split(", ")) if listed else ()))
    return max(WorkDays(days, off).after(due, finish), 1)


LAST_OF_ALL = Operation("last_of_all", "the last of these, where all are known", _last)
WAS_FINISHED = Operation("was_finished", "as it was, else as it was planned, up to today", _was_finished)
DAYS_LATE = Operation("days_late", "working days after its due, through its finish; 0 in time", _days_late)
OPERATIONS = (LAST_OF_ALL, WAS_FINISHED, DAYS_LATE)
