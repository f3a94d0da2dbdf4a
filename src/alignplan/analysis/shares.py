"""Shares: how weights divide a whole.

In a group stated weights hold, the others divide equally what is left of 100, then all are divided by their sum
(sum 0: equal). *Link shares* are among all links that an item states; *group shares* among root objectives, the
children of a parent, or the tactics of an objective, as far as they count.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.status import Statuses
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Shares", "divide", "shares"]


def divide(weights: Sequence[float | None]) -> list[float]:
    """The shares, which sum to 1, of the members of a group with these stated weights (`None`: not stated).

    >>> divide([40, None, None])
    [0.4, 0.3, 0.3]
    """
    if not weights:
        return []
    stated = sum(weight for weight in weights if weight is not None)
    silent = sum(weight is None for weight in weights)
    rest = max(100 - stated, 0) / silent if silent else 0
    filled = [rest if weight is None else weight for weight in weights]
    total = sum(filled)
    if total <= 0:
        return [1 / len(weights)] * len(weights)
    return [weight / total for weight in filled]


@record
class Shares:
    """All shares of a plan, as fractions of 1."""

    links: dict[str, dict[str, float]]
    """Item → objective that it serves → link share."""
    groups: dict[str, dict[str, float]]
    """Objective (the empty id: the root objectives) → child objective that counts → group share."""
    tactics: dict[str, dict[str, float]]
    """Objective → tactic of it that counts → group share."""


def shares(graph: PlanGraph, statuses: Statuses) -> Shares:
    """The shares of every objective and tactic."""
    links: dict[str, dict[str, float]] = {}
    for above in (graph.parents, graph.supported):
        for id, targets in above.items():
            if targets:
                parts = divide([weight for _, weight in targets])
                links[id] = {target: part for (target, _), part in zip(targets, parts, strict=True)}
    nodes = graph.top
    groups = {"": _group(graph.roots, nodes, statuses)}
    groups.update({id: _group(below, nodes, statuses) for id, below in graph.subobjectives.items()})
    tactics = {id: _group(below, nodes, statuses) for id, below in graph.tactics.items()}
    return Shares(links, groups, tactics)


def _group(ids: Sequence[str], nodes: dict[str, Node], statuses: Statuses) -> dict[str, float]:
    counted = [id for id in ids if statuses.counts(nodes[id])]
    parts = divide([nodes[id].model.weight for id in counted])
    return dict(zip(counted, parts, strict=True))
