"""Where the mappings and lists on the way to some routes stand in a text, entry by entry."""

from __future__ import annotations

from typing import Any, TypeAlias

from alignplan.text.events import (
    ALIAS,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    event_source,
)
from alignplan.text.patching.changes import Route
from alignplan.text.patching.lines import block_end, colon_after, past_blank
from alignplan.text.patching.nodes import Entry, Kind, Node, Outline

__all__ = ["Entry", "Kind", "Node", "Outline", "outline"]

_Wanted: TypeAlias = dict[str | int, "_Wanted"]


def outline(text: str, routes: list[Route], *, blocks: bool = True) -> Outline:
    """The nodes on the way to `routes`, with all siblings; `text` has no syntax errors."""
    return _Reader(text, _wanted(routes), blocks=blocks).read()


def _wanted(routes: list[Route]) -> _Wanted:
    wanted: _Wanted = {}
    for route in routes:
        level = wanted
        for step in route:
            level = level.setdefault(step, {})
    return wanted


class _Reader:
    """Follows the events; what is on no wanted route is passed over."""

    __slots__ = ("done", "levels", "take", "text", "wanted")

    def __init__(self, text: str, wanted: _Wanted, *, blocks: bool) -> None:
        self.text = text
        self.wanted = wanted
        self.take = event_source(text)
        self.done = Outline(text, blocks)
        self.levels: list[tuple[Node, _Wanted, Any]] = []

    def read(self) -> Outline:
        """Follow the events to the end."""
        while True:
            event: Any = self.take()
            kind = event.__class__
            if kind is SCALAR or kind is ALIAS:
                self._leaf(event)
            elif kind is MAPPING_START or kind is SEQUENCE_START:
                self._open(event, Kind.MAPPING if kind is MAPPING_START else Kind.LIST)
            elif kind is MAPPING_END or kind is SEQUENCE_END:
                node, _, _ = self.levels.pop()
                self._close(node, event)
                self._attach(node)
            elif kind is STREAM_END:
                return self.done

    def _leaf(self, event: Any) -> None:
        kind = event.__class__
        if kind is ALIAS:
            self.done.aliases.setdefault(event.anchor, event.start_mark.index)
        if self.levels and self.levels[-1][0].kind is Kind.MAPPING and self.levels[-1][2] is None:
            node, wanted, _ = self.levels[-1]
            self.levels[-1] = (node, wanted, event)
            return
        self._attach(self._scalar(event))

    def _scalar(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        kind = event.__class__
        if kind is ALIAS:
            return Node(Kind.ALIAS, start, end, anchor=event.anchor)
        style = event.style or ""
        tail = ""
        self.done.last_block = start if style in ("|", ">") else None
        if style in ("|", ">"):
            end, tail = block_end(self.text, start, end)
        return Node(
            Kind.SCALAR,
            start,
            end,
            style,
            anchor=event.anchor,
            tagged=event.tag is not None,
            said=event.value,
            tail=tail,
        )

    def _open(self, event: Any, kind: Kind) -> None:
        start = event.start_mark.index
        node = Node(
            kind, start, start, flow=event.flow_style, anchor=event.anchor, tagged=event.tag is not None
        )
        node.bare = node.flow and self.text[node.content(self.text)] not in "{["
        wanted = self._wanted_here()
        if wanted is None:
            node.end, node.tail = self._pass_over()
            self._attach(node)
        else:
            self.levels.append((node, wanted, None))

    def _wanted_here(self) -> _Wanted | None:
        if not self.levels:
            return self.wanted
        node, wanted, key = self.levels[-1]
        return wanted.get(len(node.entries) if key is None else _name(key))

    def _pass_over(self) -> tuple[int, str]:
        """Skip the inside of a mapping or list; where its text ends, and how."""
        take, depth = self.take, 1
        last: Any = None
        while depth:
            event: Any = take()
            kind = event.__class__
            if kind is SCALAR:
                last = event
            elif kind is MAPPING_START or kind is SEQUENCE_START:
                depth += 1
            elif kind is ALIAS:
                self.done.aliases.setdefault(event.anchor, event.start_mark.index)
                last = event
            else:
                depth -= 1
                last = event if event.end_mark.index > event.start_mark.index else last
        return self._end_of(last)

    def _end_of(self, last: Any) -> tuple[int, str]:
        """The end of what was written last: of a leaf, or of a bracket."""
        end: int = last.end_mark.index
        kind = last.__class__
        if kind is SCALAR and last.style in ("|", ">"):
            self.done.last_block = last.start_mark.index
            return block_end(self.text, last.start_mark.index, end)
        self.done.last_block = None
        return end, ""

    def _close(self, node: Node, event: Any) -> None:
        """A mapping or list that was looked into ends: at its bracket, or with its last entry."""
        if event.end_mark.index > event.start_mark.index:
            node.end = event.end_mark.index
        elif node.entries:
            node.end, node.tail = node.entries[-1].end, node.entries[-1].node.tail

    def _attach(self, node: Node) -> None:
        if not self.levels:
            self.done.root = node
            return
        parent, wanted, key = self.levels[-1]
        if parent.kind is Kind.LIST:
            self._element(parent, node)
            return
        start, end = key.start_mark.index, key.end_mark.index
        if parent.flow and node.is_blank and node.anchor is None:
            colon = colon_after(self.text, end)
            node.start = node.end = end if colon is None else colon + 1
        head, style = _question(self.text, start), getattr(key, "style", "") or ""
        parent.add(Entry(len(parent.entries), _name(key), head, start, end, style, node))
        self.levels[-1] = (parent, wanted, None)

    def _element(self, parent: Node, node: Node) -> None:
        head = node.start
        if not parent.flow:
            before = parent.entries[-1].end if parent.entries else parent.content(self.text)
            head = past_blank(self.text, before)
        number = len(parent.entries)
        parent.add(Entry(number, number, head, -1, -1, "", node))


def _name(key: Any) -> str:
    return str(key.value) if key.__class__ is SCALAR else f"*{key.anchor}"


def _question(text: str, start: int) -> int:
    """Where an entry begins: at its key, or at the `?` before it."""
    at = start - 1
    while at >= 0 and text[at] in " \t":
        at -= 1
    return at if at >= 0 and at < start - 1 and text[at] == "?" else start
