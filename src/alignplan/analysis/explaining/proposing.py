"""What `recalibrate` rests on, worked out once for all explanations of it."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from alignplan.analysis.investment import Investment, Means, amounts_below, investments
from alignplan.analysis.recalibrating import recalibration
from alignplan.analysis.recalibrating.coming import Coming, coming
from alignplan.analysis.recalibrating.moving import Pair, pair_of
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.recalibrating.tactics import judged_effects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.effects import Effect
    from alignplan.analysis.recalibrating import Proposal
    from alignplan.graph.nodes import Node
    from alignplan.model.words import ProposalKind

__all__ = ["Proposing"]


class Proposing:
    """The proposals of a plan, those too that were decided on, and what they were made of."""

    def __init__(self, plan: Assessment) -> None:
        self._plan = plan
        self._likely: dict[str, Coming | None] = {}

    @cached_property
    def proposals(self) -> dict[tuple[ProposalKind, Node], Proposal]:
        """By kind and subject."""
        found = recalibration(self._plan)
        every = [one.proposal for one in found.proposals] + [proposal for proposal, _ in found.kept]
        return {(one.kind, one.about[0]): one for one in every}

    @cached_property
    def stakes(self) -> Weights:
        """How much of the plan hangs on an item."""
        return Weights(self._plan)

    def likely(self, kpi: Node) -> Coming | None:
        """What is likely of a KPI with a target; none where nothing can be foretold."""
        if kpi.id not in self._likely:
            standing = self._plan.kpis[kpi.id]
            self._likely[kpi.id] = None if standing.target is None else coming(standing, self._plan)
        return self._likely[kpi.id]

    @cached_property
    def _judged(self) -> dict[Node, list[Effect]]:
        return dict(judged_effects(self._plan))

    def judged_effects(self, tactic: Node) -> list[Effect]:
        """Its effects on the KPIs for which it was to bring something by now."""
        return self._judged.get(tactic, [])

    # ------------------------------------------------------------ investments

    @cached_property
    def _investments(self) -> dict[str, Sequence[Investment]]:
        return {
            above: list(group)
            for above, group in groupby(investments(self._plan, alone=True), lambda one: one.above)
        }

    def investment(self, objective: Node, above: str) -> Investment:
        """What is invested in an objective, for the one `above`; of root objectives that is empty."""
        return next(one for one in self._investments[above] if one.objective == objective)

    def total(self, above: str, means: Means) -> float:
        """What is invested in a whole group."""
        return self._investments[above][0].totals[means]

    @cached_property
    def pairs(self) -> dict[Node, Pair]:
        """By the objective that has too little."""
        found = (pair_of(group, self._plan) for group in self._investments.values())
        return {pair.under.objective: pair for pair in found if pair is not None}

    @cached_property
    def below(self) -> dict[Means, dict[str, float]]:
        """What the tactics below each objective amount to, each after its children."""
        return amounts_below(self._plan)
