"""Texts, ids and lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from alignplan.model.values.faults import fault, within

__all__ = [
    "ID_PATTERN",
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
    "words",
]

T = TypeVar("T")

ID_PATTERN = r"^[a-z0-9][a-z0-9._-]*$"
_ID = re.compile(ID_PATTERN)
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?\Z")


def shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"


def read_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise fault("E006", f"{shown(value)} where a text belongs", "write one text")


def read_id(value: Any) -> str:
    text = read_text(value)
    if _ADDRESS.match(text):
        return str(text)
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


def listed(item: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    def read(value: Any) -> tuple[T, ...]:
        if value is None:
            return ()
        if isinstance(value, list):
            return tuple(
                [within(index, item, entry) for index, entry in enumerate(value) if entry is not None]
            )
        return (item(value),)

    return read


def one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]}


TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
ID_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}

Text = Annotated[str, PlainValidator(read_text), WithJsonSchema(TEXT_SCHEMA)]
"""A text, kept as written."""
Texts = Annotated[
    tuple[str, ...], PlainValidator(listed(read_text)), WithJsonSchema(one_or_many(TEXT_SCHEMA))
]
"""Texts; one may stand alone."""
Id = Annotated[str, PlainValidator(read_id), WithJsonSchema(ID_SCHEMA)]
"""A reference to an item by its id, or by its address `parent/child`."""
Ids = Annotated[tuple[str, ...], PlainValidator(listed(read_id)), WithJsonSchema(one_or_many(ID_SCHEMA))]
"""References; one may stand alone."""


def words(enum: type[T]) -> Callable[[Any], T]:
    """A validator for one of the words of `enum`."""
    members: dict[str, T] = {str(member.value): member for member in enum}  # type: ignore[attr-defined]

    def read(value: Any) -> T:
        if isinstance(value, str) and value in members:
            return members[value]
        raise fault("E006", f"{shown(value)} is none of the allowed values", "write " + " | ".join(members))

    return read
