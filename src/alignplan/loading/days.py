"""Days and periods as people write them elsewhere."""

from __future__ import annotations

import re
from calendar import monthrange

from alignplan.diagnostics.finding import Remedy, Safety

__all__ = ["day_meant"]

_YEAR, _ONE_OR_TWO = r"(?P<year>[12][0-9]{3})", r"[0-9]{1,2}"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_TIME = r"(?:[T ][0-9:.]+(?:Z|[-+][0-9:]+)?)?"
_FORMS = tuple(
    re.compile(form + r"\Z", re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_YEAR}([-/.])(?P<month>{_ONE_OR_TWO})\2(?P<day>{_ONE_OR_TWO}){_TIME}",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"(?P<day>{_ONE_OR_TWO})\. ?(?P<month>{_ONE_OR_TWO})\. ?{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>{_ONE_OR_TWO})",
        rf"(?P<month>{_ONE_OR_TWO})[-/.]{_YEAR}",
        rf"(?P<day>{_ONE_OR_TWO})(?:st|nd|rd|th|\.)? {_NAME},? {_YEAR}",
        rf"{_NAME} (?P<day>{_ONE_OR_TWO})(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
        rf"Q(?P<quarter>[1-4])[ /-]?{_YEAR}",
        rf"{_YEAR}[ /-]?Q(?P<quarter>[1-4])",
    )
)
_TWO_WAYS = re.compile(rf"({_ONE_OR_TWO})([-/])({_ONE_OR_TWO})\2([12][0-9]{{3}})\Z", re.ASCII)


def day_meant(text: str) -> Remedy | None:
    """The day or period that was meant: safe where the text can be read one way only.

    A day behind the end of its month is the last of it, as a guess. `11/05/2026` may be in May or in November.
    """
    for form in _FORMS:
        match = form.match(text)
        if match is not None:
            return _read(match.groupdict())
    either = _TWO_WAYS.match(text)
    if either is None:
        return None
    first, second, year = int(either[1]), int(either[3]), int(either[4])
    if (first <= 12) == (second <= 12) and first != second:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return _day(year, month, day)


def _read(parts: dict[str, str | None]) -> Remedy | None:
    year = int(parts["year"] or 0)
    if parts.get("quarter"):
        return Remedy(Safety.SAFE, f"{year}-Q{parts['quarter']}")
    name = parts.get("name")
    month = _NAMES.index(name.lower()) + 1 if name else int(parts.get("month") or 0)
    if not 1 <= month <= 12:
        return None
    if parts.get("day") is None:
        return Remedy(Safety.SAFE, f"{year}-{month:02}")
    return _day(year, month, int(parts["day"] or 0))


def _day(year: int, month: int, day: int) -> Remedy | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    last = monthrange(year, month)[1]
    return Remedy(Safety.SAFE if day <= last else Safety.UNSAFE, f"{year}-{month:02}-{min(day, last):02}")
