"""Days, and periods that stand for one."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from alignplan.model.values.faults import Shape, fault
from alignplan.model.values.marks import Context, Reads
from alignplan.model.values.texts import shown

__all__ = ["DAY_PATTERN", "DAY_SCHEMA", "EndDay", "StartDay", "day_of", "period_day", "read_day", "start_of"]

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4]))?\Z", re.ASCII)
_FISCAL = re.compile(r"FY(\d{4})(?:-Q([1-4]))?\Z", re.ASCII)
_DAY_HELP = "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"


@lru_cache(maxsize=65536)
def period_day(text: str, year_starts: int, start: bool) -> date | None:
    """The first or last day of a period; `None` where the text is none or the day does not exist."""
    fiscal = _FISCAL.match(text)
    if fiscal:
        return _fiscal_day(int(fiscal[1]), int(fiscal[2] or 0), year_starts, start)
    match = _DAY.match(text)
    if not match or match[1] == "0000":
        return None
    year, month, day, quarter = int(match[1]), int(match[2] or 0), int(match[3] or 0), int(match[4] or 0)
    if day:
        return _exact(year, month, day)
    if match[2]:
        return _edge(year, month, 1, start) if 1 <= month <= 12 else None
    if quarter:
        return _edge(year, quarter * 3 - 2, 3, start)
    return _edge(year, 1, 12, start)


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _edge(year: int, month: int, months: int, start: bool) -> date:
    """The first or last day of `months` months from `month` of `year`."""
    if start:
        return date(year, month, 1)
    last = month + months - 1
    year, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _fiscal_day(year: int, quarter: int, year_starts: int, start: bool) -> date | None:
    """`FY2027` ends in 2027; with a year that starts in January it is the calendar year."""
    first_year = year if year_starts == 1 else year - 1
    if first_year < 1 or year > 9998:
        return None
    month = year_starts + (max(quarter, 1) - 1) * 3
    first_year, month = first_year + (month - 1) // 12, (month - 1) % 12 + 1
    return _edge(first_year, month, 3 if quarter else 12, start)


def read_day(value: Any, info: Context, start: bool) -> date:
    """A day, or the first (`start`) or last day of a period; E007 for anything else."""
    if isinstance(value, str):
        starts = info.context["year_starts"] if info.context else 0
        if value.startswith("FY") and not starts:
            raise fault(
                "E007",
                f"{shown(value)} needs `plan.year_starts`",
                "state the month in which the year starts, such as `year_starts: 7`",
            )
        day = period_day(str(value), starts or 1, start)
        if day is not None:
            return day
    raise fault("E007", f"{shown(value)} is not a date or period", _DAY_HELP, wants=Shape.DAY)


def _start_day(value: Any, info: Context) -> date:
    return read_day(value, info, True)


def _end_day(value: Any, info: Context) -> date:
    return read_day(value, info, False)


_MONTHS = r"(0[1-9]|1[0-2])"
_DAYS = r"(0[1-9]|[12][0-9]|3[01])"
DAY_PATTERN = rf"^([0-9]{{4}}(-{_MONTHS}(-{_DAYS})?|-Q[1-4])?|FY[0-9]{{4}}(-Q[1-4])?)$"
# To a reader of YAML the year `2026` is a number.
DAY_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": DAY_PATTERN},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ]
}

StartDay = Annotated[date, Reads(_start_day, DAY_SCHEMA, dated=True)]
"""A day; a period stands for its first day."""
EndDay = Annotated[date, Reads(_end_day, DAY_SCHEMA, dated=True)]
"""A day; a period stands for its last day."""


def day_of(text: str, year_starts: int) -> date | None:
    """The (last) day that a text names; none where it names no day."""
    return period_day(text, year_starts or 1, False) if year_starts or not text.startswith("FY") else None


def start_of(text: str, year_starts: int) -> date | None:
    """The first day of what a text names; none where it names no day."""
    return period_day(text, year_starts or 1, True) if year_starts or not text.startswith("FY") else None
