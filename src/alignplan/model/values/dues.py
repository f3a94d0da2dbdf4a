"""The last day of work: a wish, or a must."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated, Any

from alignplan.model.values.days import DAY_SCHEMA, read_day
from alignplan.model.values.faults import CLOSED, fields_of, within
from alignplan.model.values.marks import Context, Reads
from alignplan.model.values.scales import read_flag

__all__ = ["DUE_KEYS", "Due", "MustDay", "is_must"]

DUE_KEYS = ("date", "must")


class MustDay(date):
    """A last day that has to be kept, whatever it costs; in all else the day that it is."""

    __slots__ = ()


def is_must(day: object) -> bool:
    """Whether a last day has to be kept: a must that is inherited stays one."""
    return isinstance(day, MustDay)


def _due(value: Any, info: Context) -> date:
    if value.__class__ is not dict:
        return read_day(value, info, False)
    said = fields_of(value, DUE_KEYS, "date")
    day = within("date", partial(read_day, info=info, start=False), said["date"])
    must = within("must", read_flag, said["must"]) if "must" in said else False
    return MustDay(day.year, day.month, day.day) if must else day


_SCHEMA = {
    "anyOf": [
        *DAY_SCHEMA["anyOf"],
        {
            "type": "object",
            "properties": {"date": DAY_SCHEMA, "must": {"anyOf": [{"type": "boolean"}, {"type": "null"}]}},
            "required": ["date"],
            **CLOSED,
        },
    ]
}
Due = Annotated[date, Reads(_due, _SCHEMA, dated=True)]
"""A last day, a period standing for its last: `2026-11-30`, or `{date: 2026-11-30, must: true}`."""
