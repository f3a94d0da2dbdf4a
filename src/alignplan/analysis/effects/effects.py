"""All effects of a plan on a day, each worked out once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.effects.moved import KpiMoves, Share, moves_of
from alignplan.analysis.effects.placing import Effect, effect_of
from alignplan.analysis.movers import Line, Mover, movers, movers_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Effects"]


class Effects:
    """What moves each KPI of a plan, and what is seen of it. `base_of`: KPI → the KPI that its `series` names."""

    def __init__(self, plan: Assessment, base_of: Mapping[str, str | None]) -> None:
        self._plan = plan
        self._line = Line(base_of)
        self._known: dict[str, KpiMoves] = {}
        self._shares: dict[str, dict[str, Share]] = {}

    @cached_property
    def _own(self) -> dict[str, list[Mover]]:
        """KPI → the moves that name it."""
        found: dict[str, list[Mover]] = {}
        for mover in movers(self._plan.graph):
            found.setdefault(mover.kpi, []).append(mover)
        return found

    def movers(self, kpi: str) -> list[Mover]:
        """All moves that count for a KPI, whoever makes them: on itself, its bases and what is based on it."""
        return [mover for id in self._line.of(kpi) for mover in self._own.get(id, ())]

    def moves_of(self, kpi: str) -> KpiMoves:
        """What moves a KPI."""
        if kpi not in self._known:
            self._known[kpi] = moves_of(self._plan.kpis[kpi], self.movers(kpi), self._plan)
        return self._known[kpi]

    def _shares_of(self, kpi: str) -> dict[str, Share]:
        """Tactic → what it brings to a KPI that it names."""
        if kpi not in self._shares:
            shares = self.moves_of(kpi).shares
            self._shares[kpi] = {share.tactic.id: share for share in shares if share.kpi == kpi}
        return self._shares[kpi]

    def of(self, tactic: Node) -> Iterator[Effect]:
        """A tactic with each of the KPIs that it says it moves; nothing of one that does not count."""
        if self._plan.counts(tactic):
            for mover in movers_of(tactic, self._plan.graph):
                share = self._shares_of(mover.kpi)[tactic.id]
                yield effect_of(share, self.moves_of(mover.kpi), self._plan)

    def all(self) -> Iterator[Effect]:
        """Every tactic that counts with each KPI that it moves, in the order of the plan."""
        for tactic in self._plan.graph.kinds[Kind.TACTIC]:
            yield from self.of(tactic)
