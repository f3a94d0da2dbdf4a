"""Where a schedule puts things, and how far that is from what it may be."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from alignplan.analysis.calendars.days_off import DaysOff
from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.analysis.workdays import WorkDays
from alignplan.model.words import Weekday

__all__ = [
    "BEHIND",
    "CERTIFIED",
    "GAP",
    "LASTS",
    "LENGTH",
    "NO_SLACK",
    "OPERATIONS",
    "PLACED",
    "TODAY",
    "WORKING_DAYS",
]


def _calendar(given: Given) -> WorkDays:
    names = (given.word("workdays") or "").split(", ")
    days = frozenset(at for at, day in enumerate(Weekday) if day.value in names) or frozenset(range(7))
    listed = given.word("days_off")
    return WorkDays(days, DaysOff(frozenset(map(date.fromisoformat, listed.split(", ")) if listed else ())))


def _off(given: Given) -> int:
    """How many days between the two are off, where they are counted, not listed."""
    return int(given.number("off") or 0)


def _working_days(given: Given) -> float | None:
    """After the one day through the other, below 0 where that lies before it; and parts of days."""
    first, last = given.day("after"), given.day("through")
    if first is None or last is None:
        return None
    calendar = _calendar(given)
    one, other = min(first, last), max(first, last)
    whole = calendar.after(one, other) - _off(given)
    return (whole if last >= first else -whole) + (given.number("rest") or 0.0)


def _lasts(given: Given) -> date | None:
    start, length = given.day("start"), given.number("length")
    each, gone = given.number("each"), given.number("gone") or 0.0
    if start is None or length is None or not each:
        return None
    days = ceil(round((gone + length) / each, 9))
    return _calendar(given).reached(start - timedelta(days=1), max(days, 1) + _off(given))


def _length(given: Given) -> float | None:
    days, slot, shares = given.number("days"), given.number("slot"), given.numbers("share")
    if days is None or not slot or (shares and not sum(shares)):
        return None
    length = days * 100 / sum(shares) if shares else days
    return ceil(round(length / slot, 6)) * slot


def _behind(given: Given) -> date | None:
    after = given.day("after")
    return None if after is None else _calendar(given).reached(after, 1 + _off(given))


def _gap(given: Given) -> float | None:
    length, bound = given.number("length"), given.number("bound")
    return None if not length or not bound else (length - bound) * 100 / bound


TODAY = Operation("today", "today: nothing earlier is possible", lambda given: given.one("value"))
CERTIFIED = Operation(
    "certified",
    "no schedule is shorter: the strongest of four lower bounds",
    lambda given: given.one("value"),
)
PLACED = Operation(
    "placed", "where the schedule puts it; the others say why not earlier", lambda given: given.one("value")
)
BEHIND = Operation("behind", "the first working day after that", _behind)
LASTS = Operation("lasts", "from its start on, the working day on which its length is used up", _lasts)
WORKING_DAYS = Operation(
    "working_days", "working days from the one to the other, with parts of days", _working_days
)
NO_SLACK = Operation("no_slack", "whether it has no slack", lambda given: given.number("slack") == 0)
GAP = Operation("gap", "(length − bound) ÷ bound × 100", _gap)
LENGTH = Operation("length", "days of work ÷ Σ shares of a day, rounded up to slots of time", _length)
OPERATIONS = (TODAY, CERTIFIED, PLACED, LENGTH, BEHIND, LASTS, WORKING_DAYS, NO_SLACK, GAP)
