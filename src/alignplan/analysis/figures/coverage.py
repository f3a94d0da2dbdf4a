"""How much of what is required is there, and whether what is planned is enough."""

from __future__ import annotations

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value
from alignplan.analysis.wording import percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 20


def _coverage(picture: Picture) -> float | None:
    return picture.gaps.coverage.percent


def _sufficiency(picture: Picture, node: Node) -> float | None:
    return picture.plan.sufficiency_of(node).value if picture.plan.live(node) else None


def _told(_picture: Picture, _node: Node, before: Value, after: Value) -> str:
    if not isinstance(before, float) or not isinstance(after, float) or abs(after - before) < 0.5:
        return ""
    return f"sufficiency from {percent_text(before)} to {percent_text(after)}"


FIGURES = (
    Figure("coverage", "requirements met ÷ all requirements", Unit.PERCENT, True, of_plan=_coverage),
    Figure("sufficiency", "what tactics move ÷ what the KPIs need", Unit.PERCENT, True, of_item=_sufficiency,
           kinds=frozenset((Kind.OBJECTIVE,)), told=_told),
)  # fmt: skip
