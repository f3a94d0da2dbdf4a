"""The places of a text, found by one walk over the parser's events."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

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
from alignplan.text.places import Node, Span

__all__ = ["first_of_keys", "walk"]

_DEPTH = 64
Route = tuple[str | int, ...]


def walk(text: str, within: Collection[Route] | None = None) -> tuple[dict[Route, Node], list[Span]]:
    """The nodes of `text` by their route, and the spans of its scalars in order, up to the first syntax error.

    With `within` only what stands at routes of two steps in it, or above them, of a long text.
    """
    walk = _Walk()
    take = event_source(text)
    if within is not None:
        take = _Passing(take, walk, within).take
    try:
        while walk.take(take()):
            pass
    except SyntaxFault:
        pass
    return walk.nodes, walk.scalars


class _Passing:
    """Events without those inside of containers that nobody asks for: such a container is one scalar."""

    __slots__ = ("_take", "_walk", "_within")

    def __init__(self, take: Callable[[], Any], walk: _Walk, within: Collection[Route]) -> None:
        self._take = take
        self._walk = walk
        self._within = within

    def take(self) -> Any:
        """The next event."""
        event = self._take()
        kind = event.__class__
        if (kind is MAPPING_START or kind is SEQUENCE_START) and len(self._walk.stack) == 2:
            level = self._walk.stack[-1]
            if level.entry is not None and (*level.route, level.entry) not in self._within:
                return self._passed(event)
        return event

    def _passed(self, first: Any) -> Any:
        depth, end, event = 1, first.start_mark.index + 1, first
        while depth:
            event = self._take()
            kind = event.__class__
            if kind is MAPPING_START or kind is SEQUENCE_START:
                depth += 1
            elif kind is MAPPING_END or kind is SEQUENCE_END:
                depth -= 1
                end = max(end, event.end_mark.index if event.end_mark.index > event.start_mark.index else 0)
            else:
                end = max(end, _end_of(event))
        return _Passed(first.start_mark, end)


class _Passed:
    """A container that nobody asks for."""

    __slots__ = ("end", "start_mark")

    def __init__(self, start_mark: Any, end: int) -> None:
        self.start_mark = start_mark
        self.end = end


def _end_of(leaf: Any) -> int:
    """Where a scalar or alias ends; a block of text is pointed at by its first sign."""
    at: int = leaf.start_mark.index
    if leaf.__class__ is SCALAR and leaf.style in ("|", ">"):
        return at + 1
    return max(int(leaf.end_mark.index), at + 1)


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
        self.nodes: dict[Route, Node] = {}
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
        elif kind is _Passed:
            self._advance(event.end)
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
