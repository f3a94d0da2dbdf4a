"""YAML text → plain data, in one pass over the events, within limits.

Scalars stay text until the model asks for a type: a plain scalar is a `str` (or `None` where it is null), a quoted or
block scalar a :class:`Quoted`. What cannot be understood is a :data:`BROKEN` value and a fault with its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from alignplan.text.events import (
    ALIAS,
    DOCUMENT_START,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    SyntaxFault,
    event_source,
)
from alignplan.text.faults import syntax_fault
from alignplan.text.faults import TextFault as TextFault

__all__ = ["BROKEN", "Broken", "Limits", "Quoted", "TextFault", "Tree", "parse"]

NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Quoted(str):
    """A scalar that was written in quotes or as a block: text, whatever it looks like."""

    __slots__ = ()


class Broken:
    """Stands where a value could not be understood; the fault says why. There is one, :data:`BROKEN`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = Broken()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may hold. Depth counts open mappings and lists; `alias_nodes` what all aliases stand for."""

    depth: int = 64
    nodes: int = 3_000_000
    alias_nodes: int = 100_000


@dataclass(slots=True)
class Tree:
    """What was understood of a text. `whole` is false where reading stopped before the end."""

    data: Any = None
    faults: list[TextFault] = field(default_factory=list)
    whole: bool = True


class _Stop(Exception):
    """Reading cannot go on."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read. `key` is the key that waits for its value."""

    node: Any
    key: str | None = None
    key_span: tuple[int, int] = (0, 0)
    spans: dict[str, tuple[int, int]] | None = None
    anchor: str | None = None
    began: int = 0


def parse(text: str, limits: Limits = Limits()) -> Tree:
    """Read `text`, without a byte order mark, into a :class:`Tree`. Never raises for what the text holds."""
    builder = _Builder(text, limits)
    try:
        builder.read()
    except SyntaxFault as error:
        builder.stop(syntax_fault(error, text))
    except _Stop:
        builder.stop(None)
    return builder.tree


