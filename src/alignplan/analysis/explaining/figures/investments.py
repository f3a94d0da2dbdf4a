"""What is invested in an objective, beside its siblings."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.figures.shares import above_of, group_of
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import (
    PERCENT,
    PRODUCT,
    STATED,
    SUM,
    SUM_OF_PRODUCTS,
)
from alignplan.analysis.investment import Means, effort_of, money_of
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 52
_OBJECTIVES = frozenset((Kind.OBJECTIVE,))
_UNITS = {Means.MONEY: Measure.MONEY, Means.EFFORT: Measure.DAYS}


def _invested_in(grounds: Grounds, node: Node, means: str) -> Explained:
    """Its part of what is invested in the group; `weight`: what its weight says."""
    above = _above(grounds, node)
    if means == "weight":
        whole = grounds.fact("whole", 1, note="all of its group")
        share = Ask("part", node, f"group_share/{above}".rstrip("/"))
        return Explained(
            group_of(grounds, node, above)[node.id] * 100, Measure.PERCENT, PERCENT, (share, whole)
        )
    graph = grounds.plan.graph
    asks = (
        Ask("part", node, f"invested_in/{means}/{above}".rstrip("/")),
        Ask("whole", graph.top[above] if above else graph.plan, f"group_invested/{means}"),
    )
    value = grounds.proposing.investment(node, above).share(Means(means))
    reason = "" if value is not None else "nothing is stated in the whole group"
    return Explained(value, Measure.PERCENT, PERCENT, asks, reason)


def _above(grounds: Grounds, node: Node) -> str:
    """The one that it is part of; empty of a root objective."""
    return "".join(id for id, _ in above_of(grounds, node))


def _means(grounds: Grounds, node: Node) -> Iterator[str]:
    """Of what has siblings, and not more than one parent."""
    above = [id for id, _ in above_of(grounds, node)]
    group = group_of(grounds, node, "".join(above)) if len(above) < 2 else {}
    return iter((*Means, "weight") if node.id in group and len(group) > 1 else ())


def _group_invested(grounds: Grounds, node: Node, means: str) -> Explained:
    """All that is invested in the children of an objective, or in the root objectives."""
    plan, above = grounds.plan, "" if node.kind is Kind.PLAN else node.id
    members = [plan.graph.top[id] for id in plan.shares.groups[above]]
    asks = tuple(Ask("value", member, f"invested_in/{means}/{above}".rstrip("/")) for member in members)
    value = grounds.proposing.total(above, Means(means))
    return Explained(value, _UNITS[Means(means)], SUM, asks)


def _invested_by(grounds: Grounds, node: Node, detail: str) -> Explained:
    """What of it counts for one of several objectives above."""
    means, _, above = detail.partition("/")
    value = grounds.proposing.investment(node, above).amounts[Means(means)]
    below = Ask("value", node, f"invested/{means}")
    if not above:
        return Explained(value, _UNITS[Means(means)], STATED, (below,))
    asks = (Ask("value", node, f"link_share/{above}"), below)
    return Explained(value, _UNITS[Means(means)], PRODUCT, asks)


def _invested(grounds: Grounds, node: Node, means: str) -> Explained:
    """What the tactics below an objective amount to."""
    plan, unit = grounds.plan, _UNITS[Means(means)]
    graph = plan.graph
    inputs: list[Input] = []
    for id in (*graph.tactics.get(node.id, ()), *_children(grounds, node.id)):
        below = graph.top[id]
        if plan.counts(below):
            inputs.append(Ask("weight", below, f"link_share/{node.id}"))
            inputs.append(Ask("value", below, f"invested/{means}"))
    value = grounds.proposing.below[Means(means)][node.id]
    return Explained(value, unit, SUM_OF_PRODUCTS, tuple(inputs), "" if inputs else "no tactic is below it")


def _children(grounds: Grounds, id: str) -> Iterator[str]:
    """Those that were summed up before it: in a circle what comes first counts for nothing."""
    places = {one: at for at, one in enumerate(grounds.proposing.below[Means.MONEY])}
    children = grounds.plan.graph.subobjectives.get(id, ())
    return (child for child in children if places[child] < places[id])


def _invested_of(grounds: Grounds, node: Node, means: str) -> Explained:
    """The planned budget of a tactic, or the effort of its actions that are not dropped."""
    plan = grounds.plan
    if means == Means.MONEY:
        budget = node.model.budget
        stated = None if budget is None else budget.planned
        leaf = grounds.stated(
            node, "value", stated, Measure.MONEY, "budget", "planned", name="budget planned"
        )
        return Explained(money_of(node, plan), Measure.MONEY, SUM, (leaf,))
    asks = tuple(
        Ask("value", action, "work_days")
        for action in plan.graph.children(node)
        if action.kind is Kind.ACTION
        and action.model.effort is not None
        and step_status(action.model, plan.today) is not Status.DROPPED
    )
    return Explained(effort_of(node, plan), Measure.DAYS, SUM, asks, "" if asks else "no effort is stated")


def _both(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(Means)


def _groups(grounds: Grounds, node: Node) -> Iterator[str]:
    """Each of those above in whose group it is not alone."""
    for above in [id for id, _ in above_of(grounds, node)] or [""]:
        group = group_of(grounds, node, above)
        if node.id in group and len(group) > 1:
            yield from (f"{means}/{above}".rstrip("/") for means in Means)


def _of_children(grounds: Grounds, node: Node) -> Iterator[str]:
    group = grounds.plan.shares.groups.get("" if node.kind is Kind.PLAN else node.id, {})
    return iter(Means if len(group) > 1 else ())


FIGURES = (
    Explainable("investment", "its part of what is invested beside it", _OBJECTIVES, _invested_in, _means),
    Explainable("invested", "what its tactics amount to", _OBJECTIVES, _invested, _both, inner=True),
    Explainable("invested", "what it amounts to", frozenset((Kind.TACTIC,)), _invested_of, _both, inner=True),
    Explainable("invested_in", "what of it counts for one above", _OBJECTIVES, _invested_by, _groups, inner=True),
    Explainable("group_invested", "what is invested in a group", _OBJECTIVES | {Kind.PLAN}, _group_invested, _both,
                inner=True),
)  # fmt: skip
