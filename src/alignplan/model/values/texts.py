"""Texts, ids and lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, TypeVar

from alignplan.model.values.faults import Fault, fault, within
from alignplan.model.values.marks import Reads, Shown

__all__ = [
    "ID_NAMES",
    "ID_SCHEMA",
    "TEXT_SCHEMA",
    "Id",
    "Ids",
    "Text",
    "Texts",
    "as_list",
    "listed",
    "one_or_many",
    "read_id",
    "read_text",
    "shown",
]

T = TypeVar("T")

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?\Z")


def shown(value: Any) -> str:
    """A value as a message names it: a scalar in backticks, cut where it is long."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"


def read_text(value: Any) -> str:
    """A text as written; E006 for anything else."""
    if isinstance(value, str):
        return str(value)
    raise fault("E006", f"{shown(value)} where a text belongs", "write one text")


@lru_cache(maxsize=1 << 20)
def _id(text: str) -> str | None:
    """One text for all references to an id: plans name the same few people in every tactic."""
    return str(text) if _ADDRESS.match(text) else None


def read_id(value: Any) -> str:
    """An id or an address `parent/child`; E006 for anything else."""
    id = _id(read_text(value))
    if id is not None:
        return id
    raise fault(
        "E006",
        f"{shown(value)} cannot be an id",
        "an id is a-z, 0-9, then also `.`, `_`, `-`; of another's child `parent/child`",
    )


def as_list(value: Any) -> list[Any]:
    """One value may stand alone where a list is asked for."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _word(value: Any) -> str:
    """An entry of a list of texts. Short ones, such as tags, stand in many items: there is one of each."""
    text = read_text(value)
    return intern(str(text)) if len(text) <= _SHORT else text


_SHORT = 24
_FEW = 4


@lru_cache(maxsize=1 << 14)
def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same few words stand in many items, too: there is one tuple of them."""
    return words


def _words(value: Any) -> tuple[str, ...]:
    found = _listed_words(value)
    return _once(found) if len(found) <= _FEW else found


def listed(item: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """A reader of lists, in which one value may stand alone and an entry without a value is left out."""

    def read(value: Any) -> tuple[T, ...]:
        if value is None:
            return ()
        if isinstance(value, list):
            try:
                return tuple([item(entry) for entry in value if entry is not None])
            except Fault:  # once more, to tell which of them it is
                return tuple([within(at, item, entry) for at, entry in enumerate(value) if entry is not None])
        return (item(value),)

    return read


def one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a list of `item` in which one may stand alone."""
    several = {"type": "array", "items": {"anyOf": [item, {"type": "null"}]}}
    return {"anyOf": [*item.get("anyOf", [item]), several, {"type": "null"}]}


TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
ID_NAMES: dict[str, Any] = {"pattern": r"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}
"""For the keys of a mapping by id."""
# To a reader of YAML the id `2026` is a number, and `true` a truth value.
ID_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", **ID_NAMES},
        {"type": "number", "minimum": 0},
        {"type": "boolean"},
    ]
}

Text = Annotated[str, Shown(TEXT_SCHEMA)]
"""A text, kept as written."""
_listed_words = listed(_word)
Texts = Annotated[tuple[str, ...], Reads(_words, one_or_many(TEXT_SCHEMA))]
"""Texts; one may stand alone."""
Id = Annotated[str, Reads(read_id, ID_SCHEMA)]
"""A reference to an item by its id, or by its address `parent/child`."""
Ids = Annotated[tuple[str, ...], Reads(listed(read_id), one_or_many(ID_SCHEMA))]
"""References; one may stand alone."""

KEPT = (_id, _once)
