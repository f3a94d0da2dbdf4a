"""How far a plan has come: done, planned by today, health, in the order of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch, outline
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Advance", "advances"]


@record
class Advance:
    """An objective, tactic or step: percent done and planned by today, health and its reason.

    `data_age_days` is the age of the oldest of its KPIs' last values; `finish` is the day on which it was or will be
    finished, by the schedule, `days_late` the working days from its due to that. `kpis` are those that measure an
    objective.
    """

    id: str
    kind: str
    title: str
    depth: int
    status: Status | None
    progress: float | None
    planned: float | None
    health: str | None
    reason: str
    due: date | None
    finish: date | None
    days_late: int | None
    data_age_days: int | None
    kpis: tuple[KpiStanding, ...] = ()


def advances(
    plan: Assessment, choice: Choice, *, depth: int | None = None, scheduled: bool = True
) -> Iterator[Advance]:
    """The chosen objectives and tactics; with a depth, their steps too, down to so many levels.

    Without `scheduled` nothing is scheduled for them: `finish` and `days_late` are left out.
    """
    for branch in outline(plan.graph, choice, steps=depth is not None, levels=depth, headings=False):
        if branch.node is not None:
            yield _advance(plan, branch, branch.node, scheduled=scheduled)


def _advance(plan: Assessment, branch: Branch, node: Node, *, scheduled: bool) -> Advance:
    health = plan.health_of(node)
    objective = node.kind is Kind.OBJECTIVE
    return Advance(
        id=node.id,
        kind=node.kind.value,
        title=node.title,
        depth=branch.depth,
        status=plan.status(node),
        progress=plan.progress_of(node),
        planned=plan.planned_of(node),
        health=None if health.state is None else health.state.value,
        reason=health.reason,
        due=plan.span(node).due,
        finish=plan.finishes.of(node) if scheduled else None,
        days_late=plan.finishes.days_late(node) if scheduled else None,
        data_age_days=plan.data_age_of(node) if objective else None,
        kpis=tuple(plan.kpis_of(node)) if objective else (),
    )
