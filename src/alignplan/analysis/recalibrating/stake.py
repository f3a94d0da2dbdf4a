"""How much of the plan hangs on an item: its share on the level of the root objectives.

Of a root objective its group share; of another one, over all objectives that it realizes, Σ of theirs × its group
share there × its link share; of a tactic the same over the objectives that it supports. What is dropped or stands by
has no share.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.graph.circles import order
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignplan.analysis.assessment import Assessment

__all__ = ["Weights"]


class Weights:
    """The shares of a plan, in percent, each worked out once."""

    def __init__(self, plan: Assessment) -> None:
        self._plan = plan

    @cached_property
    def _objectives(self) -> dict[str, float]:
        shares, above = self._plan.shares, self._plan.graph.parents
        found: dict[str, float] = {}
        for id in order({id: [parent for parent, _ in parents] for id, parents in above.items()}):
            parents = [parent for parent, _ in above[id]]
            if not parents:
                found[id] = shares.groups[""].get(id, 0.0) * 100
            else:
                found[id] = self._below(id, parents, found, shares.groups)
        return found

    def _below(
        self,
        id: str,
        above: Iterable[str],
        known: Mapping[str, float],
        groups: Mapping[str, Mapping[str, float]],
    ) -> float:
        links = self._plan.shares.links.get(id, {})
        return sum(known.get(up, 0.0) * groups.get(up, {}).get(id, 0.0) * links.get(up, 0.0) for up in above)

    def by(self, node: Node, objective: str) -> float | None:
        """The part of it that an objective or tactic has by one of those that it serves; none against a circle."""
        shares = self._plan.shares
        if node.kind is Kind.TACTIC:
            return self._below(node.id, [objective], self._objectives, shares.tactics)
        places = {id: at for at, id in enumerate(self._objectives)}
        if places[objective] >= places[node.id]:
            return None
        return self._below(node.id, [objective], self._objectives, shares.groups)

    def of(self, node: Node) -> float:
        """Of an objective or tactic; of a KPI that of the objectives it measures, of a risk that of what it threatens
        (of several the largest); of anything nested that of what it stands in.
        """
        if node.kind is Kind.OBJECTIVE:
            return self._objectives[node.id]
        if node.kind is Kind.TACTIC:
            above = [id for id, _ in self._plan.graph.supported[node.id]]
            return self._below(node.id, above, self._objectives, self._plan.shares.tactics)
        if node.kind is Kind.KPI:
            return self._largest(self._plan.kpis[node.id].objectives)
        if node.kind is Kind.RISK:
            return self._largest(link.target for link in self._plan.graph.linked(node, "threatens"))
        return self.of(node.parent) if node.parent is not None else 0.0

    def _largest(self, nodes: Iterable[Node]) -> float:
        return max((self.of(node) for node in nodes), default=0.0)
