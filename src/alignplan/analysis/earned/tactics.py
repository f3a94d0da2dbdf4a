"""The four figures of a tactic that all others are made of: BAC, PV, EV, AC; and what its remaining work costs.

Names and definitions are those of the standard for earned value management (PMI, *The Standard for Earned Value
Management*; ANSI/EIA-748 calls PV, EV and AC by the names BCWS, BCWP and ACWP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.earned.amount import NOTHING, Amount, missing
from alignplan.analysis.earned.cost import (
    Days,
    cost_of,
    effort_days,
    of_actions,
    remaining_days,
    spent_days,
)
from alignplan.graph.nodes import Node
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Basis", "basis", "budgeted", "is_spent_stated", "works"]


@record
class Basis:
    """BAC, the budget at completion; PV, planned value; EV, earned value; AC, actual cost: all in money.

    `remaining` is what the work that is still to come costs, by its effort.
    """

    bac: Amount
    pv: Amount
    ev: Amount
    ac: Amount
    remaining: Amount


def basis(plan: Assessment, tactic: Node) -> Basis:
    """The figures of a tactic: PV = BAC × planned progress, EV = BAC × progress, AC = what was spent."""
    bac = _bac(plan, tactic)
    planned = _part(plan.planned_of(tactic), f"how much of `{tactic.id}` was planned by now is unknown")
    done = _part(plan.progress_of(tactic), f"the progress of `{tactic.id}` is unknown")
    ac = _ac(plan, tactic) if bac.value is not None else missing(bac.reason)
    return Basis(bac, bac.times(planned), bac.times(done), ac, _remaining(plan, tactic))


def _part(percent: float | None, reason: str) -> Amount:
    return missing(reason) if percent is None else Amount(percent / 100)


def budgeted(tactic: Node) -> bool:
    """Whether it states its budget; else it is worth its effort."""
    budget = tactic.model.budget
    return budget is not None and budget.planned is not None


def works(plan: Assessment, tactic: Node) -> bool:
    """Whether there is effort of which a cost could be worked out."""
    return any(node.model.effort is not None for node in of_actions(plan, tactic))


def _bac(plan: Assessment, tactic: Node) -> Amount:
    """`budget.planned`, else Σ effort × cost."""
    if budgeted(tactic):
        return Amount(float(tactic.model.budget.planned))
    if not works(plan, tactic):
        return missing(f"`{tactic.id}` has neither a budget nor effort")
    return _summed(plan, tactic, effort_days)


def is_spent_stated(tactic: Node) -> bool:
    """Whether it says what it has cost so far."""
    budget = tactic.model.budget
    return budget is not None and budget.spent is not None


def _ac(plan: Assessment, tactic: Node) -> Amount:
    """`budget.spent`; left out 0 before it has begun; of a tactic without a budget Σ `spent` × cost."""
    if is_spent_stated(tactic):
        return Amount(float(tactic.model.budget.spent))
    if plan.status(tactic) is Status.PLANNED:
        return NOTHING
    if budgeted(tactic):
        return missing(f"`{tactic.id}` does not say what was spent")
    return _summed(plan, tactic, spent_days)


def _remaining(plan: Assessment, tactic: Node) -> Amount:
    """Σ remaining effort × cost."""
    if plan.status(tactic) is Status.DONE:
        return NOTHING
    if not works(plan, tactic):
        return missing(f"`{tactic.id}` states no effort")
    return _summed(plan, tactic, remaining_days)


def _summed(plan: Assessment, tactic: Node, days: Days) -> Amount:
    total = NOTHING
    for action in of_actions(plan, tactic):
        total = total.plus(cost_of(plan, action, days))
    return total
