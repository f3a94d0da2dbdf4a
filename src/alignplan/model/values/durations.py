"""Durations and effort."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any

from alignplan.model.values.faults import fault, opaque, within
from alignplan.model.values.texts import shown

__all__ = [
    "DURATION_SCHEMA",
    "Duration",
    "Effort",
    "EffortField",
    "Lag",
    "Span",
    "Work",
    "read_lag",
    "read_span",
    "read_work",
]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `amount` of `unit` (`h` hours, `d` days, `w` weeks, `m` calendar months)."""

    amount: float
    unit: str

    def days(self, hours: float = 8.0, week: int = 5) -> float:
        """In working days of `hours` hours, `week` to a week. A month is a twelfth of 52 weeks and a day (21.75 at 5 a week)."""
        if self.unit == "h":
            return self.amount / hours
        if self.unit == "w":
            return self.amount * week
        return self.amount * week * 4.35 if self.unit == "m" else self.amount

    def after(self, day: date) -> date:
        """`day` this much later in calendar time (hours round down to days; at the end of the calendar: its last day)."""
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
    return Duration(float(match[1]), match[2])


def _duration(value: Any, units: str = "hdwm", signed: bool = False) -> Duration:
    duration = _duration_of(value) if isinstance(value, str) else None
    if duration is None or (duration.amount < 0 and not signed):
        raise fault("E007", f"{shown(value)} is not a duration", "write 6h, 3d (working days), 2w or 1m")
    if duration.unit not in units:
        raise fault(
            "E007", f"{shown(value)} cannot be in months here", "write hours, days or weeks: 6h, 3d, 2w"
        )
    return duration


def read_span(value: Any) -> Duration:
    return _duration(value)


def read_work(value: Any) -> Duration:
    return _duration(value, "hdw")


def read_lag(value: Any) -> Duration:
    return _duration(value, signed=True)


DURATION_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^[-+]?[0-9]+(\.[0-9]+)? ?[hdwm]$"}


Span = Annotated[Duration, opaque(read_span, DURATION_SCHEMA)]
"""A duration."""
Work = Annotated[Duration, opaque(read_work, DURATION_SCHEMA)]
"""A duration in hours, days or weeks."""
Lag = Annotated[Duration, opaque(read_lag, DURATION_SCHEMA)]
"""A duration that may be negative."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work: the likely value, and its range where it was estimated in three points."""

    likely: Duration
    low: Duration | None = None
    high: Duration | None = None


@lru_cache(maxsize=4096)
def _plain_effort(likely: Duration) -> Effort:
    return Effort(likely)


def _effort(value: Any) -> Effort:
    if not isinstance(value, dict):
        return _plain_effort(read_work(value))
    unknown = [key for key in value if key not in ("low", "likely", "high")]
    if unknown or value.get("likely") is None:
        raise fault(
            "E006",
            "an effort in three points has `low`, `likely`, `high`",
            "write {low: 20d, likely: 30d, high: 55d}",
        )
    low, likely, high = (
        None if value.get(key) is None else within(key, read_work, value[key])
        for key in ("low", "likely", "high")
    )
    assert likely is not None
    sizes = [point.days() for point in (low, likely, high) if point is not None]
    if sizes != sorted(sizes):
        raise fault("E007", "the three points are not in order", "write low ≤ likely ≤ high")
    return Effort(likely, low, high)


EffortField = Annotated[
    Effort,
    opaque(
        _effort,
        {
            "anyOf": [
                DURATION_SCHEMA,
                {
                    "type": "object",
                    "properties": dict.fromkeys(("low", "likely", "high"), DURATION_SCHEMA),
                    "required": ["likely"],
                    "additionalProperties": False,
                },
            ]
        },
    ),
]
"""Effort in person-time: `30d`, or `{low: 20d, likely: 30d, high: 55d}`."""
