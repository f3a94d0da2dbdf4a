"""Answers as JSON: frozen data in, a document out that is the same byte for byte each time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from alignplan.output.escape import json_text
from alignplan.output.figures import exact_number

__all__ = ["dumps"]


def dumps(answer: object, *, ascii: bool = False, compact: bool = False) -> str:
    """`answer` as JSON with two blanks of indent, keys in the order given, no line end after it.

    `compact`: on one line.

    Dataclasses and mappings become objects, tuples and lists arrays, sets sorted arrays, enums their value, dates ISO.
    Whole numbers have no point (`40`, also for 40.0), others all their digits. Raises ValueError for NaN and infinity,
    TypeError for what has no place in JSON. `ascii`: for streams that cannot carry more.
    """
    text = json.dumps(_data(answer), ensure_ascii=ascii, allow_nan=False, indent=None if compact else 2)
    return json_text(text)


def _data(value: object) -> object:
    """The same in dicts, lists and plain values. As deep as the answer is nested, which its view decides."""
    if isinstance(value, Enum):
        return _data(value.value)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return exact_number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {_key(name): _data(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_data(inner) for inner in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_data(inner) for inner in value), key=str)
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def _key(name: object) -> str:
    plain = _data(name)
    if isinstance(plain, (str, int)) and not isinstance(plain, bool):
        return str(plain)
    raise TypeError(f"{type(name).__name__} is no key of a JSON object")
