"""What the canonical form of a text is: which keys come first where, and which entries are set off from each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alignplan.text.patching import Route

__all__ = ["OWN_KEYS", "STEP", "Shape"]

OWN_KEYS = "x-"
"""How keys begin that are the user's own; in an order of keys, where they stand."""
STEP = 2
"""Columns by which what is inside stands further right."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a kind of file.

    `order` gives the keys of the mapping at a route in their order (None: they keep the order that they have), with
    `x-` where the user's own keys belong. `sections` are the top-level keys whose entries are set off by a blank line.
    """

    order: Callable[[Route], Sequence[str] | None]
    sections: frozenset[str] = frozenset()
