"""Circles of `after`: work that waits for itself.

Every tactic, action and milestone has a start and a finish. A link of `after` says which of the two must come first:
finish-start: the finish of what is named before the start of what names it; start-start, finish-finish and
start-finish likewise. A step lies within its tactic: the tactic's start before the step's, the step's finish before
the tactic's. Only what runs in a circle among these points can never be carried out, so two works that overlap (one
starts with the other, the other finishes with the one) are none. Lags play no part. What is done or dropped waits for
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from alignplan.analysis.status import Statuses, step_status
from alignplan.graph.circles import components, smallest_circles
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Wait", "circles"]

_OVER = (Status.DONE, Status.DROPPED)
Point = tuple[str, bool]
"""A start (false) or finish (true) of the item at an address."""


@record
class Wait:
    """`item` waits for `other`.

    `steps` is where it says so, below its own place; empty where one of the two is part of the other.
    """

    item: Node
    other: Node
    steps: tuple[str | int, ...] = ()


def circles(graph: PlanGraph, statuses: Statuses) -> list[list[Wait]]:
    """One circle, the smallest, of each part of the plan whose works wait for each other; in the order of the plan.

    Each item waits for the one in the next :class:`Wait`, the last for the first.
    """
    tactics = {
        node.id: node for node in graph.kinds[Kind.TACTIC] if statuses.of_tactics[node.id] not in _OVER
    }
    suspects: dict[str, list[str]] = {}
    for id, node in tactics.items():
        others = _suspect(node)
        if others is not None:
            suspects[id] = others
    edges = {id: [other for other in others if other in suspects] for id, others in suspects.items()}
    position = {id: at for at, id in enumerate(suspects)}
    found: list[list[Wait]] = []
    for part in components(edges):
        if len(part) > 1 or part[0] in edges[part[0]]:
            ordered = sorted(part, key=position.__getitem__)
            found.extend(_Events(graph, statuses, (tactics[id] for id in ordered)).circles())
    return sorted(found, key=lambda circle: position[(circle[0].item.parent or circle[0].item).id])


def _suspect(tactic: Node) -> list[str] | None:
    """The tactics that a tactic or its steps wait for; `None` where its links plainly cannot run in a circle."""
    model = tactic.model
    before: set[str] = set()
    others = [link.id.partition("/")[0] for link in model.after]
    inside = False
    for section in (model.actions, model.milestones):
        for name, step in section.items():
            for link in step.after:
                ref = link.id
                if ref in before:
                    continue
                if ref in model.actions or ref in model.milestones:
                    inside = True
                else:
                    others.append(ref.partition("/")[0])
            before.add(name)
    if inside and (others or _runs_in_a_circle(model)):
        others.append(tactic.id)
    return list(dict.fromkeys(others)) if others else None


def _runs_in_a_circle(model: Any) -> bool:
    """Whether the steps of a tactic wait for each other, whatever the kinds of their links."""
    steps = {**model.actions, **model.milestones}
    edges = {name: [link.id for link in step.after if link.id in steps] for name, step in steps.items()}
    return any(len(part) > 1 or part[0] in edges[part[0]] for part in components(edges))


class _Events:
    """The starts and finishes of some tactics and their steps, and what must come before what."""

    def __init__(self, graph: PlanGraph, statuses: Statuses, tactics: Iterable[Node]) -> None:
        self.nodes: dict[str, Node] = {}
        """Live items in the order of the plan."""
        self.edges: dict[Point, list[Point]] = {}
        self.steps: dict[tuple[Point, Point], tuple[str | int, ...]] = {}
        for tactic in tactics:
            self._add(tactic)
            for step in graph.children(tactic):
                if (
                    step.kind in (Kind.ACTION, Kind.MILESTONE)
                    and step_status(step.model, statuses.today) not in _OVER
                ):
                    self._add(step)
                    self._edge((tactic.id, False), (step.id, False))
                    self._edge((step.id, True), (tactic.id, True))
        for node in list(self.nodes.values()):
            self._link(graph, node)

    def _add(self, node: Node) -> None:
        self.nodes[node.id] = node
        self.edges[node.id, False] = [(node.id, True)]
        self.edges[node.id, True] = []

    def _edge(self, first: Point, then: Point) -> None:
        self.edges[first].append(then)

    def _link(self, graph: PlanGraph, node: Node) -> None:
        for reference in references(node):
            if reference.field != "after":
                continue
            other = graph.resolve(reference)
            if other is None or self.nodes.get(other.id) != other:
                continue
            first, _, then = reference.detail.kind.partition("-")
            edge = ((other.id, first == "finish"), (node.id, then == "finish"))
            self._edge(*edge)
            self.steps[edge] = reference.steps

    def circles(self) -> Iterator[list[Wait]]:
        """The smallest circle of each part, as who waits for whom."""
        position = {id: at for at, id in enumerate(self.nodes)}
        for circle in smallest_circles(self.edges):
            waits = self._waits(circle)
            start = min((position[wait.item.id], at) for at, wait in enumerate(waits) if wait.steps)[1]
            yield waits[start:] + waits[:start]

    def _waits(self, circle: Sequence[Point]) -> list[Wait]:
        """From what comes before what to who waits for whom: the other way round, item by item."""
        backward = list(reversed(circle))
        waits: list[Wait] = []
        for at, then in enumerate(backward):
            first = backward[(at + 1) % len(backward)]
            steps = self.steps.get((first, then), ())
            if first[0] != then[0] or steps:
                waits.append(Wait(self.nodes[then[0]], self.nodes[first[0]], steps))
        return waits
