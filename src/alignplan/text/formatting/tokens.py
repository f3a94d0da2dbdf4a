"""A text in block style as a row of tokens: between any two of them stand only spaces, line ends and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from alignplan.text.patching import Refused, Route
from alignplan.text.patching.lines import colon_after
from alignplan.text.patching.outline import Entry, Kind, Node, Outline, outline

__all__ = ["Part", "Token", "comments", "outlined", "scalars", "tokens"]

_COMMENT = re.compile(r"#[^\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*")


class Part(Enum):
    """What a token is: a key with its colon or a dash, the name of an anchor, a value that is no block of entries."""

    ENTRY = "entry"
    ANCHOR = "anchor"
    VALUE = "value"


@dataclass(slots=True)
class Token:
    """A part of the text that stays as it is. `depth` is how many mappings and lists it stands in, without the first.

    `above` is the entry whose value it is, or in whose value the token is an entry.
    """

    part: Part
    start: int
    end: int
    depth: int
    node: Node
    entry: Entry | None = None
    above: Token | None = None

    @property
    def opens(self) -> bool:
        """Whether this is an entry with entries below it."""
        return self.part is Part.ENTRY and self.node.is_container and not self.node.flow


def outlined(text: str, data: Any) -> Outline:
    """All of a text that reads as `data`."""
    return outline(text, list(_containers(data)))


def _containers(data: Any) -> Iterator[Route]:
    """The routes of all mappings and lists."""
    waiting: list[tuple[Any, Route]] = [(data, ())]
    while waiting:
        here, route = waiting.pop()
        inner = (
            here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else None
        )
        if inner is not None:
            yield route
            waiting += [(value, (*route, key)) for key, value in inner if isinstance(value, (dict, list))]


def tokens(seen: Outline) -> list[Token]:
    """The tokens of a text from its first to its last. Raises :class:`Refused` for keys that are no plain words."""
    found: list[Token] = []
    if seen.root is not None:
        _value(seen.text, seen.root, -1, None, found)
    return found


def _value(text: str, node: Node, depth: int, above: Token | None, found: list[Token]) -> None:
    """The tokens of a value, whose entry has that depth. As deep as the reader lets it be."""
    anchored = node.anchor is not None and node.kind is not Kind.ALIAS
    if anchored:
        end = node.start + 1 + len(node.anchor or "")
        found.append(Token(Part.ANCHOR, node.start, end, depth + 1, node, above=above))
    if node.is_container and not node.flow:
        for entry in node.entries:
            found.append(_entry(text, node, entry, depth + 1, above))
            _value(text, entry.node, depth + 1, found[-1], found)
        if not node.entries:
            raise Refused("an alias stands for a key here", node.start, "write the key out")
    elif not node.is_blank:
        found.append(Token(Part.VALUE, node.content(text), node.end, depth + 1, node, above=above))


def _entry(text: str, node: Node, entry: Entry, depth: int, above: Token | None) -> Token:
    if node.kind is Kind.LIST:
        return Token(Part.ENTRY, entry.head, entry.head + 1, depth, entry.node, entry, above)
    if entry.head != entry.key_start:
        raise Refused("a key that is written with `?`", entry.head, "write it as `key: value`")
    colon = colon_after(text, entry.key_end)
    assert colon is not None
    return Token(Part.ENTRY, entry.head, colon + 1, depth, entry.node, entry, above)


def comments(text: str, row: list[Token]) -> list[str]:
    """All comments of a text, from the first to the last, without the blanks that end them."""
    found: list[str] = []
    at = 0
    for start, end in _scalars(text, row):
        found += _COMMENT.findall(text, at, start)
        at = end
    found += _COMMENT.findall(text, at)
    return [comment.rstrip() for comment in found]


def _scalars(text: str, row: list[Token]) -> Iterator[tuple[int, int]]:
    """Where a `#` begins no comment: keys, and values but for the first line of a block of text."""
    for token in row:
        if token.part is Part.VALUE:
            yield from scalars(text, token.node)
        else:
            yield token.start, token.end


def scalars(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """The keys and values of what stands in brackets, and scalars themselves. As deep as the reader lets it be."""
    if node.kind is not Kind.SCALAR or node.style not in ("|", ">"):
        if not node.is_container:
            yield node.start, node.end
        for entry in node.entries:
            if entry.key_end >= 0:
                yield entry.key_start, entry.key_end
            yield from scalars(text, entry.node)
        return
    header = _HEADER.search(text, node.content(text))
    assert header is not None
    yield header.span()
    body = text.find("\n", header.end()) + 1
    if 0 < body <= node.end:
        yield body, node.end
