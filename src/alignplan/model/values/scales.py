"""Numbers with a scale of their own: flags, levels of impact and priority, months, hours of a day."""

from __future__ import annotations

from typing import Annotated, Any

from alignplan.model.values.faults import fault
from alignplan.model.values.marks import Reads
from alignplan.model.values.numbers import FALSE, FROM_ZERO_SCHEMA, TRUE, number_of
from alignplan.model.values.texts import shown

__all__ = ["Flag", "Hours", "Impact", "Month", "Priority", "read_flag"]


def _hours(value: Any) -> float:
    number = number_of(value)
    if number is None or not 0 < number <= 24:
        raise fault("E006", f"{shown(value)} is not the hours of a day", "write a number above 0 up to 24")
    return number


Hours = Annotated[
    float,
    Reads(_hours, {"type": "number", "exclusiveMinimum": 0, "maximum": 24}),
]
"""Hours of a working day."""


def read_flag(value: Any) -> bool:
    """`true` or `false`; E006 for anything else."""
    if type(value) is str and (value in TRUE or value in FALSE):
        return value in TRUE
    help = "write true or false, without quotes"
    raise fault("E006", f"{shown(value)} is neither true nor false", help, wants=("true", "false"))


Flag = Annotated[bool, Reads(read_flag, {"type": "boolean"})]
"""`true` or `false`."""


_LEVELS = ("low", "medium", "high")


def _impact(value: Any) -> str | float:
    if isinstance(value, str) and value in _LEVELS:
        return str(value)
    number = number_of(value)
    if number is None or number < 0:
        help = "write low | medium | high, or an amount of money"
        raise fault("E006", f"{shown(value)} is no impact", help, wants=_LEVELS)
    return number


Impact = Annotated[
    str | float,
    Reads(_impact, {"anyOf": [{"type": "string", "enum": list(_LEVELS)}, FROM_ZERO_SCHEMA]}),
]
"""`low`, `medium`, `high`, or an amount of money."""

_PRIORITIES = {"low": 250.0, "medium": 500.0, "high": 750.0}


def _priority(value: Any) -> float:
    if isinstance(value, str) and value in _PRIORITIES:
        return _PRIORITIES[value]
    number = number_of(value)
    if number is None or not 0 <= number <= 1000:
        help = "write low | medium | high, or 0 to 1000"
        raise fault("E006", f"{shown(value)} is no priority", help, wants=_LEVELS)
    return number


Priority = Annotated[
    float,
    Reads(
        _priority,
        {
            "anyOf": [
                {"type": "string", "enum": list(_PRIORITIES)},
                {"type": "number", "minimum": 0, "maximum": 1000},
            ]
        },
    ),
]
"""0 to 1000; low is 250, medium 500, high 750."""


def _month(value: Any) -> int:
    number = number_of(value)
    if number is None or number != int(number) or not 1 <= number <= 12:
        raise fault("E006", f"{shown(value)} is not a month", "write its number, 1 to 12")
    return int(number)


Month = Annotated[int, Reads(_month, {"type": "integer", "minimum": 1, "maximum": 12})]
"""A month by its number."""
