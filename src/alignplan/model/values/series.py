"""Values by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import ValidationInfo

from alignplan.model.values.days import read_day
from alignplan.model.values.faults import fault, opaque_dated, within
from alignplan.model.values.numbers import NUMBER_SCHEMA, read_amount
from alignplan.model.values.texts import TEXT_SCHEMA, read_text, shown

__all__ = ["Actuals", "Point", "Series"]


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, with the note that was written beside it."""

    day: date
    value: float
    note: str = ""


def _point(day: str, value: Any, info: ValidationInfo) -> Point:
    when = within(day, lambda text: read_day(text, info, False), day)
    if not isinstance(value, dict):
        return Point(when, within(day, read_amount, value))
    unknown = [key for key in value if key not in ("value", "note")]
    if unknown or value.get("value") is None:
        raise fault(
            "E006", "a measurement has `value` and may have `note`", "write {value: 18.4, note: …}", (day,)
        )
    amount = within(day, lambda entry: within("value", read_amount, entry), value["value"])
    return Point(when, amount, read_text(value["note"]) if value.get("note") is not None else "")


def _series(value: Any, info: ValidationInfo) -> tuple[Point, ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{shown(value)} where a mapping belongs", "write {2026-03-31: 18.2}")
    points = [_point(key, entry, info) for key, entry in value.items() if entry is not None]
    return tuple(sorted(points, key=lambda point: point.day))


def _actuals(value: Any, info: ValidationInfo) -> tuple[Point, ...] | str | None:
    """Points, or the path of a CSV file."""
    return str(value) if isinstance(value, str) else _series(value, info)


_POINT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        NUMBER_SCHEMA,
        {"type": "boolean"},
        {"type": "string", "pattern": r"^[-+]?[0-9.]+ *%$"},
        {
            "type": "object",
            "properties": {"value": {"type": ["number", "boolean", "string"]}, "note": TEXT_SCHEMA},
            "required": ["value"],
            "additionalProperties": False,
        },
    ]
}
_SERIES_SCHEMA: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4])?|FY[0-9]{4}(-Q[1-4])?)$"},
    "additionalProperties": _POINT_SCHEMA,
}

Series = Annotated[tuple[Point, ...], opaque_dated(_series, {"anyOf": [_SERIES_SCHEMA, {"type": "null"}]})]
"""Values by date, in order of their dates."""
Actuals = Annotated[
    tuple[Point, ...] | str | None,
    opaque_dated(_actuals, {"anyOf": [_SERIES_SCHEMA, {"type": "string"}, {"type": "null"}]}),
]
"""Values by date, or the path of a CSV file that holds them."""
