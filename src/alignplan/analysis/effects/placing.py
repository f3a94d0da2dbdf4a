"""Where a tactic stands with a KPI it moves: how well it is carried out, and whether the KPI moves as promised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.effects.moved import KpiMoves, Share
from alignplan.analysis.health import HealthState, state_of_progress
from alignplan.analysis.kpis.decimals import EXACT, exact, finite, quotient
from alignplan.analysis.wording import change_text, percent_text
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["EFFECT", "PLACES", "PROGRESS", "Effect", "Place", "effect_of", "is_effective"]

EFFECT = 50.0
"""Percent of what was to come by now that has to be seen."""
PROGRESS = 50.0
"""Percent of the work that has to be done before anything is said of it."""


class Place(StrEnum):
    """How the work and its effect go together, in the words of the JSON answers."""

    WORKING = "working"
    NOT_WORKING = "executed_not_working"
    LUCKY = "lucky"
    STUCK = "stuck"
    TOO_EARLY = "too_early"


PLACES = {
    (True, True): Place.WORKING,
    (True, False): Place.NOT_WORKING,
    (False, True): Place.LUCKY,
    (False, False): Place.STUCK,
}
"""By whether the work is executed, and whether it is effective."""


@record
class Effect:
    """A tactic and a KPI that it moves. `share` is what it brings, `moves` all that moves the KPI."""

    share: Share
    moves: KpiMoves
    planned: float | None
    executed: bool | None
    """Done, or its progress is on track; unknown where its progress or its dates are."""
    ratio: float | None
    """What is seen in percent of what was to come by now; unknown where either is, or nothing was to come."""
    place: Place
    reason: str


def effect_of(share: Share, moves: KpiMoves, plan: Assessment) -> Effect:
    """Where a tactic stands with a KPI.

    Too early to tell: progress under 50 %, nothing delivered yet, or no actual since it began. Executed: done, or
    progress on track. Effective: seen ÷ delivered ≥ 50 %. Both: working; executed only: executed, not working;
    effective only: lucky; neither: stuck. Both borders are thresholds, `M208.progress` and `M208.effect`.
    """
    planned = plan.planned_of(share.tactic)
    executed = _executed(share, planned, plan)
    early = next(_early(share, moves, executed, plan), "")
    effective = is_effective(moves.seen, moves.delivered, plan.thresholds.get("M208.effect", EFFECT))
    place = Place.TOO_EARLY if early or executed is None else PLACES[executed, effective]
    return Effect(
        share, moves, planned, executed, _ratio(moves), place, early or _reason(share, moves, planned)
    )


def _executed(share: Share, planned: float | None, plan: Assessment) -> bool | None:
    if share.status is Status.DONE:
        return True
    state = state_of_progress(share.progress, planned, plan.bands)
    return None if state is None else state is HealthState.ON_TRACK


def _early(share: Share, moves: KpiMoves, executed: bool | None, plan: Assessment) -> Iterator[str]:
    """Why nothing can be told yet, the first reason first; nothing where it can."""
    kpi, least = moves.kpi, plan.thresholds.get("M208.progress", PROGRESS)
    if share.began is None:
        yield "not begun"
    if share.progress is None:
        yield "its progress is unknown"
    elif share.progress < least:
        yield f"less than {percent_text(least)} of it is done"
    if kpi.gap or kpi.id in plan.untrusted_kpis:
        yield f"the values of the KPI are not known: {kpi.gap or 'not all of them could be read'}"
    if kpi.actual is None or (share.began is not None and kpi.actual.day <= share.began):
        yield f"the KPI was not measured since it began on {share.began}"
    if not moves.delivered:
        lagging = share.lag is not None and share.lag.amount and not share.delivered
        yield (
            f"nothing was finished {share.lag} before the last actual"
            if lagging
            else "nothing was to come yet"
        )
    if moves.seen is None:
        yield "nothing says where the KPI stood when the work began"
    if executed is None:
        yield "nothing says how much of it was planned by today"


def is_effective(seen: float | None, delivered: float | None, least: float) -> bool:
    """Whether seen ÷ delivered is at least so many percent, without rounding."""
    if not delivered or seen is None:
        return False
    wanted = EXACT.multiply(exact(delivered), exact(least))
    there = EXACT.multiply(exact(seen), Decimal(100))
    return there >= wanted if delivered > 0 else there <= wanted


def _ratio(moves: KpiMoves) -> float | None:
    if not moves.delivered or moves.seen is None:
        return None
    return finite(quotient(EXACT.multiply(exact(moves.seen), Decimal(100)), exact(moves.delivered)))


def _reason(share: Share, moves: KpiMoves, planned: float | None) -> str:
    """How far the work is, and what is seen of what was to come."""
    done = share.status is Status.DONE
    work = (
        "done"
        if done
        else f"progress {percent_text(share.progress or 0.0)}, planned {percent_text(planned or 0.0)}"
    )
    return f"{work}; {told(moves)}"


def told(moves: KpiMoves) -> str:
    """What is seen, and what was to come: `+0.65 % seen of +0.9 %`."""
    return f"{change_text(moves.seen or 0.0, None)} seen of {change_text(moves.delivered or 0.0, moves.kpi.unit)}"
