"""Dates: as stated, else inherited.

Dates left out are the tactic's, its objectives' (earliest start, latest due), their parents', the horizon's. An
objective's dates are resolved first; then the earliest and the latest of several are taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alignplan.graph.circles import order
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Dates", "Span", "dates", "span_of_several"]


@record
class Span:
    """First and last day, each unknown where nothing states it."""

    start: date | None = None
    due: date | None = None


def span_of_several(spans: Iterable[Span]) -> Span:
    """The earliest start and the latest due; unknown where none is known."""
    listed = list(spans)
    starts = [span.start for span in listed if span.start is not None]
    dues = [span.due for span in listed if span.due is not None]
    return Span(min(starts, default=None), max(dues, default=None))


@record
class Dates:
    """The resolved dates of every objective and tactic."""

    horizon: Span
    objectives: dict[str, Span]
    inherited: dict[str, Span]
    """Of the tactics that do not state both days themselves. Most of a large plan's do, and need no second copy."""

    def of_tactic(self, tactic: Node) -> Span:
        """First and last day of a tactic."""
        span = self.inherited.get(tactic.id)
        return span if span is not None else Span(tactic.model.start, tactic.model.due)

    def of(self, node: Node) -> Span:
        """The resolved dates of an objective, tactic, action or milestone; the horizon's for the plan."""
        if node.kind is Kind.OBJECTIVE:
            return self.objectives[node.id]
        if node.kind is Kind.TACTIC:
            return self.of_tactic(node)
        if node.kind in (Kind.ACTION, Kind.MILESTONE) and node.parent is not None:
            above = self.of_tactic(node.parent)
            return _filled(Span(getattr(node.model, "start", None), node.model.due), above)
        return self.horizon


def dates(graph: PlanGraph) -> Dates:
    """All dates of a plan. What runs in a circle takes the horizon's."""
    stated = graph.plan.model.horizon
    horizon = Span(stated.start, stated.due) if stated is not None else Span()
    objectives: dict[str, Span] = {}
    nodes = {node.id: node for node in graph.kinds[Kind.OBJECTIVE]}
    above = {id: [parent for parent, _ in parents] for id, parents in graph.parents.items()}
    for id in order(above):
        inherited = span_of_several(objectives.get(parent, Span()) for parent in above[id])
        model = nodes[id].model
        objectives[id] = _filled(_filled(Span(model.start, model.due), inherited), horizon)
    tactics: dict[str, Span] = {}
    for node in graph.kinds[Kind.TACTIC]:
        model = node.model
        if model.start is None or model.due is None:
            served = span_of_several(objectives[id] for id, _ in graph.supported[node.id])
            tactics[node.id] = _filled(_filled(Span(model.start, model.due), served), horizon)
    return Dates(horizon, objectives, tactics)


def _filled(span: Span, other: Span) -> Span:
    if span.start is not None and span.due is not None:
        return span
    return Span(span.start or other.start, span.due or other.due)
