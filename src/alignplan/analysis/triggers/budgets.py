"""`budget`: spent ÷ planned of a tactic. Money spent has no date: what is written holds on every day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignplan.analysis.kpis.decimals import exact
from alignplan.analysis.triggers.course import Course, Truth, course
from alignplan.analysis.triggers.told import Told, beside
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["course_of", "spent_of", "told", "watched_budgets"]


def told(trigger: Any, tactic: Node, _plan: Assessment) -> Told:
    """What it says today; unknown where nothing is planned or nothing is said to be spent."""
    budget = tactic.model.budget
    if budget is None or not budget.planned:
        return Told(Truth.UNKNOWN, f"`{trigger.budget}` has no planned budget")
    if budget.spent is None:
        return Told(Truth.UNKNOWN, f"nothing says what `{trigger.budget}` has spent")
    holds = exact(budget.spent) * 100 > exact(trigger.above) * exact(budget.planned)
    share = beside(float(exact(budget.spent) * 100 / exact(budget.planned)), trigger.above)
    limit = f"{'above' if holds else 'not above'} {trigger.above:g} %"
    return Told(
        Truth.HOLDS if holds else Truth.NO, f"`{trigger.budget}` has spent {share} % of its budget, {limit}"
    )


def course_of(trigger: Any, tactic: Node, plan: Assessment) -> Course:
    """The same on every day."""
    return course((), told(trigger, tactic, plan).truth)


def watched_budgets(graph: PlanGraph) -> dict[str, float | None]:
    """The tactics whose budgets a trigger names, with what they have spent."""
    named = {
        reference.ref: graph.resolve(reference)
        for node in graph.of(Kind.CONTINGENCY)
        if node.model.when is not None
        for reference in references(node)
        if reference.field == "when" and reference.detail == "budget"
    }
    return {
        node.id: spent_of(node.model)
        for node in named.values()
        if node is not None and node.kind is Kind.TACTIC
    }


def spent_of(tactic: Any) -> float | None:
    """What a tactic has spent, where that is said."""
    spent: float | None = tactic.budget.spent if tactic.budget is not None else None
    return spent
