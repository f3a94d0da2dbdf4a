"""Move every date of a plan by the same number of days; comments, order and layout stay as they are.

A period that stands for a day (`2026-Q4`) becomes the day that it stands for, so that every distance between two dates
stays what it was. Dates inside texts and comments are prose and stay, but for the end of a suppression. Confirmations
go: who begins with the plan has confirmed nothing yet, and dates are part of what was.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from alignplan.model.values import day_of, start_of
from alignplan.text.places import Span, locate

__all__ = ["moved_csv", "moved_yaml"]


class _Sort(Enum):
    """What a period stands for where a date is wanted: its first day, its last, or all of it."""

    START = "start"
    END = "end"
    BOTH = "both"


_STARTS = frozenset(("start", "started", "from", "not_before"))
_ENDS = frozenset(
    ("due", "finished", "until", "date", "as_of", "by", "review", "occurred", "closed", "activated")
)
_DATED_KEYS = frozenset(("actuals", "checkpoints"))
_ABSENCES, _HOLIDAYS = "leave", "holidays"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?|-Q[1-4])?\Z|FY\d{4}(-Q[1-4])?\Z", re.ASCII)
_UNTIL = re.compile(r"(#\s*alignplan:\s*ignore\[.*\buntil\s+)(\d{4}-\d\d-\d\d)")
_CONFIRMED = re.compile(r"(?m)^ +confirmed: *\{[^{}\n]*\}[^\n]*\n")
# A bare year in a cell may be a value.
_CSV_DAY = re.compile(
    r"(?m)(?<![^,\n\"])(\d{4}-\d\d(?:-\d\d)?|\d{4}-Q[1-4]|FY\d{4}(?:-Q[1-4])?)(?=[\",\r]|$)", re.ASCII
)


def moved_yaml(text: str, days: int, year_starts: int) -> str:
    """A plan file with its dates moved by `days`; `year_starts` is the plan's, 0 for none."""
    edits = [
        (span, new)
        for span, sort in _dates(text)
        if (new := _moved_text(text[slice(*span)], days, year_starts, sort))
    ]
    for (begin, end), new in sorted(edits, reverse=True):
        text = text[:begin] + new + text[end:]
    if days:
        text = _CONFIRMED.sub("", text)
    return _UNTIL.sub(lambda match: match[1] + str(_later(date.fromisoformat(match[2]), days)), text)


def moved_csv(text: str, days: int, year_starts: int) -> str:
    """A series file with its dates moved by `days`."""
    return _CSV_DAY.sub(lambda match: _moved(match[1], days, year_starts, False) or match[1], text)


def _dates(text: str) -> set[tuple[Span, _Sort]]:
    """Where dates stand, and what a period there stands for."""
    found: set[tuple[Span, _Sort]] = set()
    for route, node in locate(text).keys().items():
        last = str(route[-1]) if route else ""
        above = str(route[-2]) if len(route) > 1 else ""
        if above in _DATED_KEYS and node.key is not None:
            found.add((node.key, _Sort.END))
        elif _ABSENCES in (last, above):
            found.add((node.value, _Sort.BOTH))
        elif last in _STARTS:
            found.add((node.value, _Sort.START))
        elif (last in _ENDS and "moves" not in route[-3:-2]) or _HOLIDAYS in (last, above):
            found.add((node.value, _Sort.END))
    return found


def _moved_text(written: str, days: int, year_starts: int, sort: _Sort) -> str:
    """The new text of a date; empty for what is none."""
    if sort is not _Sort.BOTH:
        return _moved(written, days, year_starts, sort is _Sort.START)
    first, last = (_moved(written, days, year_starts, start) for start in (True, False))
    return first if first == last else f"{{from: {first}, until: {last}}}"


def _moved(written: str, days: int, year_starts: int, start: bool) -> str:
    bare = written.strip("\"'")
    if not _DAY.match(bare):
        return ""
    day = start_of(bare, year_starts) if start else day_of(bare, year_starts)
    return "" if day is None else str(_later(day, days))


def _later(day: date, days: int) -> date:
    """Days from year 1 to 9999 only."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
