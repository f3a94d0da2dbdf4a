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

_WORDS: dict[str, dict[str, Any]] = {
    "texts": one_or_many(TEXT_SCHEMA),
    "ids": one_or_many(ID_SCHEMA),
    "text": TEXT_SCHEMA,
    "id": ID_SCHEMA,
    "day": DAY_SCHEMA,
    "amount": AMOUNT_SCHEMA,
    "percentage": PERCENT_SCHEMA,
    "part": SHARE_SCHEMA,
    "weight": WEIGHT_SCHEMA,
    "duration": SPAN_SCHEMA,
    "number": FROM_ZERO_SCHEMA,
}


def share(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, with a reference wherever one of the words is meant."""
    definitions = {name: {"$ref": f"#/$defs/{name}"} for name in _WORDS}
    found: dict[str, Any] = _shared(schema, definitions)
    used = str(found)
    words = {
        name: word
        for name, word in _WORDS.items()
        if str(definitions[name]) in used or name in ("text", "id")
    }
    found["$defs"] = {**words, **found["$defs"]}
    return found


def _shared(part: Any, references: dict[str, dict[str, Any]]) -> Any:
    """A part with references in it. Parts are nested as deep as the models' own types."""
    if isinstance(part, list):
        return [_shared(one, references) for one in part]
    if not isinstance(part, dict):
        return part
    for name, word in _WORDS.items():
        if part == word:
            return references[name]
    if "anyOf" in part:
        part = {**part, "anyOf": _collected(part["anyOf"], references)}
    return {key: _shared(value, references) for key, value in part.items()}


def _collected(parts: list[Any], references: dict[str, dict[str, Any]]) -> list[Any]:
    """Alternatives in which those of a word that stand in a row become one."""
    for name, word in _WORDS.items():
        row = word.get("anyOf", [word])
        for at in range(len(parts) - len(row) + 1):
            if parts[at : at + len(row)] == row:
                return _collected([*parts[:at], references[name], *parts[at + len(row) :]], references)
    return parts
