"""Any YAML text → plain data, in one pass over the parser's events: what can be read, and every fault."""

from __future__ import annotations

from dataclasses import replace
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
from alignplan.text.faults import TextFault, cut
from alignplan.text.nodes import BROKEN, NULLS, Broken, Limits, Quoted, Tree
from alignplan.text.pitfalls import closed, glued_question_mark, is_glued
from alignplan.text.refusals import syntax_fault
from alignplan.text.walking import first_of_keys

__all__ = ["read"]

_ODD_KEYS = frozenset(("", "<<"))


class _Stop(Exception):
    """Reading cannot go on."""


def read(text: str, limits: Limits) -> Tree:
    """Read `text`, without a byte order mark, into a :class:`Tree`. Never raises for what the text holds."""
    text = closed(text)
    builder = _Builder(text, limits)
    try:
        builder.read()
    except SyntaxFault as error:
        builder.tree.stop(syntax_fault(error, text))
    except _Stop:
        builder.tree.stop(None)
    builder.firsts()
    glued = glued_question_mark(text) if builder.tree.whole else None
    if glued is not None:
        builder.tree.stop(glued)
    return builder.tree


class _Builder:
    """The one pass. Containers are attached to their parent when they begin, so that what was read stays.

    The mapping or list that is being read is `node`, with the key that waits for its value in `key`; those around it
    wait on the stack.
    """

    __slots__ = ("alias_nodes", "anchors", "limits", "names", "next", "nodes", "open", "text", "tree")

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.next = event_source(text)
        self.tree = Tree()
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open: set[str] = set()
        self.names: dict[str, str] = {}
        """Each key once: the same few stand in every entry of a file."""
        self.nodes = 0
        self.alias_nodes = 0

    def read(self) -> None:
        """Take events until the end of the text. One loop without calls for the usual events: it is the hot path."""
        take = self.next
        stack: list[tuple[Any, Any, Any, int]] = []
        once = self.names.setdefault
        node: Any = None
        key: Any = None
        documents = nodes = 0
        most, deepest = self.limits.nodes, self.limits.depth
        while True:
            event = take()
            kind = event.__class__
            if kind is SCALAR:
                value = event.value
                if key is None and node.__class__ is dict:
                    key = event
                    if event.tag is not None or event.anchor is not None or value in _ODD_KEYS:
                        self._odd_key(event)
                    continue
                nodes += 1
                if nodes > most:
                    self._within_limits(event, 0, nodes)
                if event.style:
                    value = Quoted(value)
                elif value in NULLS:
                    value = None
                if event.tag is not None or event.anchor is not None:
                    value = self._odd_value(event, value, 1)
            elif kind is MAPPING_START or kind is SEQUENCE_START:
                nodes += 1
                if nodes > most or len(stack) >= deepest:
                    self._within_limits(event, len(stack), nodes)
                value = {} if kind is MAPPING_START else []
                anchor = event.anchor
                stack.append((node, key, anchor, nodes + self.alias_nodes))
                if (
                    event.tag is None
                    and key.__class__ is SCALAR
                    and key.value not in node
                    and key.value != "<<"
                ):
                    node[once(key.value, key.value)] = value
                else:
                    self._place(node, key, value if event.tag is None else self._tagged(event), event)
                if anchor is not None:
                    self._open_anchor(event)
                node, key = value, None
                continue
            elif kind is MAPPING_END or kind is SEQUENCE_END:
                done = node
                node, key, anchor, began = stack.pop()
                key = None
                if anchor is not None:
                    self.open.discard(anchor)
                    self.anchors[anchor] = (done, nodes + self.alias_nodes - began + 1)
                continue
            elif kind is ALIAS:
                value = self._aliased(event)
                if key is None and node.__class__ is dict:
                    key = event if isinstance(value, str) else self._no_key(event)
                    continue
            elif kind is DOCUMENT_START:
                documents += 1
                self._document(event, documents)
                continue
            elif kind is STREAM_END:
                self._within_limits(event, 0, nodes)
                return
            else:
                continue
            if node.__class__ is dict:
                name = (
                    once(key.value, key.value)
                    if key.__class__ is SCALAR
                    else str(self.anchors[key.anchor][0])
                )
                if name in node:
                    self._duplicate(key, name)
                elif name != "<<" or getattr(key, "style", True):
                    node[name] = value
                key = None
            else:
                self._place(node, None, value, event)

    # ------------------------------------------------------------ what is rare

    def _place(self, node: Any, key: Any, value: Any, event: Any) -> None:
        """Put a value where it belongs."""
        if node is None:
            self.tree.data = value
        elif node.__class__ is list:
            node.append(value)
        elif key is None:
            self._no_key(event)
        else:
            name = self._name(key)
            if name in node:
                self._duplicate(key, name)
            elif name != "<<" or getattr(key, "style", True):
                node[name] = value

    def _name(self, key: Any) -> str:
        """What a key says: itself, or what its alias stands for."""
        said = key.value if key.__class__ is SCALAR else str(self.anchors[key.anchor][0])
        return self.names.setdefault(said, said)

    def _no_key(self, event: Any) -> Any:
        self._fault("E002", "a key must be a word, not a list or mapping", event, "name the key in one word")
        raise _Stop

    def _odd_key(self, event: Any) -> None:
        if event.tag is not None:
            self._tagged(event)
        if event.anchor is not None:
            self._anchor(event, event.value, 1)
        if event.value == "" and not event.style:
            self._fault("E002", "a key is missing here", event, "write a key, or remove the sign")
        if event.value == "<<" and not event.style:
            self._fault("E012", "merge keys (`<<`) are not read", event, "write the keys out where they hold")

    def _odd_value(self, event: Any, value: Any, size: int) -> Any:
        if event.tag is not None:
            value = self._tagged(event)
        if event.anchor is not None:
            self._anchor(event, value, size)
        return value

    def _within_limits(self, event: Any, depth: int, nodes: int) -> None:
        if depth >= self.limits.depth:
            words = f"nested more than {self.limits.depth} levels deep"
            self._fault("E012", words, event, "write it flatter", length=1)
            raise _Stop
        if nodes > self.limits.nodes:
            words = f"more than {self.limits.nodes:,} values in one file"
            self._fault("E012", words, event, "split the file", length=1)
            raise _Stop

    def _aliased(self, event: Any) -> Any:
        self._check_name(event)
        if event.anchor in self.open:
            self._fault(
                "E012",
                f"the alias `*{cut(event.anchor)}` stands inside its own anchor",
                event,
                "write the value out",
            )
            return BROKEN
        node, size = self.anchors.get(event.anchor, (BROKEN, 0))
        if size == 0:
            help = f"write `&{cut(event.anchor)}` where the value stands first"
            self._fault("E002", f"the alias `*{cut(event.anchor)}` has no anchor before it", event, help)
            return BROKEN
        self.alias_nodes += size
        if self.alias_nodes > self.limits.alias_nodes:
            words = f"aliases stand for more than {self.limits.alias_nodes:,} values"
            self._fault("E012", words, event, "write the values out")
            raise _Stop
        return node

    def _check_name(self, event: Any) -> None:
        if is_glued(self.text, event):
            words = "the name of an anchor or alias has nothing but letters, digits, `-` and `_`"
            self._fault("E002", words, event, "give it another name", length=1)
            raise _Stop

    def _open_anchor(self, event: Any) -> None:
        self._check_name(event)
        if event.anchor in self.anchors or event.anchor in self.open:
            self._twice(event)
        self.open.add(event.anchor)

    def _anchor(self, event: Any, node: Any, size: int) -> None:
        self._check_name(event)
        if event.anchor in self.anchors or event.anchor in self.open:
            self._twice(event)
        self.anchors[event.anchor] = (node, size)

    def _twice(self, event: Any) -> None:
        self._fault(
            "E002", f"the anchor `&{cut(event.anchor)}` stands twice", event, "give the second another name"
        )

    def _tagged(self, event: Any) -> Broken:
        start = event.start_mark.index
        written = self.text[start : start + 200].split(None, 1)[0]
        words = f"tags (`{cut(event.tag)}`) are not read"
        length = len(written) if written.startswith("!") else 1  # an anchor may stand before it
        self._fault("E012", words, event, "remove the tag; the field decides the type", length=length)
        return BROKEN

    def _document(self, event: Any, number: int) -> None:
        if event.tags:
            self._fault("E012", "`%TAG` directives are not read", event, "remove the directive")
        if number > 1:
            help = "one document a file: move it to a file of its own"
            self._fault("E002", "a second document begins here", event, help)
            raise _Stop

    def _duplicate(self, key: Any, name: str) -> None:
        words = f"the key `{cut(name)}` stands twice"
        self._fault("E003", words, key, "keep one of the two, or give one another name")

    def firsts(self) -> None:
        """Add to each key that stands twice where it stood first: looked for in one more pass, since it is rare."""
        faults = self.tree.faults
        seconds = {fault.span[0] for fault in faults if fault.code == "E003"}
        if seconds:
            found = first_of_keys(self.text, seconds)
            faults[:] = [replace(fault, first=found.get(fault.span[0])) for fault in faults]

    def _fault(self, code: str, message: str, event: Any, help: str, *, length: int = 0) -> None:
        """A fault at an event, at so many of its characters where a `length` is given."""
        start, end = event.start_mark.index, event.end_mark.index
        span = (start, start + length if length else max(end, start + 1))
        self.tree.faults.append(TextFault(code, message, span, help))
        if len(self.tree.faults) >= self.limits.faults:
            words = f"more than {self.limits.faults:,} faults in one file: the rest is not read"
            self.tree.faults.append(
                TextFault("E012", words, span, "correct the first ones, then check again")
            )
            raise _Stop
