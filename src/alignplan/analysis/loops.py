"""Circles of objectives: where each realizes the next and the last the first, nothing is an ambition of its own."""

from __future__ import annotations

from alignplan.analysis.status import Statuses
from alignplan.graph.circles import components, smallest_circles
from alignplan.graph.graph import PlanGraph
from alignplan.records import record

__all__ = ["Loops", "loops"]


@record
class Loops:
    """The circles in which live objectives run through `parent`."""

    smallest: tuple[tuple[str, ...], ...]
    """One circle for each part of the plan that runs in one: each entry realizes the next, the last the first."""
    members: frozenset[str]
    """All objectives that run in a circle, in the smallest one or not."""


def loops(graph: PlanGraph, statuses: Statuses) -> Loops:
    """All circles; what is done or dropped closes none."""
    live = {id for id in graph.parents if statuses.live(graph.top[id])}
    above = {
        id: [parent for parent, _ in graph.parents[id] if parent in live]
        for id in graph.parents
        if id in live
    }
    circles = tuple(tuple(circle) for circle in smallest_circles(above))
    if not circles:
        return Loops((), frozenset())
    members = {id for part in components(above) if len(part) > 1 or part[0] in above[part[0]] for id in part}
    return Loops(circles, frozenset(members))
