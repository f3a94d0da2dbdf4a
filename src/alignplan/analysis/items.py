"""Items one by one, whatever their kind: dates, owner, links."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.dates import Span, span_of_several
from alignplan.analysis.ownership import owner_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Item", "ItemLink", "Items"]

_DATED = frozenset((Kind.PLAN, Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


@record
class ItemLink:
    """A link that an item states: the field, the item it leads to, the weight where one is stated."""

    type: str
    to: str
    weight: float | None = None


@record
class Item:
    """An item as of the day: status and dates are those that hold, stated or not."""

    node: Node
    parent: str | None
    """What it stands in; of an objective the first one that it realizes."""
    owner: str | None
    status: Status | None
    start: date | None
    due: date | None


class Items:
    """Answers about items of a plan; indexes that they share are made once."""

    def __init__(self, plan: Assessment) -> None:
        self.plan = plan

    def of(self, node: Node) -> Item:
        """What a list says of an item."""
        span = self.span(node)
        return Item(node, self.parent(node), self.owner(node), self.plan.status(node), span.start, span.due)

    def parent(self, node: Node) -> str | None:
        """What an item stands in; of an objective the first one that it realizes."""
        if node.parent is not None:
            return node.parent.id
        above = self.plan.graph.parents[node.id] if node.kind is Kind.OBJECTIVE else []
        return above[0][0] if above else None

    def owner(self, node: Node) -> str | None:
        """Who answers for an item; for a KPI that objectives share, the owner of the first that has one."""
        stated = owner_of(node)
        if stated is None and node.kind is Kind.KPI:
            return next((owner for above in self.objectives_of(node) if (owner := owner_of(above))), None)
        return stated

    def span(self, node: Node) -> Span:
        """First and last day; of a KPI from its baseline to its target, else those of its objectives."""
        if node.kind in _DATED:
            return self.plan.span(node)
        if node.kind is not Kind.KPI:
            return Span()
        model = node.model
        start = model.baseline.date if model.baseline is not None else None
        due = (
            model.target.date
            if model.target is not None
            else model.range.by
            if model.range is not None
            else None
        )
        if start is not None and due is not None:
            return Span(start, due)
        above = span_of_several(self.plan.span(objective) for objective in self.objectives_of(node))
        return Span(start or above.start, due or above.due)

    def objectives_of(self, kpi: Node) -> list[Node]:
        """The objectives that a KPI measures: the one it stands in, or those that name it."""
        return [kpi.parent] if kpi.parent is not None else self._sharing.get(kpi.id, [])

    @cached_property
    def _sharing(self) -> dict[str, list[Node]]:
        """KPI at top level → the objectives that name it."""
        found: dict[str, list[Node]] = {}
        for objective in self.plan.graph.kinds[Kind.OBJECTIVE]:
            for kpi in self.shared_kpis(objective):
                found.setdefault(kpi.id, []).append(objective)
        return found

    def shared_kpis(self, objective: Node) -> list[Node]:
        """The KPIs at top level that an objective names, each once."""
        named = objective.model.kpis
        if not isinstance(named, tuple):
            return []
        nodes = (self.plan.graph.find(id) for id in dict.fromkeys(named))
        return [node for node in nodes if node is not None and node.kind is Kind.KPI]

    def links(self, node: Node) -> list[ItemLink]:
        """The links that an item states to items that are there."""
        return [ItemLink(link.type, link.target.id, link.weight) for link in self.plan.graph.links(node)]
