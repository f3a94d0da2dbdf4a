"""Where each piece of work stands: what was stated, else what its steps show.

*Live* is what is neither done nor dropped. *Standing by* is a planned tactic that a contingency activates. What is
neither dropped nor standing by *counts*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import ObjectiveStatus, Status
from alignplan.records import record

__all__ = ["Statuses", "statuses", "step_status", "tactic_status"]

_BEGUN = (Status.ACTIVE, Status.PAUSED, Status.DONE)
_OVER = (Status.DONE, Status.DROPPED)


def step_status(step: Any, today: date) -> Status:
    """The status of an action or milestone: `finished` up to today, or progress 100 %, is done."""
    if step.status is Status.DROPPED:
        return Status.DROPPED
    if step.progress == 100 or (step.finished is not None and step.finished <= today):
        return Status.DONE
    if step.status is not None:
        return Status(step.status)
    started = getattr(step, "started", None)
    begun = bool(step.progress) or (started is not None and started <= today)
    return Status.ACTIVE if begun else Status.PLANNED


def tactic_status(tactic: Any, today: date) -> Status:
    """The status of a tactic: as stated; left out, done when all steps are, active when one has begun."""
    if tactic.status is not None:
        return Status(tactic.status)
    if tactic.finished is not None and tactic.finished <= today:
        return Status.DONE
    steps = begun = done = 0
    for section in (tactic.actions, tactic.milestones):
        for step in section.values():
            status = step_status(step, today)
            steps += status is not Status.DROPPED
            begun += status in _BEGUN
            done += status is Status.DONE
    if steps and done == steps:
        return Status.DONE
    moved = bool(begun) if steps else bool(tactic.progress)
    started = tactic.started is not None and tactic.started <= today
    return Status.ACTIVE if moved or started else Status.PLANNED


@record
class Statuses:
    """The status of every objective and tactic on a day, and what follows from it."""

    today: date
    of_objectives: dict[str, Status]
    of_tactics: dict[str, Status]
    standing_by: frozenset[str]
    """Ids of planned tactics that an `activates` names."""

    def of(self, node: Node) -> Status | None:
        """The status of an objective, tactic, action or milestone; none for other kinds."""
        if node.kind is Kind.TACTIC:
            return self.of_tactics[node.id]
        if node.kind is Kind.OBJECTIVE:
            return self.of_objectives[node.id]
        if node.kind is Kind.ACTION or node.kind is Kind.MILESTONE:
            return step_status(node.model, self.today)
        return None

    def live(self, node: Node) -> bool:
        """Neither done nor dropped, nor inside what is; a risk until it is closed."""
        if node.parent is not None and not self.live(node.parent):
            return False
        if node.kind is Kind.RISK:
            return node.model.closed is None or node.model.closed > self.today
        return self.of(node) not in _OVER

    def all_live(self, graph: PlanGraph, kind: Kind) -> Iterator[Node]:
        """The live items of a kind, in the order of the plan."""
        stated = self._in_order(kind)
        if stated is None:
            return (node for node in graph.of(kind) if self.live(node))
        return (node for node, status in zip(graph.kinds[kind], stated, strict=True) if status not in _OVER)

    def tactics(self, graph: PlanGraph) -> Iterator[tuple[Node, Status]]:
        """Each tactic with its status, in the order of the plan: nothing is looked up, which large plans notice."""
        return zip(graph.kinds[Kind.TACTIC], self.of_tactics.values(), strict=True)

    def _in_order(self, kind: Kind) -> Iterable[Status] | None:
        if kind is Kind.TACTIC:
            return self.of_tactics.values()
        return self.of_objectives.values() if kind is Kind.OBJECTIVE else None

    def counts(self, node: Node) -> bool:
        """Neither dropped nor standing by, nor inside what is."""
        if node.parent is not None and not self.counts(node.parent):
            return False
        return self.of(node) is not Status.DROPPED and node.id not in self.standing_by


def statuses(graph: PlanGraph, today: date) -> Statuses:
    """Where everything stands on a day."""
    tactics = {node.id: tactic_status(node.model, today) for node in graph.kinds[Kind.TACTIC]}
    objectives = {node.id: _objective_status(node.model.status) for node in graph.kinds[Kind.OBJECTIVE]}
    named = {ref for node in graph.of(Kind.CONTINGENCY) for ref in node.model.activates}
    standing_by = frozenset(id for id in named if tactics.get(id) is Status.PLANNED)
    return Statuses(today, objectives, tactics, standing_by)


def _objective_status(stated: ObjectiveStatus | None) -> Status:
    return Status(stated.value) if stated is not None else Status.ACTIVE
