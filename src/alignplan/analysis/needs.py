"""What an objective or tactic is asked for, and whether it has it.

Each of these questions is asked by a rule, which speaks where something is *missing*, and by a column of
`gaps`, where what is met or missing is *required*. Whatever the rule does not speak to is asked for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any

from alignplan.analysis.overdue import all_kpis_met
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["ENOUGH", "Need", "dated", "enough", "owned", "resourced", "served", "stepped"]

ENOUGH = 100 - 1e-9
"""From so many percent on it is enough: what binary fractions make of 100."""
_OVER = (Status.DONE, Status.DROPPED)


class Need(Enum):
    """How an item stands to something that items of its kind should have."""

    NOT_ASKED = "not asked"
    MET = "met"
    MISSING = "missing"


def owned(plan: Assessment, node: Node) -> Need:
    """An objective or tactic has an `owner` of its own (T302)."""
    return _has(plan, node, node.model.owner is not None)


def dated(plan: Assessment, node: Node) -> Need:
    """An objective or tactic has a `due` of its own; an inherited one is nobody's promise (T303)."""
    return _has(plan, node, node.model.due is not None)


def stepped(plan: Assessment, tactic: Node) -> Need:
    """A tactic that is near has an action or a milestone that is not dropped (T304)."""
    if plan.far_off(tactic):
        return Need.NOT_ASKED
    sections = (tactic.model.actions, tactic.model.milestones)
    there = any(step.status is not Status.DROPPED for steps in sections for step in steps.values())
    return _has(plan, tactic, there)


def resourced(plan: Assessment, tactic: Node) -> Need:
    """A tactic that is near has planned money, or an open action with someone to do it (T305)."""
    return _has_soon(plan, tactic, _money(tactic) or any(_open_and_manned(plan, tactic)))


def served(plan: Assessment, objective: Node) -> Need:
    """An objective that is near has a tactic that counts, itself or through its children (A102).

    It is not asked for one when all its KPIs are met, nor when what serves it may be what could not be understood.
    """
    if not plan.live(objective) or plan.far_off(objective):
        return Need.NOT_ASKED
    if plan.service.count(objective.id):
        return Need.MET
    if all_kpis_met(plan, objective) or objective.id in plan.in_doubt:
        return Need.NOT_ASKED
    return Need.MISSING


def enough(plan: Assessment, objective: Node) -> Need:
    """What is planned for an objective that is near moves its KPIs as far as they are to go (A108).

    It is not asked where what moves them may be what could not be understood.
    """
    value = plan.sufficiency_of(objective).value
    if value is None or not plan.live(objective) or plan.far_off(objective):
        return Need.NOT_ASKED
    if value >= ENOUGH:
        return Need.MET
    doubtful = any(kpi.node.id in plan.moves_in_doubt for kpi in plan.kpis_of(objective))
    return Need.NOT_ASKED if doubtful else Need.MISSING


def _has(plan: Assessment, node: Node, there: bool) -> Need:
    if not plan.live(node) or plan.stands_by(node):
        return Need.NOT_ASKED
    return Need.MET if there else Need.MISSING


def _has_soon(plan: Assessment, node: Node, there: bool) -> Need:
    return Need.NOT_ASKED if plan.far_off(node) else _has(plan, node, there)


def _money(tactic: Node) -> bool:
    budget = tactic.model.budget
    return budget is not None and bool(budget.planned)


def _open_and_manned(plan: Assessment, tactic: Node) -> Iterable[bool]:
    for action in tactic.model.actions.values():
        if step_status(action, plan.today) not in _OVER:
            yield _manned(action, tactic.model.owner)


def _manned(action: Any, owner: str | None) -> bool:
    """Whether someone is to do an action: who is assigned or may be, else its owner, else the tactic's."""
    named = (*action.assigned, *action.any_of)
    if named:
        return any(share is None or share > 0 for _, share in named)
    return (action.owner or owner) is not None
