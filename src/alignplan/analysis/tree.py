"""The plan as a tree: objectives below what they realize, tactics below what they serve, steps below their tactic.

An item with several parents stands under the first; under the others it is only referred to. What serves nothing, and
what runs in a circle, stands in a group of its own at the end: nothing gets lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.ownership import owner_of
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["IN_CIRCLE", "NO_OBJECTIVE", "Branch", "Grouping", "grouped", "outline"]

NO_OBJECTIVE = "(no objective)"
IN_CIRCLE = "(in a circle)"
GROUP = "group"
"""The kind of a heading that is no item."""

_TITLES = {
    NO_OBJECTIVE: "Tactics that serve no objective",
    IN_CIRCLE: "Objectives whose parents run in a circle",
}


class Grouping(StrEnum):
    """By what the items of a tree may be put together."""

    OWNER = "owner"
    TEAM = "team"
    STATUS = "status"


@record
class Branch:
    """A row of a tree. `node` is none for a heading; `reference`: the item stands in full under another parent."""

    id: str
    kind: str
    title: str
    depth: int
    parent: str | None
    node: Node | None = None
    reference: bool = False


def outline(
    graph: PlanGraph,
    choice: Choice,
    *,
    steps: bool = False,
    levels: int | None = None,
    references: bool = False,
    headings: bool = True,
) -> list[Branch]:
    """The chosen objectives and tactics (with `steps`: actions and milestones too) in the order of the tree.

    What is not chosen is left out, and what is chosen below it moves up. `levels`: only so many. Without `headings` the
    groups at the end have none, and what they begin with stands at the top.
    """
    walk = _Walk(graph, choice, steps, levels, references, headings)
    walk.from_tops(graph.top[id] for id in graph.roots)
    walk.under(IN_CIRCLE, _circles(walk, graph))
    orphans = [node for node in graph.kinds[Kind.TACTIC] if not graph.supported[node.id]]
    walk.under(NO_OBJECTIVE, orphans)
    return walk.rows


@dataclass(slots=True)
class _Walk:
    """Depth first, with a stack of its own: plans may be deeper than Python's."""

    graph: PlanGraph
    choice: Choice
    steps: bool
    levels: int | None
    references: bool
    headings: bool
    rows: list[Branch] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def under(self, heading: str, tops: Iterable[Node]) -> None:
        """Walk from some items, below a heading that stands there only when something follows."""
        if not self.headings:
            self.from_tops(tops)
            return
        at = len(self.rows)
        if self.levels is None or self.levels > 0:
            self.rows.append(Branch(heading, GROUP, _TITLES[heading], 0, None))
        self.from_tops(tops, 1, heading)
        if len(self.rows) == at + 1:
            del self.rows[at]

    def from_tops(self, tops: Iterable[Node], depth: int = 0, parent: str | None = None) -> None:
        """Walk from each of some items."""
        for top in tops:
            stack = [(top, depth, parent, False)]
            while stack:
                node, level, above, refers = stack.pop()
                refers = refers or node.id in self.seen
                shown = node in self.choice and (self.levels is None or level < self.levels)
                if shown and (self.references or not refers):
                    self.rows.append(Branch(node.id, node.kind, node.title, level, above, node, refers))
                if refers:
                    continue
                self.seen.add(node.id)
                level, above = (level + 1, node.id) if shown else (level, above)
                below = [
                    (child, level, above, other) for child, other in self._below(node) if shown or not other
                ]
                stack.extend(reversed(below))

    def first(self, above: Sequence[tuple[str, float | None]]) -> str:
        """Of the objectives that an item serves the one it stands under: the first that is chosen, else the first."""
        if self.choice.members is not None:
            for id, _ in above:
                if self.graph.top[id] in self.choice:
                    return id
        return above[0][0]

    def _below(self, node: Node) -> Iterator[tuple[Node, bool]]:
        """What hangs below an item, and whether it stands in full elsewhere."""
        graph = self.graph
        if node.kind is Kind.OBJECTIVE:
            for ids, above in ((graph.subobjectives, graph.parents), (graph.tactics, graph.supported)):
                for id in ids.get(node.id, ()):
                    yield graph.top[id], self.first(above[id]) != node.id
        elif node.kind is Kind.TACTIC and self.steps:
            yield from (
                (child, False) for child in graph.children(node) if child.kind is not Kind.CONTINGENCY
            )


def _circles(walk: _Walk, graph: PlanGraph) -> Iterator[Node]:
    """An objective of each circle that no root leads to, the one that stands first in the files."""
    position = {node.id: at for at, node in enumerate(graph.kinds[Kind.OBJECTIVE])}
    for node in graph.kinds[Kind.OBJECTIVE]:
        if node.id in walk.seen:
            continue
        way: dict[str, int] = {}
        id = node.id
        while id not in way:
            way[id] = len(way)
            id = walk.first(graph.parents[id])
        circle = [other for other, at in way.items() if at >= way[id]]
        yield graph.top[min(circle, key=position.__getitem__)]


def grouped(plan: Assessment, rows: Iterable[Branch], by: Grouping) -> list[Branch]:
    """The items of a tree under a heading for each owner, team or status; in a group they hang as in the tree."""
    heading = {Grouping.OWNER: _owner, Grouping.TEAM: _team, Grouping.STATUS: _status}[by]
    groups: dict[str, list[Branch]] = {}
    chains: dict[str, list[Branch]] = {}
    open_rows: list[tuple[int, str]] = []
    for row in rows:
        if row.node is None or row.reference:
            continue
        while open_rows and open_rows[-1][0] >= row.depth:
            chains[open_rows.pop()[1]].pop()
        group = heading(plan, row.node)
        chain = chains.setdefault(group, [])
        inner = Branch(
            row.id, row.kind, row.title, len(chain) + 1, chain[-1].id if chain else group, row.node
        )
        groups.setdefault(group, []).append(inner)
        chain.append(inner)
        open_rows.append((row.depth, group))
    known = [group for group in _order(plan.graph, by) if group in groups]
    others = sorted(groups.keys() - set(known), key=lambda group: (group.startswith("("), group))
    return [row for group in (*known, *others) for row in (_heading(plan.graph, group, by), *groups[group])]


def _owner(plan: Assessment, node: Node) -> str:
    del plan
    return owner_of(node) or "(no owner)"


def _team(plan: Assessment, node: Node) -> str:
    owner = owner_of(node)
    who = plan.graph.top.get(owner) if owner is not None else None
    if who is not None and who.kind is Kind.PERSON:
        return who.model.team or "(no team)"
    return owner if owner is not None and who is not None and who.kind is Kind.TEAM else "(no team)"


def _status(plan: Assessment, node: Node) -> str:
    return str(plan.status(node))


def _order(graph: PlanGraph, by: Grouping) -> list[str]:
    """Headings as they follow each other: teams and people as in the files, statuses from planned to dropped."""
    if by is Grouping.STATUS:
        return [status.value for status in Status]
    return [node.id for kind in (Kind.TEAM, Kind.PERSON) for node in graph.kinds[kind]]


def _heading(graph: PlanGraph, group: str, by: Grouping) -> Branch:
    node = graph.top.get(group) if by is not Grouping.STATUS else None
    if node is None:
        return Branch(group, GROUP, group.strip("()").capitalize(), 0, None)
    return Branch(group, node.kind, node.title, 0, None)
