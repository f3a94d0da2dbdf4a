"""Whether it is said what happens when a critical tactic goes wrong: the column *hedged* of `gaps`, and rule C602."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.needs import Need
from alignplan.graph.nodes import Node

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["hedged"]


def hedged(plan: Assessment, tactic: Node) -> Need:
    """A critical tactic that is live and near, and does not stand by, has a contingency or only settled risks."""
    if (
        not plan.live(tactic)
        or plan.stands_by(tactic)
        or not plan.risks.critical(tactic)
        or plan.far_off(tactic)
    ):
        return Need.NOT_ASKED
    return Need.MET if plan.risks.hedged(tactic) else Need.MISSING
