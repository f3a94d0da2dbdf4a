"""Models with fields that few entries state: where none of those is stated, an entry has no room for them.

A plan of 100,000 tactics holds half a million entries, and most state a handful of the fields that they may have. Such
a model has two forms. The slim one has slots for the common fields only, and the rare ones as attributes of the class;
the whole one, below it, has slots for all. What reads an entry does not notice. A rare field's default is one
value for all, never made anew.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from typing import Any

__all__ = ["Slim", "abstract", "form_of", "kind_of", "slotted", "stated_in"]


class Slim(type):
    """The type of models with rare fields: what is made by hand has the form that its fields ask for."""

    rare: frozenset[str]
    whole: Any

    def __call__(cls, **said: Any) -> Any:
        """One of the model."""
        made: Any = object.__new__(form_of(cls, said))
        made.__init__(**said)
        return made


def slotted(cls: Any, rare: Collection[str]) -> Any:
    """The dataclass `cls` again, with slots for its fields; for the `rare` ones in its whole form only."""
    if not rare:
        return _again(cls, type, [entry.name for entry in dataclasses.fields(cls)])
    slim = _again(cls, Slim, [entry.name for entry in dataclasses.fields(cls) if entry.name not in rare])
    names = {"__slots__": tuple(rare), "__module__": cls.__module__, "__qualname__": cls.__qualname__}
    slim.rare = frozenset(rare)
    slim.whole = Slim(cls.__name__, (slim,), {**names, "__doc__": cls.__doc__})
    slim.whole.whole = slim.whole
    return slim


def abstract(cls: Any) -> Any:
    """The dataclass `cls` again as a base of others, which have the slots."""
    return _again(cls, type, ())


def _again(cls: Any, meta: type[type], slots: Collection[str]) -> Any:
    kept = {name: value for name, value in vars(cls).items() if name not in slots}
    for name in ("__dict__", "__weakref__"):
        kept.pop(name, None)
    made = meta(cls.__name__, cls.__bases__, {**kept, "__slots__": tuple(slots)})
    made.__qualname__ = cls.__qualname__
    return made


def form_of(kind: Any, stated: Collection[str]) -> Any:
    """The form of a model that has room for the fields that are stated."""
    rare = getattr(kind, "rare", None)
    return kind if rare is None or rare.isdisjoint(stated) else kind.whole


def stated_in(entry: Any) -> list[dataclasses.Field[Any]]:
    """The fields that an entry has room for."""
    kind = type(entry)
    slim = getattr(kind, "whole", kind) is not kind
    return [one for one in dataclasses.fields(kind) if not slim or one.name not in kind.rare]


def kind_of(entry: Any) -> Any:
    """The model of an entry, whatever its form."""
    kind = type(entry)
    return kind.__base__ if getattr(kind, "whole", None) is kind else kind
