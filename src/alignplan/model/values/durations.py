"""Durations and effort."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any

from alignplan.model.values.faults import CLOSED, Shape, fault, fields_of, within
from alignplan.model.values.marks import Context, Reads
from alignplan.model.values.texts import shown
from alignplan.records import record

__all__ = [
    "EFFORT_KEYS",
    "LENGTH",
    "SPAN_SCHEMA",
    "Duration",
    "Effort",
    "EffortField",
    "ElapsedField",
    "Estimate",
    "Lag",
    "LengthField",
    "Span",
    "Work",
    "read_lag",
    "read_span",
]


@record
class Duration:
    """A length of time: `amount` of `unit` (`h` hours, `d` days, `w` weeks, `m` calendar months)."""

    amount: float
    unit: str

    def days(self, hours: float = 8.0, week: int = 5) -> float:
        """In working days of `hours` hours, `week` to a week; a month is a twelfth of a year's (21.75 at 5 a week)."""
        if self.unit == "h":
            return self.amount / hours
        if self.unit == "w":
            return self.amount * week
        return self.amount * week * 4.35 if self.unit == "m" else self.amount

    def after(self, day: date) -> date:
        """`day` this much later in calendar time: hours round down to days, the calendar ends with its last day."""
        try:
            if self.unit == "m":
                months = day.year * 12 + day.month - 1 + int(self.amount)
                year, month = divmod(months, 12)
                return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
            days = {"h": self.amount / 24, "d": self.amount, "w": self.amount * 7}[self.unit]
            return day + timedelta(days=int(days))
        except (OverflowError, ValueError):
            return date.max if self.amount > 0 else date.min

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


_DURATION = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?) ?([hdwm])\Z", re.ASCII)


@lru_cache(maxsize=4096)
def _duration_of(text: str) -> Duration | None:
    match = _DURATION.match(text)
    if not match or len(text) > 20 or abs(float(match[1])) > 1e6:
        return None
    if match[2] == "m" and not float(match[1]).is_integer():
        return None  # how long half a calendar month is, nobody can tell
    return Duration(float(match[1]), match[2])


def read_span(value: Any) -> Duration:
    """A duration from 0; E007 for anything else."""
    duration = read_lag(value)
    if duration.amount < 0:
        raise fault("E007", f"{shown(value)} is below 0", "write a duration from 0, such as 3d")
    return duration


def read_lag(value: Any) -> Duration:
    """A duration that may be negative; E007 for anything else."""
    duration = _duration_of(value) if isinstance(value, str) else None
    if duration is None:
        help = "write 6h, 3d (working days), 2w or 1m"
        raise fault("E007", f"{shown(value)} is not a duration", help, wants=Shape.DURATION)
    return duration


LENGTH = r"([0-9]+(\.[0-9]+)? ?[hdw]|[0-9]+(\.0+)? ?m)"
SPAN_SCHEMA: dict[str, Any] = {"type": "string", "pattern": rf"^\+?{LENGTH}$"}


Span = Annotated[Duration, Reads(read_span, SPAN_SCHEMA)]
"""A duration: hours, working days, working weeks or calendar months."""
Work = Span
"""A duration of work: a month of it is a twelfth of a year's working days."""
Lag = Annotated[Duration, Reads(read_lag, {"type": "string", "pattern": rf"^[-+]?{LENGTH}$"})]
"""A duration that may be negative."""


@record
class Effort:
    """How much work: the likely value, and its range where it was estimated in three points."""

    likely: Duration
    low: Duration | None = None
    high: Duration | None = None


@lru_cache(maxsize=4096)
def _plain_effort(text: str) -> Effort:
    """One effort for all that say the same: few lengths of time are in use."""
    return Effort(read_span(text))


EFFORT_KEYS = ("low", "likely", "high")


def _points(value: dict[str, Any]) -> dict[str, Duration]:
    """The three points of an estimate, as far as they are stated, in their order; `likely` is."""
    said = fields_of(value, EFFORT_KEYS, "likely")
    points = {name: within(name, read_span, text) for name, text in said.items()}
    sizes = [point.days() for point in points.values()]
    if sizes != sorted(sizes):
        raise fault("E007", "the three points are not in order", "write low ≤ likely ≤ high")
    return points


def _effort(value: Any) -> Effort:
    if isinstance(value, str):
        return _plain_effort(value)
    if not isinstance(value, dict):
        return Effort(read_span(value))
    points = _points(value)
    return Effort(points["likely"], points.get("low"), points.get("high"))


@record
class Estimate(Duration):
    """A length of time that was estimated in three points: itself the likely one, and its range."""

    low: Duration | None = None
    high: Duration | None = None


def _length(value: Any) -> Duration:
    if not isinstance(value, dict):
        return read_span(value)
    points = _points(value)
    likely = points["likely"]
    return Estimate(likely.amount, likely.unit, points.get("low"), points.get("high"))


def _duration(value: Any, info: Context) -> Duration:
    return _kept_apart("duration", value, info)


def _elapsed(value: Any, info: Context) -> Duration:
    return _kept_apart("elapsed", value, info)


def _kept_apart(name: str, value: Any, info: Context) -> Duration:
    """A length of time; E006 where the item says in another way, too, what drives it."""
    said = info.data or {}
    other = next((one for one in ("effort", "duration") if one != name and said.get(one) is not None), None)
    if value is not None and other is not None:
        help = "keep one: `effort` is the work of people, `duration` working time, `elapsed` calendar time"
        raise fault("E006", f"`{name}` and `{other}` exclude each other", help)
    return _length(value)


_POINTS_SCHEMA: dict[str, Any] = {
    "anyOf": [
        SPAN_SCHEMA,
        {
            "type": "object",
            "properties": {
                name: {"anyOf": [SPAN_SCHEMA, {"type": "null"}]} if name != "likely" else SPAN_SCHEMA
                for name in EFFORT_KEYS
            },
            "required": ["likely"],
            **CLOSED,
        },
    ]
}
EffortField = Annotated[Effort, Reads(_effort, _POINTS_SCHEMA)]
"""Effort in person-time: `30d`, or `{low: 20d, likely: 30d, high: 55d}`."""
LengthField = Annotated[Duration, Reads(_duration, _POINTS_SCHEMA, dated=True)]
"""Working time that no one's work drives: `6w`, or `{low: 4w, likely: 6w, high: 10w}`."""
ElapsedField = Annotated[Duration, Reads(_elapsed, _POINTS_SCHEMA, dated=True)]
"""Calendar time: `14d`, or `{low: 7d, likely: 14d, high: 30d}`."""
