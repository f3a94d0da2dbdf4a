"""When things are due."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.figures.interface import Figure, Picture, Unit
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 60


def _due(picture: Picture, node: Node) -> date | None:
    return picture.plan.span(node).due


def _stated(_picture: Picture, node: Node) -> date | None:
    due: date | None = node.model.due
    return due


_DATED = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
FIGURES = (
    Figure("due", "the last day, stated or inherited", Unit.DATE, of_item=_due, kinds=_DATED),
    Figure(
        "stated-due", "the last day, where the item itself says it", Unit.DATE, of_item=_stated, kinds=_DATED
    ),
)
