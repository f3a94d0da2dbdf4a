"""How much is planned: items that are live, and whether they are served."""

from __future__ import annotations

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER", "SCOPE"]

ORDER = 10
SCOPE = (Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE)
"""The kinds whose number says how much there is to do."""
_STEPS = frozenset(SCOPE[2:])
_LIVE = frozenset((Status.PLANNED, Status.ACTIVE, Status.PAUSED))


def _items(picture: Picture) -> int:
    """Of a step only its model is looked at: there are too many to make an item of each."""
    plan, choice = picture.plan, picture.choice
    number = 0
    for kind in SCOPE[:2]:
        for node in plan.graph.kinds[kind]:
            if plan.status(node) in _LIVE:
                number += node in choice
                number += _steps(picture, node) if kind is Kind.TACTIC else 0
    return number


def _steps(picture: Picture, tactic: Node) -> int:
    """The live steps of a live tactic."""
    plan, choice = picture.plan, picture.choice
    if choice.everything:
        steps = (*tactic.model.actions.values(), *tactic.model.milestones.values())
        return sum(step_status(step, plan.today) in _LIVE for step in steps)
    return sum(
        node in choice and node.kind in _STEPS and plan.status(node) in _LIVE
        for node in plan.graph.children(tactic)
    )


def _served(picture: Picture, node: Node) -> int | None:
    return picture.plan.service.count(node.id) if picture.plan.live(node) else None


def _told(_picture: Picture, _node: Node, before: Value, after: Value) -> str:
    if before and after == 0:
        return f"left without tactics ({before} before)"
    return (
        f"served by {after} {'tactic' if after == 1 else 'tactics'}, by none before"
        if before == 0 and after
        else ""
    )


FIGURES = (
    Figure("items", "live objectives, tactics, actions and milestones", Unit.COUNT, of_plan=_items),
    Figure("served", "tactics that count, at any depth", Unit.COUNT, True, of_item=_served,
           kinds=frozenset((Kind.OBJECTIVE,)), told=_told),
)  # fmt: skip
