"""What there was to judge: where a plan has nothing of a kind, no proposal about it says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.armed import Call
from alignplan.analysis.investment import Means, investments
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.needs import Need, served
from alignplan.analysis.recalibrating.tactics import judged_effects
from alignplan.model.kinds import Kind
from alignplan.model.words import ProposalKind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["judged_kinds"]

_NOT_JUDGED = (Call.OVER, Call.STANDING_BY, Call.NO_TRIGGER)


def judged_kinds(plan: Assessment) -> frozenset[ProposalKind]:
    """The kinds of proposals for which there was something to look at."""
    return frozenset(_kinds(plan))


def _kinds(plan: Assessment) -> Iterator[ProposalKind]:
    if any(one.call not in _NOT_JUDGED for one in plan.contingencies.values()):
        yield ProposalKind.ACTIVATE
    if any(kpi.target is not None and kpi.state is not KpiState.NO_DATA for kpi in plan.judged_kpis()):
        yield ProposalKind.RE_PHASE
    if any(True for _ in judged_effects(plan)):
        yield ProposalKind.STOP
        yield ProposalKind.RE_WEIGHT
    if any(served(plan, one) is not Need.NOT_ASKED for one in plan.judged(Kind.OBJECTIVE)):
        yield ProposalKind.STAFF
    if any(one.weighed and one.share(means) is not None for one in investments(plan) for means in Means):
        yield ProposalKind.MOVE
