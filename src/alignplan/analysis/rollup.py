"""Rolling figures up: weighted means, from steps to tactics to objectives of any depth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from alignplan.analysis.shares import Shares
from alignplan.graph.circles import components
from alignplan.graph.graph import PlanGraph

__all__ = ["Part", "bottom_up", "parts_of", "weighted_mean"]

Part = tuple[float, float | None]
"""Weight and value; the value may be unknown."""


def weighted_mean(parts: Iterable[Part]) -> float | None:
    """Σ weight × value ÷ Σ weight over the parts whose value is known; unknown where there are none, or Σ weight is 0.

    Never beside the values: a mean of 100 and 100 is 100, whatever the weights round to.
    """
    total = weighted = 0.0
    low, high = inf, -inf
    for weight, value in parts:
        if value is not None and weight > 0:
            total += weight
            weighted += weight * value
            low = min(low, value)
            high = max(high, value)
    return min(max(weighted / total, low), high) if total > 0 else None


def bottom_up(graph: PlanGraph) -> tuple[list[str], frozenset[str]]:
    """All objectives, each after those below it, and those that run in a circle."""
    edges: dict[str, Sequence[str]] = {id: graph.subobjectives.get(id, ()) for id in graph.parents}
    order: list[str] = []
    circular: set[str] = set()
    for part in components(edges):
        order.extend(part)
        if len(part) > 1 or part[0] in edges[part[0]]:
            circular.update(part)
    return order, frozenset(circular)


def parts_of(
    id: str, shares: Shares, objectives: Mapping[str, float | None], tactics: Mapping[str, float | None]
) -> list[Part]:
    """The weights and values of the children and direct tactics of an objective that count.

    The weight is n · g · s: g the share in its group of n, s the share of its link to this objective. Where no weights
    are stated n · g is 1.
    """
    parts: list[Part] = []
    for group, values in ((shares.groups.get(id), objectives), (shares.tactics.get(id), tactics)):
        if group:
            size = len(group)
            parts.extend(
                [(size * part * shares.links[item][id], values[item]) for item, part in group.items()]
            )
    return parts
