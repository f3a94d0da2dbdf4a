"""What an item serves, and what serves it, step by step: however long the chains, through circles too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from alignplan.analysis.items import Items
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["above", "below", "reached"]


def above(items: Items, node: Node) -> Iterator[Node]:
    """What an item serves directly: objectives of a tactic or KPI, parents of an objective, what it is part of."""
    graph = items.plan.graph
    if node.parent is not None:
        yield node.parent
    elif node.kind is Kind.OBJECTIVE:
        yield from (graph.top[id] for id, _ in graph.parents[node.id])
    elif node.kind is Kind.TACTIC:
        yield from (graph.top[id] for id, _ in graph.supported[node.id])
    elif node.kind is Kind.KPI:
        yield from items.objectives_of(node)


def below(items: Items, node: Node) -> Iterator[Node]:
    """What serves an item directly: sub-objectives and tactics, KPIs, and all that stands in it."""
    graph = items.plan.graph
    if node.kind is Kind.PLAN:
        yield from _tops(graph)
    if node.kind is Kind.OBJECTIVE:
        yield from items.shared_kpis(node)
    yield from graph.children(node)
    if node.kind is Kind.OBJECTIVE:
        yield from (graph.top[id] for id in graph.subobjectives.get(node.id, ()))
        yield from (graph.top[id] for id in graph.tactics.get(node.id, ()))


def _tops(graph: PlanGraph) -> Iterator[Node]:
    return (graph.top[id] for id in graph.roots)


def reached(
    starts: Iterable[Node], steps: int | None, next_of: Callable[[Node], Iterable[Node]]
) -> set[Node]:
    """The items within so many steps (`None`: any number) of some, those themselves included."""
    found = set(starts)
    front = list(found)
    taken = 0
    while front and (steps is None or taken < steps):
        taken += 1
        following: list[Node] = []
        for node in front:
            for other in next_of(node):
                if other not in found:
                    found.add(other)
                    following.append(other)
        front = following
    return found