class _Builder:
    """The one pass. Containers are attached to their parent when they begin, so that what was read stays."""

    __slots__ = ("alias_nodes", "anchors", "duplicate", "limits", "next", "nodes", "stack", "text", "tree")

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.next = event_source(text)
        self.tree = Tree()
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0
        self.alias_nodes = 0
        self.duplicate = False

    def read(self) -> None:
        """Take events until the end of the text."""
        take = self.next
        stack = self.stack
        documents = 0
        while True:
            event = take()
            kind = event.__class__
            if kind is SCALAR:
                self._scalar(event)
            elif kind is MAPPING_START:
                self._begin(event, {})
            elif kind is MAPPING_END or kind is SEQUENCE_END:
                done = stack.pop()
                if done.anchor is not None:
                    self.anchors[done.anchor] = (done.node, self.nodes + self.alias_nodes - done.began)
            elif kind is SEQUENCE_START:
                self._begin(event, [])
            elif kind is ALIAS:
                self._alias(event)
            elif kind is DOCUMENT_START:
                documents += 1
                self._document(event, documents)
            elif kind is STREAM_END:
                return

    def stop(self, fault: TextFault | None) -> None:
        """Reading ended early: what was being read, and the entry read last, cannot be trusted."""
        if fault is not None:
            self.tree.faults.append(fault)
        self.tree.whole = False
        node = self.tree.data
        for _ in range(2):
            if not isinstance(node, dict) or not node:
                return
            last = next(reversed(node))
            if not isinstance(node[last], dict) or node is not self.tree.data:
                node[last] = BROKEN
                return
            node = node[last]

    def _scalar(self, event: Any) -> None:
        value: Any = event.value
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and top.spans is not None:
            self._key(event, value, top)
            return
        if event.style:
            value = Quoted(value)
        elif value in NULLS:
            value = None
        if event.tag is not None:
            value = self._tagged(event)
        self.nodes += 1
        self._place(value, top, event)
        if event.anchor is not None:
            self._anchor(event, value, 1)

    def _key(self, event: Any, key: str, top: _Open) -> None:
        span = (event.start_mark.index, event.end_mark.index)
        if event.tag is not None:
            self._tagged(event)
        if event.anchor is not None:
            self._anchor(event, key, 1)
        if key == "<<" and not event.style:
            self._fault("E012", "merge keys (`<<`) are not read", span, "write the keys out where they hold")
        top.key, top.key_span = key, span

    def _place(self, value: Any, top: _Open | None, event: Any) -> None:
        """Put a value where it belongs."""
        if top is None:
            self.tree.data = value
        elif top.spans is None:
            top.node.append(value)
        else:
            key, top.key = top.key, None
            if key is None:
                span = (event.start_mark.index, event.end_mark.index)
                self._fault("E002", "a key must be a word, not a list or mapping", span, "name the key in one word")
                raise _Stop
            if key in top.node:
                first = top.spans[key]
                self._fault("E003", f"the key `{key}` stands twice", top.key_span, "keep one of the two", first)
            elif key != "<<":
                top.node[key] = value
                top.spans[key] = top.key_span
        if self.nodes > self.limits.nodes:
            span = (event.start_mark.index, event.end_mark.index)
            self._fault("E012", f"more than {self.limits.nodes:,} values in one file", span, "split the file")
            raise _Stop

    def _begin(self, event: Any, node: Any) -> None:
        top = self.stack[-1] if self.stack else None
        span = (event.start_mark.index, event.start_mark.index + 1)
        if len(self.stack) >= self.limits.depth:
            self._fault("E012", f"nested more than {self.limits.depth} levels deep", span, "write it flatter")
            raise _Stop
        self.nodes += 1
        self._place(self._tagged(event) if event.tag is not None else node, top, event)
        if event.anchor is not None and event.anchor in self.anchors:
            self._anchor(event, node, 0)
        opened = _Open(node, anchor=event.anchor, began=self.nodes + self.alias_nodes - 1)
        if isinstance(node, dict):
            opened.spans = {}
        if event.anchor is not None:
            self.anchors[event.anchor] = (BROKEN, 0)
        self.stack.append(opened)

    def _alias(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        span = (event.start_mark.index, event.end_mark.index)
        node, size = self.anchors.get(event.anchor, (None, -1))
        if size == -1:
            self._fault("E002", f"the alias `*{event.anchor}` has no anchor before it", span,
                        f"write `&{event.anchor}` where the value stands first")  # fmt: skip
            node = BROKEN
        elif size == 0:
            self._fault("E012", f"the alias `*{event.anchor}` stands inside its own anchor", span, "write the value out")
            node = BROKEN
        self.alias_nodes += max(size, 0)
        if self.alias_nodes > self.limits.alias_nodes:
            self._fault("E012", f"aliases stand for more than {self.limits.alias_nodes:,} values", span, "write the values out")
            raise _Stop
        if top is not None and top.spans is not None and top.key is None and isinstance(node, str):
            top.key, top.key_span = str(node), span
            return
        self._place(node, top, event)

    def _anchor(self, event: Any, node: Any, size: int) -> None:
        if event.anchor in self.anchors:
            span = (event.start_mark.index, event.end_mark.index)
            self._fault("E002", f"the anchor `&{event.anchor}` stands twice", span, "give the second another name")
        self.anchors[event.anchor] = (node, size)

    def _tagged(self, event: Any) -> Broken:
        span = (event.start_mark.index, max(event.end_mark.index, event.start_mark.index + 1))
        self._fault("E012", f"tags (`{event.tag}`) are not read", span, "remove the tag; the field decides the type")
        return BROKEN

    def _document(self, event: Any, number: int) -> None:
        span = (event.start_mark.index, event.end_mark.index)
        if event.tags:
            self._fault("E012", "`%TAG` directives are not read", span, "remove the directive")
        if number > 1:
            self._fault("E002", "a second document begins here", span, "one document a file: move it to a file of its own")
            raise _Stop

    def _fault(
        self, code: str, message: str, span: tuple[int, int], help: str, first: tuple[int, int] | None = None
    ) -> None:
        self.tree.faults.append(TextFault(code, message, span, help, first))
