"""When things are due, and when they will be finished."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 60


def _due(picture: Picture, node: Node) -> date | None:
    return picture.plan.span(node).due


def _stated(_picture: Picture, node: Node) -> date | None:
    due: date | None = node.model.due
    return due


def _finish(picture: Picture, node: Node) -> date | None:
    return picture.plan.finishes.of(node)


def _last_finish(picture: Picture) -> date | None:
    """The last finish of the chosen tactics that are open."""
    coming = picture.plan.coming
    found = [coming[tactic.id].finish for tactic in picture.choice.of(Kind.TACTIC) if tactic.id in coming]
    return max(found, default=None)


def _told_finish(_picture: Picture, node: Node, before: Value, after: Value) -> str:
    if not isinstance(before, date) or not isinstance(after, date) or node.kind not in _TOLD:
        return ""
    days = (after - before).days
    amount = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"will be finished {amount} {'later' if days > 0 else 'earlier'}, on {after}"


_TOLD = (Kind.OBJECTIVE, Kind.TACTIC)
_DATED = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
FIGURES = (
    Figure(
        "finish",
        "the last day, as it was or by the schedule will be",
        Unit.DATE,
        False,
        of_plan=_last_finish,
        of_item=_finish,
        kinds=_DATED,
        told=_told_finish,
    ),
    Figure("due", "the last day, stated or inherited", Unit.DATE, of_item=_due, kinds=_DATED),
    Figure(
        "stated-due", "the last day, where the item itself says it", Unit.DATE, of_item=_stated, kinds=_DATED
    ),
)
