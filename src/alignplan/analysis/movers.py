"""Who moves what: every move of a tactic on a KPI that is there, and the KPIs of one series that it counts for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.graph.circles import components
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Move
from alignplan.records import record

__all__ = ["Line", "Mover", "movers", "movers_of"]

_KPIS = frozenset((Kind.KPI,))


@record
class Mover:
    """A tactic and a change that it brings. `kpi` is the address of the KPI; `move.kpi` is what the file says."""

    tactic: Node
    kpi: str
    move: Move


def movers(graph: PlanGraph) -> Iterator[Mover]:
    """Every move on a KPI that is there, in the order of the plan."""
    for tactic in graph.kinds[Kind.TACTIC]:
        yield from movers_of(tactic, graph)


def movers_of(tactic: Node, graph: PlanGraph) -> Iterator[Mover]:
    """The moves of one tactic."""
    for move in tactic.model.moves:
        kpi = graph.find(move.kpi, _KPIS)
        if kpi is not None and kpi.kind is Kind.KPI:
            yield Mover(tactic, kpi.id, move)


class Line:
    """The KPIs of one series. `base_of`: KPI → the KPI that its `series` names."""

    def __init__(self, base_of: Mapping[str, str | None]) -> None:
        edges = {id: base for id, base in base_of.items() if base}
        parts = components({id: [base] for id, base in edges.items()})
        self._base_of = edges
        self._circular = {
            id for part in parts if len(part) > 1 or edges.get(part[0]) == part[0] for id in part
        }
        self._based: dict[str, list[str]] = {}
        for id, base in edges.items():
            if id not in self._circular:
                self._based.setdefault(base, []).append(id)

    def of(self, kpi: str) -> list[str]:
        """The KPIs whose moves count for a KPI: itself, its bases, and all that is based on it.

        Not what is beside it on the same base; a circle is no series.
        """
        found, at = [kpi], kpi
        while at in self._base_of and at not in self._circular:
            at = self._base_of[at]
            found.append(at)
        below = list(self._based.get(kpi, ()))
        for id in below:
            below.extend(self._based.get(id, ()))
        return [*found, *below]
