"""Earned value upwards: of an objective the sum over the tactics below it, of each its share: money counts once.

A sum takes the tactics that count and have a BAC; those that have none are left out of all its figures, and named.
What is not known of one of the others is not known of the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.earned.amount import NOTHING, Amount, missing
from alignplan.analysis.earned.curve import Curve, curve_of, together
from alignplan.analysis.earned.earned import Earned, figures_of
from alignplan.analysis.earned.in_time import timing
from alignplan.analysis.earned.tactics import Basis, basis
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.circles import order
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["EarnedValue"]

Shares = Mapping[str, float]
"""Tactic → how much of it counts, as a part of 1."""
_PARTS = ("bac", "pv", "ev", "ac", "remaining")


class EarnedValue:
    """The earned value of a plan; what is asked for is computed once."""

    def __init__(self, plan: Assessment) -> None:
        self.plan = plan
        self._bases: dict[str, Basis] = {}
        self._curves: dict[str, Curve] = {}
        self._found: dict[str, Earned] = {}

    def of(self, node: Node) -> Earned:
        """That of a tactic, of an objective, or of the plan: of all tactics that count, each once."""
        if node.id not in self._found:
            self._found[node.id] = self._of_tactic(node) if node.kind is Kind.TACTIC else self._sum(node)
        return self._found[node.id]

    def of_choice(self, choice: Choice) -> Earned:
        """That of the chosen tactics together, each once; of the plan where nothing was chosen."""
        plan = self.plan.graph.plan
        if choice.everything:
            return self.of(plan)
        chosen = (node for node in choice.of(Kind.TACTIC) if self.plan.counts(node))
        return self._summed(plan, {node.id: 1.0 for node in chosen})

    def basis(self, tactic: Node) -> Basis:
        """BAC, PV, EV and AC of a tactic."""
        if tactic.id not in self._bases:
            self._bases[tactic.id] = basis(self.plan, tactic)
        return self._bases[tactic.id]

    def shares(self, node: Node) -> Shares:
        """The tactics that are summed up for an objective or the plan, those without a BAC too."""
        if node.kind is not Kind.PLAN:
            return self._below.get(node.id, {})
        tactics = self.plan.graph.kinds[Kind.TACTIC]
        return {tactic.id: 1.0 for tactic in tactics if self.plan.counts(tactic)}

    @cached_property
    def order(self) -> list[str]:
        """The objectives in the order in which they are summed up: children first."""
        graph = self.plan.graph
        return list(order({id: graph.subobjectives.get(id, ()) for id in graph.parents}))

    @cached_property
    def _below(self) -> dict[str, dict[str, float]]:
        """Of each objective the tactics below it that count. In a circle what comes first counts for nothing."""
        graph, plan, links = self.plan.graph, self.plan, self.plan.shares.links
        found: dict[str, dict[str, float]] = {}
        for id in self.order:
            own = (tactic for tactic in graph.tactics.get(id, ()) if plan.counts(graph.top[tactic]))
            total = {tactic: links[tactic][id] for tactic in own}
            for child in graph.subobjectives.get(id, ()):
                if plan.counts(graph.top[child]):
                    for tactic, share in found.get(child, {}).items():
                        total[tactic] = total.get(tactic, 0.0) + share * links[child][id]
            found[id] = total
        return found

    # ------------------------------------------------------------ one tactic

    def _of_tactic(self, tactic: Node) -> Earned:
        found = self.basis(tactic)
        return self._earned(tactic, found, [(self._curve(tactic), 1.0)], {tactic.id: 1.0}, ())

    def _curve(self, tactic: Node) -> Curve:
        if tactic.id not in self._curves:
            bac = self.basis(tactic).bac
            curve = Curve((), bac.reason) if bac.value is None else curve_of(self.plan, tactic, bac.value)
            self._curves[tactic.id] = curve
        return self._curves[tactic.id]

    # ------------------------------------------------------------ several

    def _sum(self, node: Node) -> Earned:
        return self._summed(node, self.shares(node))

    def _summed(self, node: Node, shares: Shares) -> Earned:
        tops = self.plan.graph.top
        known = {id: share for id, share in shares.items() if self.basis(tops[id]).bac.value is not None}
        left_out = tuple(id for id in shares if id not in known)
        curves = [(self._curve(tops[id]), share) for id, share in known.items() if share > 0]
        return self._earned(node, self._total(known, left_out), curves, known, left_out)

    def _total(self, shares: Shares, left_out: tuple[str, ...]) -> Basis:
        """Σ share × figure, figure by figure."""
        if not shares:
            reason = "no tactic below it has a BAC" if left_out else "no tactic that counts is below it"
            return Basis(*[missing(reason)] * len(_PARTS))
        bases = [(self.basis(self.plan.graph.top[id]), Amount(share)) for id, share in shares.items()]
        return Basis(*(_added(getattr(one, part).times(share) for one, share in bases) for part in _PARTS))

    def _earned(
        self,
        node: Node,
        found: Basis,
        curves: Iterable[tuple[Curve, float]],
        tactics: Iterable[str],
        left: tuple[str, ...],
    ) -> Earned:
        curve = together(curves)
        if found.bac.value is None:
            curve = Curve((), found.bac.reason)
        plan = self.plan
        bac = found.bac.value or 0.0
        time = timing(curve, bac, found.ev, plan.work_days, plan.today, self._finished(tactics))
        return Earned(node, found, time, left, figures_of(found, time))

    def _finished(self, tactics: Iterable[str]) -> date | None:
        """The day on which the last of some tactics was finished; none as soon as one does not say."""
        days = [self._finish(self.plan.graph.top[id]) for id in tactics]
        known = [day for day in days if day is not None]
        return max(known, default=None) if len(known) == len(days) else None

    def _finish(self, tactic: Node) -> date | None:
        """When a tactic was finished: as it says, else with the last of its steps."""
        if tactic.model.finished is not None:
            return tactic.model.finished if tactic.model.finished <= self.plan.today else None
        days = list(_ends(tactic, self.plan.today))
        return None if not days or None in days else max(day for day in days if day is not None)


def _ends(tactic: Node, today: date) -> Iterator[date | None]:
    """When each step was finished that is not dropped; none where it does not say, or where that is still to come."""
    for section in (tactic.model.actions, tactic.model.milestones):
        for step in section.values():
            if step.status is not Status.DROPPED:
                yield step.finished if step.finished is not None and step.finished <= today else None


def _added(amounts: Iterable[Amount]) -> Amount:
    total = NOTHING
    for amount in amounts:
        total = total.plus(amount)
    return total
