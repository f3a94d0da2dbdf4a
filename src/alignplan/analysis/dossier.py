"""All about one item: what holds for it, its links both ways, what stands in it."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.health import Health
from alignplan.analysis.items import Item, Items
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.graph.graph import Link
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Dossier", "dossier"]

_FIGURED = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


@record
class Dossier:
    """An item as of the day; figures are in percent, none where its kind has them not or they are unknown."""

    item: Item
    stands_by: bool
    has_figures: bool
    progress: float | None
    planned: float | None
    health: Health | None
    """Of an objective or tactic."""
    enough: float | None
    """Sufficiency, of an objective: what the tactics are to move, in percent of what its KPIs need."""
    kpi: KpiStanding | None
    """Of a KPI."""
    out: tuple[Link, ...]
    """The links that it states."""
    back: tuple[Link, ...]
    """The links that others state to it."""
    inner: tuple[Item, ...]
    """What stands in it."""


def dossier(plan: Assessment, node: Node) -> Dossier:
    """All about one item."""
    items = Items(plan)
    figured = node.kind in _FIGURED
    return Dossier(
        item=items.of(node),
        stands_by=plan.stands_by(node),
        has_figures=figured,
        progress=plan.progress_of(node) if figured else None,
        planned=plan.planned_of(node) if figured else None,
        health=plan.health_of(node) if node.kind in (Kind.OBJECTIVE, Kind.TACTIC) else None,
        enough=plan.sufficiency_of(node).value if node.kind is Kind.OBJECTIVE else None,
        kpi=plan.kpis[node.id] if node.kind is Kind.KPI else None,
        out=tuple(plan.graph.links(node)),
        back=tuple(_links_to(plan, node)),
        inner=tuple(items.of(child) for child in plan.graph.children(node)),
    )


def _links_to(plan: Assessment, node: Node) -> list[Link]:
    return [link for other in plan.graph.items() for link in plan.graph.links(other) if link.target == node]
