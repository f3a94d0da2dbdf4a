"""What stands where in a text: mappings, lists and scalars, entry by entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from alignplan.text.nodes import NULLS
from alignplan.text.patching.layout import Style
from alignplan.text.patching.lines import past_blank

__all__ = ["Entry", "Kind", "Node", "Outline"]


class Kind(Enum):
    """What a node is."""

    SCALAR = "scalar"
    ALIAS = "alias"
    MAPPING = "mapping"
    LIST = "list"


@dataclass(slots=True)
class Node:
    """A value: `start` (of its anchor or tag, if it has one) to the end of what is written, comments left out.

    `style` is the quote or block sign of a scalar, `flow` whether a mapping or list stands in brackets. `entries` are
    known of what lies on a wanted route.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    flow: bool = False
    anchor: str | None = None
    tagged: bool = False
    said: str = ""
    bare: bool = False
    """A mapping of one entry in a list in brackets, without braces of its own."""
    tail: str = ""
    """How it ends: `|` with a block of text, `+` with one to which the empty lines below belong."""
    entries: list[Entry] = field(default_factory=list)
    _known: dict[str | int, list[Entry]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """One more entry."""
        self.entries.append(entry)
        self._known.setdefault(entry.key, []).append(entry)

    def named(self, key: str | int) -> list[Entry]:
        """The entries with that key: more than one where it stands twice."""
        return self._known.get(key, [])

    @property
    def keeps(self) -> bool:
        """Whether it ends with a block of text to which the empty lines below belong."""
        return self.tail == "+"

    @property
    def is_container(self) -> bool:
        """Whether it is a mapping or a list."""
        return self.kind is Kind.MAPPING or self.kind is Kind.LIST

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written: the null of a key with nothing behind it."""
        return self.kind is Kind.SCALAR and not self.style and not self.said and not self.tagged

    @property
    def is_null(self) -> bool:
        """Whether it reads as null: nothing, `~` or `null`."""
        return self.kind is Kind.SCALAR and not self.style and self.said in NULLS and not self.tagged

    def content(self, text: str) -> int:
        """Where the value begins behind its anchor; a tag belongs to the value."""
        if self.anchor is None or self.tagged or self.kind is Kind.ALIAS:
            return self.start
        behind = past_blank(text, self.start + 1 + len(self.anchor))
        return behind if self.end == self.start else min(behind, self.end)


@dataclass(slots=True)
class Entry:
    """An entry of a mapping or an element of a list: `head` is where it begins (its key, `?` or dash)."""

    number: int
    key: str | int
    head: int
    key_start: int
    key_end: int
    key_style: str
    node: Node

    @property
    def end(self) -> int:
        """Where its value ends."""
        return self.node.end


@dataclass(slots=True)
class Outline:
    """What was found in a text: its root (None in an empty one), and the names and places of its aliases.

    `blocks`: whether a new text of several lines may be written as a block.
    """

    text: str
    blocks: bool
    root: Node | None = None
    aliases: dict[str, int] = field(default_factory=dict)
    last_block: int | None = None
    """Where the last scalar begins, if it is a block of text."""
    styles: dict[int, Style] = field(default_factory=dict)
    """How it is written, by the part of it: looked at once."""
