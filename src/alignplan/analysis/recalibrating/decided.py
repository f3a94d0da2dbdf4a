"""What was decided on proposals: which decision speaks of which, and whether its evidence is still the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.recalibrating.interface import Proposal
    from alignplan.graph.nodes import Node

__all__ = ["Decisions"]


class Decisions:
    """The decisions on proposals of a plan, up to its day."""

    def __init__(self, plan: Assessment) -> None:
        self._of: dict[tuple[str, str], list[Node]] = {}
        for node in plan.graph.kinds[Kind.DECISION]:
            model = node.model
            if model.proposal is not None and (model.date is None or model.date <= plan.today):
                for link in plan.graph.linked(node, "about"):
                    self._of.setdefault((model.proposal.value, link.target.id), []).append(node)

    def on(self, proposal: Proposal) -> Node | None:
        """The last decision on a proposal of this kind about its subject; of one day the one that stands last."""
        decided = self._of.get((proposal.kind.value, proposal.about[0].id), ())
        return max(
            enumerate(decided), key=lambda one: (one[1].model.date or date.min, one[0]), default=(0, None)
        )[1]

    def keeps(self, proposal: Proposal) -> Node | None:
        """The decision that keeps a proposal away: the last one, while the evidence is what it was then.

        One without a mark was written by hand, and keeps it away for good.
        """
        last = self.on(proposal)
        return last if last is not None and last.model.seen in (None, proposal.mark) else None
