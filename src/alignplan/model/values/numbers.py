"""Numbers, percentages, money, weights, flags."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any

from alignplan.model.values.faults import Fault, Shape, fault, quoted
from alignplan.model.values.marks import Reads
from alignplan.model.values.texts import shown

__all__ = [
    "AMOUNT_SCHEMA",
    "FALSE",
    "FROM_ZERO_SCHEMA",
    "NUMBER_SCHEMA",
    "PERCENT_SCHEMA",
    "SHARE_SCHEMA",
    "TRUE",
    "UNITS_SCHEMA",
    "WEIGHT_SCHEMA",
    "Amount",
    "Count",
    "Money",
    "Number",
    "Percent",
    "Percentage",
    "Quantity",
    "Share",
    "Version",
    "Weight",
    "amount_of",
    "number_of",
    "percent_of",
    "read_amount",
    "read_number",
    "read_percent",
    "read_units",
    "read_weight",
]

# A whole number with a zero before it (`012`) is a text in this format, so that it is never taken for another one.
_DIGITS = r"(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
_NUMBER = re.compile(rf"[-+]?{_DIGITS}\Z")
_LARGEST = 1e15
TRUE, FALSE = frozenset(("true", "True", "TRUE")), frozenset(("false", "False", "FALSE"))


@lru_cache(maxsize=65536)
def _plain_number(text: str) -> float | None:
    if len(text) > 40 or not _NUMBER.match(text):
        return None
    number = float(text) + 0.0  # -0 is 0
    return number if abs(number) <= _LARGEST else None


def number_of(value: Any) -> float | None:
    """The number that an unquoted scalar is; `None` for anything else or beyond ±10¹⁵."""
    return _plain_number(value) if type(value) is str else None


def read_number(value: Any) -> float:
    """A number within ±10¹⁵; E006 for anything else."""
    number = number_of(value)
    if number is None:
        raise fault("E006", f"{shown(value)} is not a number", _number_help(value), wants=Shape.NUMBER)
    return number


def _from_zero(value: Any) -> float:
    number = read_number(value)
    if number < 0:
        raise fault("E006", f"{shown(value)} is below 0", "write a number from 0")
    return number


def _number_help(value: Any) -> str:
    if quoted(value) and isinstance(value, str) and _plain_number(str(value)) is not None:
        return "remove the quotes"
    if type(value) is str and (len(value) > 40 or _NUMBER.match(value)) and value[-1:].isdigit():
        return "write a number between -10¹⁵ and 10¹⁵, in a larger unit"
    return "write a number such as 25 or 0.6"


def _count(value: Any) -> int:
    number = number_of(value)
    if number is None or number != int(number) or number < 1:
        raise fault("E006", f"{shown(value)} is not a whole number from 1", "write 1, 2, 3 …")
    return int(number)


class Percentage(float):
    """A value of a KPI that was written with its percent sign: it fits where the unit is `%`."""

    __slots__ = ()


def read_amount(value: Any) -> float:
    """A KPI value: `true` is 1, `false` 0; `18%` is 18 (the unit must then be `%`)."""
    number = percent_of(value)
    if number is None and type(value) is str and (value in TRUE or value in FALSE):
        return float(value in TRUE)
    if number is None:
        return read_number(value)
    return Percentage(number) if value.endswith("%") else number


def _money(value: Any) -> float:
    number = number_of(value)
    if number is None or number < 0:
        raise fault(
            "E007",
            f"{shown(value)} is not an amount of money",
            "write a number such as 400000, in the plan's currency",
        )
    return number


def percent_of(value: Any) -> float | None:
    """`40%` or 40 as 40.0; `None` for what is no percentage. With its sign it is a text to YAML, quoted or not."""
    number = number_of(value)
    if number is None and isinstance(value, str) and value.endswith("%"):
        return _plain_number(str(value[:-1]).rstrip())
    return number


def read_percent(value: Any, highest: float = 1e15) -> float:
    """A percentage from 0 to `highest`; E007 for anything else, and for 0.5, which may be 0.5 % or 50 %."""
    number = percent_of(value)
    if number is None or number < 0:
        raise fault("E007", f"{shown(value)} is not a percentage", "write 40% or 40")
    if 0 < number <= 1 and not value.endswith("%"):
        raise fault(
            "E007",
            f"{shown(value)} may be {number:g} % or {number * 100:g} %",
            f"write {number * 100:g}% or {number:g}%",
        )
    if number > highest:
        raise fault("E007", f"{shown(value)} is over {highest:g} %", f"write 0% to {highest:g}%")
    return number


def _part(value: Any) -> float:
    return read_percent(value, 100.0)


def read_weight(value: Any) -> float:
    """A weight from 0; E006 for anything else."""
    number = percent_of(value)
    if number is None or number < 0:
        raise fault("E006", f"{shown(value)} is not a weight", "write a number from 0, such as 40")
    return number


def read_units(value: Any) -> float:
    """A number of units above 0; E006 for anything else."""
    number = number_of(value)
    if number is None or number <= 0:
        raise fault("E006", f"{shown(value)} is no number of units", "write a number above 0, such as 2")
    return number


def _with_sign(sign: str, number: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{sign}{number} *%$"}


_UP_TO_100 = r"(100(\.0*)?|[1-9]?[0-9](\.[0-9]*)?|\.[0-9]+)"
NUMBER_SCHEMA: dict[str, Any] = {"type": "number", "minimum": -_LARGEST, "maximum": _LARGEST}
FROM_ZERO_SCHEMA: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": _LARGEST}
UNITS_SCHEMA: dict[str, Any] = {"type": "number", "exclusiveMinimum": 0, "maximum": _LARGEST}
AMOUNT_SCHEMA: dict[str, Any] = {"anyOf": [NUMBER_SCHEMA, {"type": "boolean"}, _with_sign("[-+]?", _DIGITS)]}
PERCENT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 1, "maximum": _LARGEST},
        {"type": "number", "const": 0},
        _with_sign(r"\+?", _DIGITS),
    ]
}
SHARE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 1, "maximum": 100},
        {"type": "number", "const": 0},
        _with_sign(r"\+?", _UP_TO_100),
    ]
}
WEIGHT_SCHEMA: dict[str, Any] = {"anyOf": [FROM_ZERO_SCHEMA, _with_sign(r"\+?", _DIGITS)]}

Number = Annotated[float, Reads(read_number, NUMBER_SCHEMA)]
"""A number."""
Version = Annotated[float, Reads(read_number, {"const": 1})]
"""The version of the format, a number."""
Count = Annotated[int, Reads(_count, {"type": "integer", "minimum": 1})]
"""A whole number from 1."""
Amount = Annotated[
    float,
    Reads(read_amount, AMOUNT_SCHEMA),
]
"""A value of a KPI, in its unit."""
Quantity = Annotated[float, Reads(_from_zero, FROM_ZERO_SCHEMA)]
"""A number from 0."""
Money = Annotated[float, Reads(_money, FROM_ZERO_SCHEMA)]
"""An amount in the plan's currency."""
Percent = Annotated[float, Reads(read_percent, PERCENT_SCHEMA)]
"""A percentage: 100 is all; more is possible."""
Share = Annotated[float, Reads(_part, SHARE_SCHEMA)]
"""A percentage from 0 to 100."""
Weight = Annotated[float, Reads(read_weight, WEIGHT_SCHEMA)]
"""A weight from 0; only its relation to its siblings' counts."""


def amount_of(text: str) -> float | None:
    """The KPI value that a text is; none where it is no number."""
    try:
        return read_amount(text)
    except Fault:
        return None
