"""Move every date of a plan by the same number of days; comments, order and layout stay as they are.

A period that stands for a day (`2026-Q4`) becomes the day that it stands for, so that every distance between two dates
stays what it was. Dates inside texts and comments are prose and stay, but for the end of a suppression.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from alignplan.model.values import day_of, start_of
from alignplan.text.places import Span, locate

__all__ = ["moved_csv", "moved_yaml"]

_STARTS = frozenset(("start", "started", "from"))
_ENDS = frozenset(
    ("due", "finished", "until", "date", "as_of", "by", "review", "occurred", "closed", "activated")
)
_DATED_KEYS = frozenset(("actuals", "checkpoints"))
_DATED_LISTS = frozenset(("leave", "holidays"))
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?|-Q[1-4])?\Z|FY\d{4}(-Q[1-4])?\Z", re.ASCII)
_UNTIL = re.compile(r"(#\s*alignplan:\s*ignore\[.*\buntil\s+)(\d{4}-\d\d-\d\d)")
_CSV_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def moved_yaml(text: str, days: int, year_starts: int) -> str:
    """A plan file with its dates moved by `days`; `year_starts` is the plan's, 0 for none."""
    edits = [
        (span, new)
        for span, start in _dates(text)
        if (new := _moved(text[slice(*span)], days, year_starts, start))
    ]
    for (begin, end), new in sorted(edits, reverse=True):
        text = text[:begin] + new + text[end:]
    return _UNTIL.sub(lambda match: match[1] + str(_later(date.fromisoformat(match[2]), days)), text)


def moved_csv(text: str, days: int) -> str:
    """A series file with its dates moved by `days`."""
    return _CSV_DAY.sub(lambda match: str(_later(date.fromisoformat(match[0]), days)), text)


def _dates(text: str) -> set[tuple[Span, bool]]:
    """Where dates stand, and whether a period there stands for its first day."""
    found: set[tuple[Span, bool]] = set()
    for route, node in locate(text).keys().items():
        last = str(route[-1]) if route else ""
        above = str(route[-2]) if len(route) > 1 else ""
        if above in _DATED_KEYS and node.key is not None:
            found.add((node.key, False))
        elif above in _DATED_LISTS and node.key is None:
            found.add((node.value, False))
        elif last in _STARTS:
            found.add((node.value, True))
        elif last in _ENDS or last in _DATED_LISTS:
            found.add((node.value, False))
    return found


def _moved(written: str, days: int, year_starts: int, start: bool) -> str:
    """The new text of a date; empty for what is none."""
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
