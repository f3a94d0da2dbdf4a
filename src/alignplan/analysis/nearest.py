"""What an unknown reference most likely means: an item of the right kind whose id looks much like it.

In a large plan only ids that begin or end alike are compared, and of very many unknown references only the first ones
are looked up: a suggestion must never be what a check waits for.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.model.kinds import CHILDREN, Kind

__all__ = ["Nearest"]

_MOST_ASKED = 100
_AROUND = 150
_ALIKE = 0.6
_INNER = frozenset(kind for inner in CHILDREN.values() for _, kind in inner)


class Nearest:
    """Suggestions for the references of one plan; lists that they share are made once."""

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph
        self.asked = 0
        self._names: dict[frozenset[Kind], _Names] = {}
        self._inner: dict[frozenset[Kind], dict[str, Node]] = {}

    def item(self, reference: Reference) -> Node | None:
        """The item that was probably meant, if one is near."""
        self.asked += 1
        if self.asked > _MOST_ASKED:
            return None
        parent_id, slash, name = reference.ref.partition("/")
        if slash:
            return self._within(reference, parent_id, name)
        return self._beside(reference) or self._elsewhere(reference) or self._top(reference)

    def _within(self, reference: Reference, parent_id: str, name: str) -> Node | None:
        """A child of the item that is named, or of one that is named much like it."""
        parent = self.graph.top.get(parent_id)
        if parent is None:
            near = self._list(frozenset(CHILDREN)).nearest(parent_id)
            found = self.graph.find(f"{near}/{name}", reference.kinds) if near else None
            return found if found is not None and found.kind in reference.kinds else None
        return self._child(parent, reference, name)

    def _child(self, parent: Node, reference: Reference, name: str) -> Node | None:
        children = {node.name: node for node in self.graph.children(parent) if node.kind in reference.kinds}
        near = difflib.get_close_matches(name, list(children), n=1, cutoff=_ALIKE)
        return children[near[0]] if near else None

    def _beside(self, reference: Reference) -> Node | None:
        parent = reference.source.parent
        return None if parent is None else self._child(parent, reference, reference.ref)

    def _elsewhere(self, reference: Reference) -> Node | None:
        """The child of another item that has this very name: it needs its full address."""
        kinds = reference.kinds
        if not kinds & _INNER:
            return None
        if kinds not in self._inner:
            nodes = (node for kind in sorted(kinds & _INNER) for node in self.graph.of(kind))
            self._inner[kinds] = {}
            for node in nodes:
                self._inner[kinds].setdefault(node.name, node)
        return self._inner[kinds].get(reference.ref)

    def _top(self, reference: Reference) -> Node | None:
        near = self._list(reference.kinds).nearest(reference.ref)
        if Kind.CALENDAR in reference.kinds:
            return self.graph.calendars.get(near)
        return self.graph.top.get(near)

    def _list(self, kinds: frozenset[Kind]) -> _Names:
        if kinds not in self._names:
            self._names[kinds] = _Names(node.id for kind in kinds for node in self.graph.kinds.get(kind, ()))
        return self._names[kinds]


class _Names:
    """Ids in which to look for one that is much like another."""

    def __init__(self, names: Iterable[str]) -> None:
        self.forward = sorted(names)
        self.backward = sorted(name[::-1] for name in self.forward)

    def nearest(self, word: str) -> str:
        """The id that looks most like a word; empty where none is near."""
        candidates = dict.fromkeys(self._candidates(word))
        near = difflib.get_close_matches(word, list(candidates), n=1, cutoff=_ALIKE)
        return near[0] if near else ""

    def _candidates(self, word: str) -> Iterator[str]:
        if len(self.forward) <= 2 * _AROUND:
            yield from self.forward
            return
        at = bisect_left(self.forward, word)
        yield from self.forward[max(at - _AROUND, 0) : at + _AROUND]
        at = bisect_left(self.backward, word[::-1])
        yield from (name[::-1] for name in self.backward[max(at - _AROUND, 0) : at + _AROUND])
