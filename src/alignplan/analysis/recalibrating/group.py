"""The tactics of one objective: who is beside one of them, and what all weigh when that one weighs less."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.recalibrating.interface import Edit

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.graph.nodes import Node

__all__ = ["Group"]


class Group:
    """A tactic and those that serve the same objective, as far as they are live and count."""

    def __init__(self, objective: str, tactic: Node, plan: Assessment) -> None:
        self.objective = objective
        self.tactic = tactic
        self._shares = plan.shares.tactics.get(objective, {})
        members = [plan.graph.top[id] for id in self._shares]
        self.others = [node for node in members if node != tactic and plan.live(node)]
        """Those beside it that are live."""
        self._silent = any(node.model.weight is None for node in members if node != tactic)

    def reweighed(self, kept: float) -> Iterator[Edit]:
        """Weights by which the tactic keeps so many percent of its own; none where nobody is beside it.

        Where one of the others states no weight, what becomes free goes to those of themselves. Else it is divided
        among the live ones in proportion, so that the sum of all stays what it is.
        """
        own = self.tactic.model.weight
        weight = own if own is not None else self._shares.get(self.tactic.id, 0.0) * 100
        less = max(round(weight * kept / 100), 1)
        if not self.others or less >= weight:
            return
        yield Edit(self.tactic, "weight", f"{less:g}")
        if not self._silent and own is not None:
            yield from self._more(own - less)

    def _more(self, free: float) -> Iterator[Edit]:
        """What the others weigh with what became free: whole numbers, by the largest remainders."""
        weights = [node.model.weight or 0.0 for node in self.others]
        total = sum(weights)
        wanted = [free * weight / total if total else free / len(weights) for weight in weights]
        parts = [float(math.floor(part)) for part in wanted]
        rest = free - sum(parts)
        for at in sorted(range(len(parts)), key=lambda at: (parts[at] - wanted[at], at)):
            more = min(rest, 1.0)
            parts[at] += more
            rest -= more
        for node, weight, part in zip(self.others, weights, parts, strict=True):
            if part:
                yield Edit(node, "weight", f"{weight + part:.15g}")
