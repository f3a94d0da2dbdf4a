"""The short ways of writing: a value that stands alone, and a key with nothing after it."""

from __future__ import annotations

from typing import Any

from alignplan.model.cores import MODELS
from alignplan.model.entry import Entry
from alignplan.model.values import AMOUNT_SCHEMA, DAY_SCHEMA, one_or_many

__all__ = ["shorten"]

_NOTHING = {"type": "null"}
_TITLE = {
    "description": "A text alone is its title; nothing at all is an entry without fields.",
    "type": ["string", "number", "boolean", "null"],
}
_ALONE = {"Baseline": AMOUNT_SCHEMA, "Target": AMOUNT_SCHEMA, "Absence": DAY_SCHEMA}
_NAMES = {"pattern": r"^([a-z0-9][a-z0-9._-]*|x-.*)$"}


def shorten(definitions: dict[str, Any]) -> None:
    """Allow what may be written short in every field of every model."""
    for name, definition in definitions.items():
        needed = definition.get("required", ())
        for key, field in definition.get("properties", {}).items() if name in MODELS else ():
            kept = {word: field.pop(word) for word in ("description", "default") if word in field}
            wide = _widened(field)
            if key not in needed and _NOTHING not in wide.get("anyOf", ()):
                wide = {"anyOf": [*wide.get("anyOf", [wide]), _NOTHING]}
            definition["properties"][key] = {**kept, **wide}


def _widened(part: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema with what may stand in its place. Parts are nested as deep as the models' own types."""
    name = part.get("$ref", "").rpartition("/")[2]
    if name in _ALONE:
        return {"anyOf": [part, *_ALONE[name]["anyOf"]]}
    if "oneOf" in part:
        return _any_of(part["oneOf"])
    if "anyOf" in part:
        return _any_of(part["anyOf"])
    if part.get("type") == "array" and "$ref" in part["items"]:
        return _any_of(one_or_many(_widened(part["items"]))["anyOf"])
    return _section(part) if part.get("type") == "object" else part


def _section(part: dict[str, Any]) -> dict[str, Any]:
    """A mapping of entries by id: each may be its title alone."""
    entry = part["additionalProperties"]
    model = MODELS.get(entry["$ref"].rpartition("/")[2]) if entry and "$ref" in entry else None
    if model is None or not issubclass(model, Entry):
        return part
    titled = {"anyOf": [entry, _TITLE]}
    return {
        "type": "object",
        "patternProperties": {"^x-": {}},
        "additionalProperties": titled,
        "propertyNames": _NAMES,
    }


def _any_of(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """One list of alternatives, each once."""
    found: list[dict[str, Any]] = []
    for part in map(_widened, parts):
        found += [one for one in part.get("anyOf", [part]) if one not in found]
    return {"anyOf": found}
