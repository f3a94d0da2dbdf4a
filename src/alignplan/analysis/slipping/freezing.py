"""A schedule with its costs as it is to be frozen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.earned.cost import cost_of, effort_days
from alignplan.analysis.schedule.answer import PlanSchedule
from alignplan.analysis.slipping.given import given
from alignplan.graph.nodes import Node
from alignplan.loading.frozen import Frozen, FrozenItem
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["freeze", "planned_cost"]


def freeze(plan: Assessment, found: PlanSchedule, effort: str) -> Frozen:
    """What is frozen of a plan and its schedule: objectives first, then tactics with their steps."""
    currency = plan.graph.plan.model.currency
    return Frozen(plan.today, effort, found.schedule.method, currency, dict(_items(plan, found)))


def planned_cost(plan: Assessment, node: Node) -> float | None:
    """What an item is to cost in all, to two digits after the point; none where nobody knows.

    Of an action effort × cost of those who do it; of tactics and objectives the BAC of earned value.
    """
    if node.kind is Kind.MILESTONE:
        return None
    action = node.kind is Kind.ACTION
    found = cost_of(plan, node, effort_days) if action else plan.earned.of(node)["bac"]
    return None if found.value is None else round(found.value, 2)


def _items(plan: Assessment, found: PlanSchedule) -> Iterator[tuple[str, FrozenItem]]:
    for id, outcome in found.objectives.items():
        node = plan.graph.top[id]
        yield id, FrozenItem(outcome.start, outcome.finish, planned_cost(plan, node))
    for id, item in found.items.items():
        yield id, FrozenItem(item.start, item.finish, planned_cost(plan, item.node), given(item.node))
