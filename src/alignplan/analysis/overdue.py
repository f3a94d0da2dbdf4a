"""Overdue, item by item: due before today, and still to do.

Only a `due` of its own makes an item overdue; what it inherits is the date of something else. An objective is no
longer overdue once it has KPIs and all of them are met: what it was for is reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.health import is_overdue
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["all_kpis_met", "overdue", "overdue_steps"]

_OVER = (Status.DONE, Status.DROPPED)


def overdue(plan: Assessment, node: Node) -> bool:
    """Whether an objective or tactic should be reached or done by now."""
    due = node.model.due
    if due is None or due >= plan.today:
        return False
    status = plan.status(node)
    return status is not None and is_overdue(node, status, plan.kpis_of(node), plan.today)


def all_kpis_met(plan: Assessment, objective: Node) -> bool:
    """Whether an objective has KPIs, its own or shared ones, and all of them are met."""
    standings = plan.kpis_of(objective)
    return bool(standings) and all(standing.state is KpiState.MET for standing in standings)


def overdue_steps(plan: Assessment, tactic: Node) -> Iterator[Node]:
    """The overdue actions and milestones of a live tactic, in order."""
    today = plan.today
    for kind, section in ((Kind.ACTION, tactic.model.actions), (Kind.MILESTONE, tactic.model.milestones)):
        for name, step in section.items():
            if step.due is not None and step.due < today and step_status(step, today) not in _OVER:
                yield Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic)
