"""Investment alignment: whether money and work go where the weights say.

Per group of siblings (the root objectives; the children of an objective) g, the group share, beside the shares of Σ
`budget.planned`·s and of Σ effort·s of the tactics below that count: s are the link shares on the way up, so that what
serves two objectives is invested once. Money and effort are those stated, of what is done as well; nothing stated in
the whole group is unknown, not 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.effort import person_days
from alignplan.analysis.status import step_status
from alignplan.graph.circles import order
from alignplan.graph.nodes import Node
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = [
    "POINTS",
    "Investment",
    "Means",
    "amounts_below",
    "effort_of",
    "investments",
    "misinvested",
    "money_of",
]


POINTS = 15.0
"""So many points may lie between a part and a group share."""


class Means(StrEnum):
    """What is invested."""

    MONEY = "money"
    EFFORT = "effort"


@record
class Investment:
    """An objective beside its siblings. Amounts are money in the plan's currency or person-days; shares in percent."""

    objective: Node
    above: str
    """The objective whose children the siblings are; empty for root objectives."""
    group_share: float
    amounts: Mapping[Means, float]
    totals: Mapping[Means, float]
    """Of all siblings together."""
    weighed: bool
    """Whether one of the siblings states a weight: a group share that nobody stated is no intention."""

    def share(self, means: Means) -> float | None:
        """Its part of what is invested in all of them; unknown where nothing is stated."""
        total = self.totals[means]
        return self.amounts[means] * 100 / total if total > 0 else None

    def apart(self, means: Means) -> float | None:
        """How many points its part lies above its group share; below it is negative."""
        share = self.share(means)
        return None if share is None else share - self.group_share


def investments(plan: Assessment, *, alone: bool = False) -> Iterator[Investment]:
    """Every objective that has siblings, group by group; with `alone` those that have none, too."""
    below = amounts_below(plan)
    for above, group in plan.shares.groups.items():
        if len(group) < 2 and not alone:
            continue
        amounts = {id: {means: _to(plan, id, above) * below[means][id] for means in Means} for id in group}
        totals = {means: sum(amounts[id][means] for id in group) for means in Means}
        weighed = any(plan.graph.top[id].model.weight is not None for id in group)
        for id, share in group.items():
            yield Investment(plan.graph.top[id], above, share * 100, amounts[id], totals, weighed)


def amounts_below(plan: Assessment) -> dict[Means, dict[str, float]]:
    """What the tactics below each objective amount to, in the order in which it is summed up: children first."""
    return {Means.MONEY: _below(plan, money_of), Means.EFFORT: _below(plan, effort_of)}


def misinvested(one: Investment, means: Means, plan: Assessment, points: float | None = None) -> bool:
    """Whether a part lies more than `points` from the group share (left out: what `A109` says): of what is live, where
    weights are stated.

    What begins more than `lead` days after today has not got its part yet.
    """
    apart = one.apart(means)
    points = plan.thresholds.get("A109", POINTS) if points is None else points
    if apart is None or not one.weighed or not plan.live(one.objective):
        return False
    return apart > points or (apart < -points and not plan.far_off(one.objective))


def money_of(tactic: Node, _plan: Assessment) -> float:
    """The planned budget of a tactic; 0 where none is stated."""
    budget = tactic.model.budget
    return (budget.planned or 0.0) if budget is not None else 0.0


def effort_of(tactic: Node, plan: Assessment) -> float:
    """The stated effort of the actions of a tactic that are not dropped, in person-days; 0 where none is stated."""
    actions = tactic.model.actions.values()
    kept = (action for action in actions if step_status(action, plan.today) is not Status.DROPPED)
    return sum(person_days(action, plan.week) or 0.0 for action in kept)


def _below(plan: Assessment, amount: Callable[[Node, Assessment], float]) -> dict[str, float]:
    """What the tactics below each objective amount to. In a circle what comes first counts for nothing."""
    graph, links = plan.graph, plan.shares.links
    found: dict[str, float] = {}
    for id in order({id: graph.subobjectives.get(id, ()) for id in graph.parents}):
        own = [graph.top[tactic] for tactic in graph.tactics.get(id, ())]
        found[id] = sum(links[node.id][id] * amount(node, plan) for node in own if plan.counts(node))
        for child in graph.subobjectives.get(id, ()):
            if plan.counts(graph.top[child]):
                found[id] += links[child][id] * found.get(child, 0.0)
    return found


def _to(plan: Assessment, id: str, above: str) -> float:
    """The part of an objective that goes to the one above."""
    return plan.shares.links[id][above] if above else 1.0
