"""The graph: items by address, references resolved, what serves what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, all_found, references
from alignplan.model.entry import blank
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind
from alignplan.model.plan import Plan, PlanFile
from alignplan.model.values import Link as Stated
from alignplan.records import record

__all__ = ["Duplicate", "Link", "PlanGraph"]

_TOGETHER = 200
# So many items are asked at once whether all that they refer to is there.
_OBJECTIVES = frozenset((Kind.OBJECTIVE,))
_PARENT_KINDS = {
    Kind.EXPECTATION: (Kind.STAKEHOLDER,),
    Kind.ACTION: (Kind.TACTIC,),
    Kind.MILESTONE: (Kind.TACTIC,),
    Kind.CONTINGENCY: (Kind.OBJECTIVE, Kind.TACTIC, Kind.RISK),
    Kind.KPI: (Kind.OBJECTIVE,),
}


@record
class Duplicate:
    """An id that stands twice: the first holds."""

    first: Node
    second: Node


@record
class Link:
    """A typed edge between two items that are there; `type` is the field that states it."""

    type: str
    source: Node
    target: Node
    weight: float | None
    reference: Reference


class PlanGraph:
    """All items of a plan and what they refer to. Survives unknown references, duplicates and circles."""

    def __init__(self, files: Iterable[tuple[str, PlanFile]]) -> None:
        self.kinds: dict[Kind, list[Node]] = {kind: [] for kind in SECTIONS.values()}
        """Top-level items by kind, in the order of the files."""
        self.top: dict[str, Node] = {}
        """Top-level items by id, calendars apart."""
        self.calendars: dict[str, Node] = {}
        self.duplicates: list[Duplicate] = []
        self.plan = Node(Kind.PLAN, "plan", blank(Plan), "")
        """The plan itself as an item; it is no part of the namespace."""
        for path, file in files:
            self._add(path, file)

    def _add(self, path: str, file: PlanFile) -> None:
        if file.plan is not None:
            self.plan = Node(Kind.PLAN, "plan", file.plan, path)
        elif not self.plan.file:
            self.plan = Node(Kind.PLAN, "plan", self.plan.model, path)
        for section, kind in SECTIONS.items():
            names = self.calendars if kind is Kind.CALENDAR else self.top
            listed = self.kinds[kind]
            for id, model in getattr(file, section).items():
                node = Node(kind, id, model, path)
                first = names.setdefault(id, node)
                if first is node:
                    listed.append(node)
                else:
                    self.duplicates.append(Duplicate(first, node))

    # ------------------------------------------------------------ items

    def of(self, kind: Kind) -> Iterator[Node]:
        """All items of a kind, in order; of KPIs those of objectives first, then the shared ones."""
        for parent_kind in _PARENT_KINDS.get(kind, ()):
            for parent in self.kinds[parent_kind]:
                yield from self._children_of(parent, kind)
        yield from self.kinds.get(kind, ())
        if kind is Kind.PLAN:
            yield self.plan

    def items(self) -> Iterator[Node]:
        """Every item, parents before their children, in the order shown."""
        yield self.plan
        for kind in SECTIONS.values():
            for node in self.kinds[kind]:
                yield node
                yield from self.children(node)

    @cached_property
    def count(self) -> int:
        """How many items there are, the plan itself left out."""
        inner = sum(
            len(_inner(node, section))
            for kind in CHILDREN
            for node in self.kinds[kind]
            for section, _ in CHILDREN[kind]
        )
        return sum(map(len, self.kinds.values())) + inner

    @cached_property
    def ids_of(self) -> Mapping[frozenset[Kind], frozenset[str]]:
        """The ids at top level of the items of some kinds: in a large plan they are found quicker than the items."""
        return _IdsOf(self.kinds)

    def children(self, node: Node) -> Iterator[Node]:
        """The items inside an item."""
        for _, kind in CHILDREN.get(node.kind, ()):
            yield from self._children_of(node, kind)

    def _children_of(self, parent: Node, kind: Kind) -> Iterator[Node]:
        for section, inner in CHILDREN[parent.kind]:
            if inner is kind:
                entries = getattr(parent.model, section)
                if isinstance(entries, dict):
                    for name, model in entries.items():
                        yield Node(kind, f"{parent.id}/{name}", model, parent.file, parent)

    def find(self, address: str, kinds: frozenset[Kind] | None = None) -> Node | None:
        """The item at an address; among children of one name the first of the `kinds` asked for."""
        parent_id, slash, name = address.partition("/")
        parent = self.top.get(parent_id)
        if not slash or parent is None:
            return parent if not slash else None
        return self._child(parent, name, kinds)

    def _child(self, parent: Node, name: str, kinds: frozenset[Kind] | None) -> Node | None:
        other: Node | None = None
        for section, kind in CHILDREN.get(parent.kind, ()):
            entries = getattr(parent.model, section)
            if isinstance(entries, dict) and name in entries:
                node = Node(kind, f"{parent.id}/{name}", entries[name], parent.file, parent)
                if kinds is None or kind in kinds:
                    return node
                other = other or node
        return other

    # ------------------------------------------------------------ links

    def resolve(self, reference: Reference) -> Node | None:
        """What a reference names: in the item's own parent, then at top level; of any kind."""
        ref, kinds = reference.ref, reference.kinds
        if Kind.CALENDAR in kinds:
            return self.calendars.get(ref)
        parent = reference.source.parent
        own = self._child(parent, ref, kinds) if parent is not None and "/" not in ref else None
        if own is not None and own.kind in kinds:
            return own
        return self.find(ref, kinds) or own

    def doubtful(self) -> Iterator[Node]:
        """The items that may refer to what is not there, in order; what is beyond doubt makes no node."""
        yield self.plan
        for kind in SECTIONS.values():
            inner = CHILDREN.get(kind, ())
            nodes = self.kinds[kind]
            for first in range(0, len(nodes), _TOGETHER):
                some = nodes[first : first + _TOGETHER]
                sound = all_found(kind, [node.model for node in some], self.ids_of)
                for node in some:
                    if not sound and not all_found(kind, (node.model,), self.ids_of):
                        yield node
                    if inner:
                        yield from self._doubtful_children(node, inner)

    def _doubtful_children(self, parent: Node, inner: tuple[tuple[str, Kind], ...]) -> Iterator[Node]:
        sections = [(kind, entries) for section, kind in inner if (entries := _inner(parent, section))]
        for kind, entries in sections:
            if all_found(kind, entries.values(), self.ids_of, sections):
                continue
            for name, model in entries.items():
                if not all_found(kind, (model,), self.ids_of, sections):
                    yield Node(kind, f"{parent.id}/{name}", model, parent.file, parent)

    def links(self, node: Node) -> Iterator[Link]:
        """The links that an item states to items that are there and of the right kind."""
        for reference in references(node):
            target = self.resolve(reference)
            if target is not None and target.kind in reference.kinds:
                yield Link(reference.field, node, target, reference.weight, reference)

    def linked(self, node: Node, field: str) -> Iterator[Link]:
        """The links of one field."""
        return (link for link in self.links(node) if link.type == field)

    # ------------------------------------------------------------ what serves what

    @cached_property
    def parents(self) -> dict[str, Sequence[Stated]]:
        """Objective → the objectives it realizes, with the stated weights; each once, only such as are there."""
        return {node.id: self._objectives(node.model.parent) for node in self.kinds[Kind.OBJECTIVE]}

    @cached_property
    def supported(self) -> dict[str, Sequence[Stated]]:
        """Tactic → the objectives it serves, with the stated weights; each once, only such as are there."""
        return {node.id: self._objectives(node.model.supports) for node in self.kinds[Kind.TACTIC]}

    def _objectives(self, links: tuple[Stated, ...]) -> Sequence[Stated]:
        """In a large plan most links are single and sound: what is stated is what is found, and no copy is made."""
        known = self.ids_of[_OBJECTIVES]
        if len(links) == 1:
            return links if links[0][0] in known else ()
        found: dict[str, float | None] = {}
        for ref, weight in links:
            if ref in known:
                found.setdefault(ref, weight)
        return tuple(found.items())

    @cached_property
    def subobjectives(self) -> dict[str, list[str]]:
        """Objective → its direct sub-objectives, in order."""
        return _turned(self.parents)

    @cached_property
    def tactics(self) -> dict[str, list[str]]:
        """Objective → the tactics that serve it directly, in order."""
        return _turned(self.supported)

    @cached_property
    def roots(self) -> list[str]:
        """Objectives without a parent that is there."""
        return [id for id, above in self.parents.items() if not above]


class _IdsOf(dict[frozenset[Kind], frozenset[str]]):
    """The ids of the items of some kinds, collected when they are first asked for."""

    def __init__(self, items: Mapping[Kind, list[Node]]) -> None:
        self.items_of = items

    def __missing__(self, kinds: frozenset[Kind]) -> frozenset[str]:
        nodes = (node for kind in kinds for node in self.items_of.get(kind, ()))
        self[kinds] = frozenset(node.id for node in nodes)
        return self[kinds]


def _inner(node: Node, section: str) -> dict[str, object]:
    entries = getattr(node.model, section)
    return entries if isinstance(entries, dict) else {}


def _turned(above: dict[str, Sequence[Stated]]) -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for id, targets in above.items():
        for target, _ in targets:
            below.setdefault(target, []).append(id)
    return below
