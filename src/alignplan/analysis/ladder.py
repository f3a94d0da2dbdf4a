"""The ladder from work to ambition, rung by rung: which links lead up, which lead down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.items import Items
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["PART_OF", "Ladder", "Step"]

PART_OF = "part_of"
"""The link from a nested item to the one it stands in, as the graph calls it."""

_ON_LADDER = (Kind.OBJECTIVE, Kind.KPI, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE, Kind.RISK)
_STEPS = frozenset((Kind.ACTION, Kind.MILESTONE))


@record
class Step:
    """An item on a way, and the link over which it was reached from the one before.

    `via` is its type, `weight` what is stated for it, `share` its part in percent of all that is stated of that type.
    """

    node: Node
    via: str | None = None
    weight: float | None = None
    share: float | None = None


class Ladder:
    """Rungs of a plan. `through_moves`: a tactic leads up to the KPIs that it moves as well."""

    def __init__(self, plan: Assessment, *, through_moves: bool = False) -> None:
        self.plan = plan
        self.items = Items(plan)
        self.through_moves = through_moves

    def above(self, node: Node) -> Iterator[Step]:
        """What an item serves; of what is no part of the work (a value, a person), the items that link to it."""
        if node.kind is Kind.OBJECTIVE:
            yield from self._served(node, "parent", self.plan.graph.parents)
        elif node.kind is Kind.TACTIC:
            yield from self._served(node, "supports", self.plan.graph.supported)
            if self.through_moves:
                yield from self._linked(node, "moves")
        elif node.kind is Kind.RISK:
            yield from self._linked(node, "threatens")
        elif node.kind is Kind.STAKEHOLDER:
            yield from (Step(child, PART_OF) for child in self.plan.graph.children(node))
        elif node.kind is Kind.KPI:
            via = "kpis" if node.parent is None else PART_OF
            yield from (Step(objective, via) for objective in self.items.objectives_of(node))
        elif node.parent is not None and node.kind is not Kind.EXPECTATION:
            yield Step(node.parent, PART_OF)
        else:
            yield from self._linking.get(node, ())

    def below(self, node: Node) -> Iterator[Step]:
        """What serves an item: sub-objectives, tactics, steps; what moves a KPI, answers a risk or is activated."""
        graph = self.plan.graph
        if node.kind is Kind.PLAN:
            yield from (Step(graph.top[id]) for id in graph.roots)
        elif node.kind is Kind.OBJECTIVE:
            yield from self._serving(node, "parent", graph.subobjectives, graph.parents)
            yield from self._serving(node, "supports", graph.tactics, graph.supported)
        elif node.kind is Kind.TACTIC:
            yield from (Step(child, PART_OF) for child in graph.children(node) if child.kind in _STEPS)
        elif node.kind is Kind.KPI:
            yield from (step for step in self._linking.get(node, ()) if step.via == "moves")
        elif node.kind is Kind.RISK:
            yield from self._linked(node, "mitigated_by")
        elif node.kind is Kind.CONTINGENCY:
            yield from self._linked(node, "activates")

    def _served(
        self, node: Node, via: str, above: dict[str, Sequence[tuple[str, float | None]]]
    ) -> Iterator[Step]:
        for id, weight in above[node.id]:
            yield Step(self.plan.graph.top[id], via, weight, self._share(node.id, id))

    def _serving(
        self,
        node: Node,
        via: str,
        below: dict[str, list[str]],
        above: dict[str, Sequence[tuple[str, float | None]]],
    ) -> Iterator[Step]:
        for id in below.get(node.id, ()):
            weight = dict(above[id])[node.id]
            yield Step(self.plan.graph.top[id], via, weight, self._share(id, node.id))

    def _share(self, source: str, target: str) -> float:
        return self.plan.shares.links[source][target] * 100

    def _linked(self, node: Node, field: str) -> Iterator[Step]:
        return (Step(link.target, link.type, link.weight) for link in self.plan.graph.linked(node, field))

    @cached_property
    def _linking(self) -> dict[Node, list[Step]]:
        """Item → the items on the ladder that link to it, as steps."""
        found: dict[Node, list[Step]] = {}
        for kind in _ON_LADDER:
            for node in self.plan.graph.of(kind):
                for link in self.plan.graph.links(node):
                    if link.target.kind not in _ON_LADDER or link.type == "moves":
                        found.setdefault(link.target, []).append(Step(node, link.type, link.weight))
        return found
