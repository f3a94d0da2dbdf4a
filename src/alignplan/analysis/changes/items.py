"""What changed between two versions of a plan, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import Any

from alignplan.analysis.changes.fields import FieldChange, changed_fields, parts
from alignplan.analysis.changes.pairing import Sketch, pairs
from alignplan.analysis.changes.statements import Fields, leaves, of_node
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Changes", "ItemChange", "Op", "Side", "compare"]


class Op(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


Key = tuple[Kind, str]


@record
class Side:
    """One of two versions of a plan.

    `tree_of` gives the parsed text of a file. `lost` are files of which something could not be read: what is not there
    may stand in them. Of files in `same` nothing differs.
    """

    graph: PlanGraph
    tree_of: Callable[[str], Any]
    lost: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()

    @property
    def settings(self) -> Fields:
        """The settings of `check`, as they are written."""
        root = self.graph.plan.file
        tree = self.tree_of(root) if root else None
        found = tree.get("lint") if isinstance(tree, dict) else None
        return found if isinstance(found, dict) else {}

    def fields(self, node: Node, *, whole: bool = False) -> Fields:
        """What is written of an item."""
        return of_node(self.tree_of(node.file), node, whole=whole) if node.file else {}


@record
class ItemChange:
    """What happened to an item: `old` and `new` are the item before and after, none where it is not there."""

    op: Op
    old: Node | None
    new: Node | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def node(self) -> Node:
        """The item as it is now, or as it was."""
        node = self.new or self.old
        assert node is not None
        return node


@record
class Changes:
    """All changes, in the order of the plan; `names`: what ids of before are called after."""

    items: tuple[ItemChange, ...]
    names: dict[str, str] = field(default_factory=dict)
    pairs: tuple[tuple[Node, Node], ...] = ()
    """Every item that is there on both sides."""
    settings: tuple[FieldChange, ...] = ()
    """What changed in the settings of `check`."""

    def name(self, id: str) -> str:
        """What an item of before is called after; inside of what was renamed its parent's name changes."""
        if id in self.names:
            return self.names[id]
        parent, slash, rest = id.partition("/")
        return f"{self.names[parent]}/{rest}" if slash and parent in self.names else id

    @property
    def meant(self) -> tuple[ItemChange, ...]:
        """Without what only stands in another file now."""
        return tuple(change for change in self.items if change.op is not Op.MOVED)


def compare(before: Side, after: Side) -> Changes:
    """What was changed from one version to the other."""
    return _Comparison(before, after).changes()


class _Comparison:
    """Pairs items by kind and id, then those that are left by what is said of them."""

    def __init__(self, before: Side, after: Side) -> None:
        self.before = before
        self.after = after
        self.old = _items(before.graph)
        self.new = _items(after.graph)
        self.names: dict[str, str] = {}

    def changes(self) -> Changes:
        self._rename(nested=False)
        self._rename(nested=True)
        paired = [(node, other) for node in self.old.values() if (other := self._other(node)) is not None]
        order = {key: at for at, key in enumerate(self.new)}
        there = {_key(new) for _, new in paired}
        found = [change for pair in paired for change in self._changed(*pair)]
        found += [
            ItemChange(Op.ADDED, None, node)
            for key, node in self.new.items()
            if key not in there and node.file not in self.before.lost
        ]
        gone = [node for node in self.old.values() if self._other(node) is None]
        found += [ItemChange(Op.REMOVED, node, None) for node in gone if node.file not in self.after.lost]
        found.sort(key=lambda change: order.get(_key(change.node), len(order)))
        settings = tuple(parts("lint", self.before.settings, self.after.settings))
        return Changes(tuple(found), self.names, tuple(paired), settings)

    def _other(self, node: Node) -> Node | None:
        """The item of after that an item of before is."""
        return self.new.get((node.kind, self._name(node.id))) or self.new.get(_key(node))

    def _name(self, id: str) -> str:
        return Changes((), self.names).name(id)

    def _rename(self, *, nested: bool) -> None:
        """Pair what is left: items at top level, or items inside of what is there before and after."""
        left = [node for node in self.old.values() if self._other(node) is None and _is_inner(node) is nested]
        taken = {(node.kind, self._name(node.id)) for node in self.old.values()}
        come = [node for key, node in self.new.items() if key not in taken and _is_inner(node) is nested]
        if nested:
            parents = {new.id for node in self.old.values() if (new := self._other(node)) is not None}
            come = [node for node in come if node.parent is not None and node.parent.id in parents]
            left = [node for node in left if node.parent is not None and self._other(node.parent) is not None]
        for kind in {node.kind for node in left}:
            ours = [_sketch(self.before, node, self.names) for node in left if node.kind is kind]
            theirs = [_sketch(self.after, node, {}) for node in come if node.kind is kind]
            self.names.update(pairs(ours, theirs))

    def _changed(self, old: Node, new: Node) -> Iterator[ItemChange]:
        fields: tuple[FieldChange, ...] = ()
        if not (old.file in self.before.same and new.file in self.after.same and not self.names):
            fields = changed_fields(
                (old, self.before.fields(old)), (new, self.after.fields(new)), self._all_names(old)
            )
        if old.name != new.name or (old.parent is not None and self.names.get(old.id)):
            yield ItemChange(Op.RENAMED, old, new, fields)
        elif fields:
            yield ItemChange(Op.CHANGED, old, new, fields)
        if old.file != new.file and new.kind is not Kind.PLAN:
            yield ItemChange(Op.MOVED, old, new)

    def _all_names(self, node: Node) -> Mapping[str, str]:
        """What is called otherwise, as an item may write it: of what stands beside it the bare name will do."""
        beside = self._beside.get(node.parent.id) if node.parent is not None and self.names else None
        return {**self._inside, **self.names, **beside} if beside else {**self._inside, **self.names}

    @cached_property
    def _beside(self) -> dict[str, dict[str, str]]:
        """Items inside of others by the id of those, with their bare names before and after."""
        found: dict[str, dict[str, str]] = {}
        for old, new in self.names.items():
            parent, slash, name = old.partition("/")
            if slash:
                found.setdefault(parent, {})[name] = new.partition("/")[2]
        return found

    @cached_property
    def _inside(self) -> dict[str, str]:
        """The addresses of what stands in items with other ids."""
        tops = [top for id in self.names if (top := self.before.graph.top.get(id)) is not None]
        return {child.id: self._name(child.id) for top in tops for child in self.before.graph.children(top)}


def _items(graph: PlanGraph) -> dict[Key, Node]:
    """Every item by kind and address; calendars have names of their own."""
    return {_key(node): node for node in graph.items()}


def _key(node: Node) -> Key:
    return (node.kind, node.id)


def _is_inner(node: Node) -> bool:
    return node.parent is not None


def _sketch(side: Side, node: Node, names: Mapping[str, str]) -> Sketch:
    fields = side.fields(node, whole=True)
    title = fields.get("title")
    said = frozenset((way, names.get(text, text)) for way, text in leaves(fields) if way != "title")
    return Sketch(node.id, title if isinstance(title, str) else "", said)
