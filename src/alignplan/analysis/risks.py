"""Risks: which are high, what a settled one has, which tactics are critical, and which of those are hedged.

*High*: not closed, and impact high (an amount of money: 10 % of the planned budget) with a probability of 20 % or
more, or impact medium (3 %) with 50 % or more. No probability counts as 50 %, no impact as unknown: not high. The
planned budget is Σ `budget.planned` of the tactics that count; where nothing is planned, an amount of money cannot be
compared and is not high.

*Settled*: it has a `response` and an `owner`, and, where it is to be avoided or reduced, a tactic in `mitigated_by`
that is live or done, or a contingency: its own, or one whose `when` names it.

*Critical tactic*: priority high, threatened by a high risk, or without a day of slack in the locked schedule. *Hedged*:
it has a contingency of its own with a `when`, or it is under high risks and all of them are settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from alignplan.analysis.status import Statuses
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind
from alignplan.model.words import Response, Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.loading.lock import Lock

__all__ = ["BORDERS", "HIGH_PRIORITY", "Lack", "Risks", "impact_level", "is_high", "risks", "without_slack"]

HIGH_PRIORITY = 750.0
"""A priority from here on is high."""
BORDERS: Mapping[str, float] = {
    "high": 20.0,
    "medium": 50.0,
    "high-cost": 10.0,
    "medium-cost": 3.0,
    "unstated": 50.0,
}
"""From which probability a risk of high and of medium impact is high; from which share of the planned budget an amount
of money is a high and a medium impact; the probability of a risk that states none. All in percent."""


class Lack(StrEnum):
    """What a risk lacks to be settled, by the field that would hold it."""

    RESPONSE = "response"
    OWNER = "owner"
    MITIGATION = "mitigated_by"


@record
class Risks:
    """What follows from the risks of a plan on a day."""

    budget: float
    """Planned money of all tactics that count."""
    high: dict[str, Node]
    """High risks by id, in order."""
    lacks: dict[str, tuple[Lack, ...]]
    """High risk → what it lacks; nothing: it is settled."""
    on: dict[str, tuple[str, ...]]
    """Tactic → the high risks that threaten it."""
    high_priority: float = HIGH_PRIORITY
    """A priority from here on is high."""
    tight: frozenset[str] = frozenset()
    """What has no slack by the locked schedule."""

    def critical(self, tactic: Node) -> bool:
        """Whether much hangs on a tactic: its priority is high, a high risk threatens it, or it has no slack."""
        high = (tactic.model.priority or 0) >= self.high_priority
        return high or tactic.id in self.on or tactic.id in self.tight

    def hedged(self, tactic: Node) -> bool:
        """Whether it is said what happens when the tactic goes wrong."""
        if any(contingency.when is not None for contingency in tactic.model.contingencies.values()):
            return True
        threats = self.on.get(tactic.id, ())
        return bool(threats) and not any(self.lacks[id] for id in threats)


def risks(
    graph: PlanGraph,
    statuses: Statuses,
    borders: Mapping[str, float] = BORDERS,
    high_priority: float = HIGH_PRIORITY,
    tight: frozenset[str] = frozenset(),
) -> Risks:
    """The risks of a plan, weighed; `tight` is what has no slack by the locked schedule."""
    budget = _planned_budget(graph, statuses)
    high = {
        node.id: node
        for node in graph.kinds[Kind.RISK]
        if statuses.live(node) and is_high(node.model, budget, borders)
    }
    answered = _answered(graph, statuses) if high else frozenset()
    lacks = {id: _lacks(node, graph, statuses, id in answered) for id, node in high.items()}
    on: dict[str, tuple[str, ...]] = {}
    for id, node in high.items():
        for link in graph.linked(node, "threatens"):
            if link.target.kind is Kind.TACTIC and id not in on.get(link.target.id, ()):
                on[link.target.id] = (*on.get(link.target.id, ()), id)
    return Risks(budget, high, lacks, on, high_priority, tight)


def without_slack(lock: Lock | None) -> frozenset[str]:
    """The ids of what has less than a day of slack by the locked schedule."""
    items = lock.items if lock is not None else {}
    return frozenset(id for id, item in items.items() if item.slack is not None and item.slack < 1)


def impact_level(
    impact: str | float | None, budget: float, borders: Mapping[str, float] = BORDERS
) -> str | None:
    """The level of an impact, of an amount of money by its percentage of the planned budget; `None`: unknown."""
    if impact is None or isinstance(impact, str):
        return impact
    if budget <= 0:
        return None
    return next((level for level in _LEVELS if impact * 100 >= borders[f"{level}-cost"] * budget), "low")


def is_high(risk: Any, budget: float, borders: Mapping[str, float]) -> bool:
    """Whether a risk that is not closed is high, by its impact and probability."""
    level = impact_level(risk.impact, budget, borders)
    probability = borders["unstated"] if risk.probability is None else risk.probability
    return level in _LEVELS and probability >= borders[level]


_LEVELS = ("high", "medium")


def _planned_budget(graph: PlanGraph, statuses: Statuses) -> float:
    return sum(
        node.model.budget.planned or 0.0
        for node in graph.kinds[Kind.TACTIC]
        if node.model.budget is not None and statuses.counts(node)
    )


def _lacks(risk: Node, graph: PlanGraph, statuses: Statuses, answered: bool) -> tuple[Lack, ...]:
    model = risk.model
    found = [lack for lack in (Lack.RESPONSE, Lack.OWNER) if not getattr(model, lack.value)]
    if model.response in (Response.AVOID, Response.REDUCE) and not answered and not model.contingencies:
        helpers = [link.target for link in graph.linked(risk, "mitigated_by")]
        if all(statuses.of(helper) is Status.DROPPED for helper in helpers):
            found.append(Lack.MITIGATION)
    return tuple(found)


def _answered(graph: PlanGraph, statuses: Statuses) -> frozenset[str]:
    """The risks that the `when` of a contingency names, unless that contingency was dropped with what it belongs to."""
    found: set[str] = set()
    for node in graph.of(Kind.CONTINGENCY):
        if node.parent is not None and statuses.of(node.parent) is Status.DROPPED:
            continue
        found.update(reference.ref for reference in references(node) if reference.detail == "risk")
    return frozenset(found)
