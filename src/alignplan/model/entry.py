"""What every entry of a plan may have, and how an entry is written short."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import BeforeValidator, ConfigDict
from pydantic.dataclasses import dataclass

from alignplan.model.values import Text, Texts, fault

__all__ = ["CONFIG", "Entry", "EntryOf", "Section", "model", "nothing", "opened"]

CONFIG = ConfigDict(extra="forbid", defer_build=True, hide_input_in_errors=True, arbitrary_types_allowed=True)

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def model(cls: type[T]) -> type[T]:
    """A frozen pydantic model with slots: a plan of 100,000 tactics holds half a million of them."""
    return dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)(cls)


def opened(value: Any) -> Any:
    """An entry as a mapping: a text alone is its title, nothing is an entry without fields."""
    if isinstance(value, str):
        return {"title": value}
    if value is None:
        return {}
    if isinstance(value, dict):
        return value
    raise fault(
        "E006", "a list where an entry belongs", "write its fields as `key: value`, or its title alone"
    )


def _section(value: Any) -> Any:
    if value is None:
        return {}
    if isinstance(value, dict):
        return value
    raise fault("E006", "a section is a mapping of ids", "write `id: …` for each entry")


def nothing() -> dict[str, Any]:
    """No entries: one empty mapping for all, since models are frozen and a large plan has many."""
    return _NOTHING


_NOTHING: dict[str, Any] = {}
EntryOf = BeforeValidator(opened)
SectionOf = BeforeValidator(_section)
Section = Annotated[dict[str, Annotated[T, EntryOf]], SectionOf]
"""Entries by id."""


@model
class Entry:
    """What everything may have."""

    title: Text | None = None
    """What it is, in one line."""
    description: Text | None = None
    """What it is, at length."""
    code: Text | None = None
    """A number or sign to show beside the title, such as `1.2`; never the id."""
    notes: Texts = ()
    """Anything else worth keeping."""
    tags: Texts = ()
    """Words to select by."""
    links: Texts = ()
    """URLs."""
