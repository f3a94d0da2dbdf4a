"""Values by date."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from alignplan.model.values.days import DAY_PATTERN, read_day
from alignplan.model.values.faults import CLOSED, Fault, fault, fields_of, within
from alignplan.model.values.marks import Context, Reads
from alignplan.model.values.numbers import AMOUNT_SCHEMA, read_amount
from alignplan.model.values.texts import TEXT_SCHEMA, read_text, shown
from alignplan.records import record

__all__ = ["POINT_KEYS", "Actuals", "Point", "Series"]


POINT_KEYS = ("value", "note")


@record
class Point:
    """A value on a day, with the note that was written beside it."""

    day: date
    value: float
    note: str = ""


def _point(day: str, value: Any, info: Context) -> Point:
    when = within(day, lambda text: read_day(text, info, False), day)
    if not isinstance(value, dict):
        return Point(when, within(day, read_amount, value))
    return within(day, lambda entry: _noted(when, entry), value)


def _noted(day: date, value: dict[str, Any]) -> Point:
    said = fields_of(value, POINT_KEYS, "value")
    note = within("note", read_text, said["note"]) if "note" in said else ""
    return Point(day, within("value", read_amount, said["value"]), note)


def _series(value: Any, info: Context) -> tuple[Point, ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{shown(value)} where a mapping belongs", "write {2026-03-31: 18.2}")
    points = [_point(key, entry, info) for key, entry in value.items() if entry is not None]
    if len({point.day for point in points}) < len(points):
        raise _twice(value, info)
    return tuple(sorted(points, key=lambda point: point.day))


def _twice(value: dict[str, Any], info: Context) -> Fault:
    """Two keys that name one day, such as `2026-Q1` and `2026-03-31`."""
    seen: dict[date, str] = {}
    for key in [key for key, entry in value.items() if entry is not None]:
        day = read_day(key, info, False)
        if day in seen:
            return fault("E007", f"`{seen[day]}` and `{key}` are the same day", "keep one of the two", (key,))
        seen[day] = key
    raise AssertionError("no day stands twice")


def _actuals(value: Any, info: Context) -> tuple[Point, ...] | str | None:
    """Points, or the path of a CSV file."""
    return str(value) if isinstance(value, str) else _series(value, info)


_POINT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        AMOUNT_SCHEMA,
        {"type": "null"},
        {
            "type": "object",
            "properties": {"value": AMOUNT_SCHEMA, "note": {"anyOf": [TEXT_SCHEMA, {"type": "null"}]}},
            "required": ["value"],
            **CLOSED,
        },
    ]
}
_SERIES_SCHEMA: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": DAY_PATTERN},
    "additionalProperties": _POINT_SCHEMA,
}

Series = Annotated[
    tuple[Point, ...], Reads(_series, {"anyOf": [_SERIES_SCHEMA, {"type": "null"}]}, dated=True)
]
"""Values by date, in order of their dates."""
Actuals = Annotated[
    tuple[Point, ...] | str | None,
    Reads(_actuals, {"anyOf": [_SERIES_SCHEMA, {"type": "string"}, {"type": "null"}]}, dated=True),
]
"""Values by date, or the path of a CSV file that holds them."""
