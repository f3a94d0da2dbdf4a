"""Where things stand in a text: looked up only when something is to be shown."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from alignplan.records import record
from alignplan.text.events import (
    ALIAS,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    SyntaxFault,
    event_source,
)

__all__ = ["Lines", "Places", "Span", "first_of_keys", "locate", "starts"]

Span = tuple[int, int]
_DEPTH = 64


@record
class Node:
    """Spans of a key (where it has one) and of its value, in characters, end exclusive."""

    key: Span | None
    value: Span


class Places:
    """The places of one text by route; an entry of a list is also found by what it says."""

    __slots__ = ("_nodes", "_scalars")

    def __init__(self, nodes: dict[tuple[str | int, ...], Node], scalars: list[Span]) -> None:
        self._nodes = nodes
        self._scalars = scalars

    def find(self, route: tuple[str | int, ...], *, key: bool) -> Span | None:
        """The span of the key or the value at `route`, or of the nearest node above it; none in an empty text."""
        while True:
            node = self._nodes.get(route)
            if node is not None:
                return node.key if key and node.key is not None else node.value
            if not route:
                return None
            route = route[:-1]
            key = False if self._is_scalar(route) else key

    def _is_scalar(self, route: tuple[str | int, ...]) -> bool:
        """Whether the node above holds the entry itself (`supports: x` for `supports/x`)."""
        node = self._nodes.get(route)
        return node is not None and node.key is not None

    def in_text(self, offset: int) -> bool:
        """Whether an offset lies inside a scalar, where a `#` is no comment."""
        at = bisect_right(self._scalars, (offset, offset)) - 1
        return at >= 0 and self._scalars[at][0] < offset < self._scalars[at][1]

    def keys(self) -> dict[tuple[str | int, ...], Node]:
        """All nodes by their route."""
        return self._nodes


class Lines:
    """Offsets ↔ lines and columns of a text, as editors count them: from 1, in characters, lines ended by LF."""

    __slots__ = ("_cut", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut: dict[int, str] = {}
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        if not 1 <= number <= len(self._starts):
            return ""
        line = self._cut.get(number)
        if line is None:
            start = self._starts[number - 1]
            end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
            line = self._text[start:end].removesuffix("\r")
            # A line may be as long as a file, and be shown with hundreds of findings: it is cut out once.
            self._cut[number] = line
        return line

    def __len__(self) -> int:
        return len(self._starts)


def locate(text: str) -> Places:
    """The places of everything in `text` that can be read (up to the first syntax error)."""
    walk = _Walk()
    take = event_source(text)
    try:
        while walk.take(take()):
            pass
    except SyntaxFault:
        pass
    return Places(walk.nodes, walk.scalars)


@dataclass(slots=True)
class _Level:
    """An open container: its route, the entry that comes next, where its last child ended."""

    route: tuple[str | int, ...]
    entry: str | int | None
    key: Span | None
    start: int
    end: int
    own_key: Span | None
    is_map: bool
    spent: bool = False


class _Walk:
    """Follows the events with the route of each node."""

    __slots__ = ("nodes", "scalars", "stack")

    def __init__(self) -> None:
        self.scalars: list[Span] = []
        self.nodes: dict[tuple[str | int, ...], Node] = {}
        self.stack: list[_Level] = []

    def take(self, event: Any) -> bool:
        """Record one event; false at the end."""
        kind = event.__class__
        if kind is SCALAR or kind is ALIAS:
            self.scalars.append((event.start_mark.index, event.end_mark.index))
            self._leaf(event, kind)
        elif kind is MAPPING_START or kind is SEQUENCE_START:
            if len(self.stack) >= _DEPTH:
                return False
            route, key = self._next_route()
            at = event.start_mark.index
            first: str | int | None = None if kind is MAPPING_START else 0
            self.stack.append(_Level(route, first, None, at, at + 1, key, kind is MAPPING_START))
        elif kind is MAPPING_END or kind is SEQUENCE_END:
            done = self.stack.pop()
            end = max(done.end, event.end_mark.index if event.end_mark.index > event.start_mark.index else 0)
            self._record(done.route, Node(done.own_key, (done.start, end)))
            self._advance(end)
        return kind is not STREAM_END

    def _leaf(self, event: Any, kind: type) -> None:
        span = (event.start_mark.index, max(event.end_mark.index, event.start_mark.index + 1))
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_map and top.entry is None:
            top.entry = event.value if kind is SCALAR else f"*{event.anchor}"
            top.key = (event.start_mark.index, event.end_mark.index)
            return
        route, key = self._next_route()
        if event.start_mark.index == event.end_mark.index and key is not None:
            span = key
        if kind is SCALAR and event.style in ("|", ">"):
            span = (span[0], span[0] + 1)
        self._record(route, Node(key, span))
        if kind is SCALAR and top is not None and not top.is_map:
            self.nodes.setdefault((*route[:-1], event.value), Node(None, span))
        self._advance(span[1])

    def _next_route(self) -> tuple[tuple[str | int, ...], Span | None]:
        if not self.stack:
            return (), None
        top = self.stack[-1]
        entry = top.entry if top.entry is not None else "?"
        return (*top.route, entry), top.key

    def _record(self, route: tuple[str | int, ...], node: Node) -> None:
        self.nodes.setdefault(route, node)
        if len(route) > 1 and isinstance(route[-2], int):
            self.nodes.setdefault((*route[:-2], route[-1]), node)

    def _advance(self, end: int) -> None:
        if not self.stack:
            return
        top = self.stack[-1]
        top.end = max(top.end, end)
        if top.is_map:
            top.entry, top.key = None, None
        elif isinstance(top.entry, int):
            top.entry += 1


def first_of_keys(text: str, seconds: set[int]) -> dict[int, Span]:
    """Where keys stand first in the mapping in which they stand again: by the offsets at which they stand again."""
    take = event_source(text)
    levels: list[dict[str, Span] | None] = []
    waiting: list[bool] = []
    found: dict[int, Span] = {}
    while len(found) < len(seconds):
        event = take()
        kind = event.__class__
        if kind is STREAM_END:
            break
        if kind is MAPPING_END or kind is SEQUENCE_END:
            levels.pop()
            waiting.pop()
        level = levels[-1] if levels else None
        is_key = level is not None and not waiting[-1]
        if kind is SCALAR and level is not None and is_key:
            start = event.start_mark.index
            if start in seconds and event.value in level:
                found[start] = level[event.value]
            level.setdefault(event.value, (start, event.end_mark.index))
            waiting[-1] = True
        elif kind in (SCALAR, ALIAS, MAPPING_START, SEQUENCE_START) and levels:
            waiting[-1] = is_key
        if kind is MAPPING_START or kind is SEQUENCE_START:
            levels.append({} if kind is MAPPING_START else None)
            waiting.append(False)
    return found


def starts(text: str) -> dict[int, tuple[str | int, ...]]:
    """Whose key or value begins at an offset; where both a mapping and its first key do, the key."""
    nodes = locate(text).keys()
    found: dict[int, tuple[str | int, ...]] = {}
    for route, node in nodes.items():
        found.setdefault(node.value[0], route)
    keys: dict[int, tuple[str | int, ...]] = {}
    for route, node in nodes.items():
        if node.key is not None and len(route) > len(keys.get(node.key[0], ())):
            keys[node.key[0]] = route
    return found | keys
