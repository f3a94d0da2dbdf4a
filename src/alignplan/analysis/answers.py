"""Which findings are answered, which expectations met, which values lived: by an objective or tactic that counts."""

from __future__ import annotations

from alignplan.analysis.status import Statuses
from alignplan.graph.graph import PlanGraph
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Answers", "answers"]


@record
class Answers:
    """What the work of a plan refers to, by address."""

    findings: frozenset[str]
    """Findings of the position that something responds to."""
    expectations: frozenset[str]
    """Expectations of stakeholders that something satisfies."""
    values: frozenset[str]
    """Values that something upholds."""


def answers(graph: PlanGraph, statuses: Statuses) -> Answers:
    """All that objectives and tactics that count refer to."""
    findings: set[str] = set()
    expectations: set[str] = set()
    values: set[str] = set()
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        for node in graph.kinds[kind]:
            model = node.model
            if (model.responds_to or model.satisfies or model.upholds) and statuses.counts(node):
                findings.update(model.responds_to)
                expectations.update(model.satisfies)
                values.update(model.upholds)
    return Answers(frozenset(findings), frozenset(expectations), frozenset(values))
