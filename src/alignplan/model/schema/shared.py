"""The words of the format, each defined once and referred to by name."""

from __future__ import annotations

from typing import Any

from alignplan.model.values import (
    AMOUNT_SCHEMA,
    DAY_SCHEMA,
    FROM_ZERO_SCHEMA,
    ID_SCHEMA,
    PERCENT_SCHEMA,
    SHARE_SCHEMA,
    SPAN_SCHEMA,
    TEXT_SCHEMA,
    WEIGHT_SCHEMA,
    one_or_many,
)

__all__ = ["share"]

_NOTHING = {"type": "null"}
_WORDS: dict[str, dict[str, Any]] = {
    "texts": one_or_many(TEXT_SCHEMA),
    "ids": one_or_many(ID_SCHEMA),
    "id": ID_SCHEMA,
    "day": DAY_SCHEMA,
    "amount": AMOUNT_SCHEMA,
    "percentage": PERCENT_SCHEMA,
    "part": SHARE_SCHEMA,
    "weight": WEIGHT_SCHEMA,
    "text": TEXT_SCHEMA,
    "duration": SPAN_SCHEMA,
    "number": FROM_ZERO_SCHEMA,
}
_OPTIONAL = ("text", "id", "day", "amount", "percentage", "part", "weight", "duration", "number")


def share(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, with a reference wherever one of the words is meant."""
    words = {name: _shared(word, but=name) for name, word in _WORDS.items()}
    optional = {f"optional-{name}": {"anyOf": [_reference(name), _NOTHING]} for name in _OPTIONAL}
    whole: dict[str, Any] = _shared(schema)
    return {**whole, "$defs": {**words, **optional, **whole["$defs"]}}


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _shared(part: Any, but: str = "") -> Any:
    """A part with references in it. Parts are nested as deep as the models' own types."""
    if isinstance(part, list):
        return [_shared(one, but) for one in part]
    if not isinstance(part, dict):
        return part
    for name, word in _WORDS.items():
        if part == word and name != but:
            return _reference(name)
    inner = {key: _shared(value, but) for key, value in part.items() if key != "anyOf"}
    found = _alternatives(part["anyOf"], but) if "anyOf" in part else {}
    # One alternative is none, and moves up, unless the same keyword stands there.
    return {**inner, **found} if inner.keys().isdisjoint(found) else {**inner, "anyOf": [found]}


def _alternatives(parts: list[Any], but: str) -> dict[str, Any]:
    found = [_shared(one, but) for one in _collected(parts, but)]
    if len(found) == 2 and found[1] == _NOTHING and found[0] in [_reference(name) for name in _OPTIONAL]:
        return _reference(f"optional-{found[0]['$ref'].rpartition('/')[2]}")
    only: dict[str, Any] = found[0] if len(found) == 1 else {"anyOf": found}
    return only


def _collected(parts: list[Any], but: str) -> list[Any]:
    """Alternatives in which those of a word that stand in a row become one."""
    for name, word in _WORDS.items():
        row = word.get("anyOf", [word])
        for at in range(len(parts) - len(row) + 1):
            if parts[at : at + len(row)] == row and name != but:
                return _collected([*parts[:at], _reference(name), *parts[at + len(row) :]], but)
    return parts
