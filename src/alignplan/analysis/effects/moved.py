"""What moves a KPI: how far it has to go, what is promised, what the work done so far was to bring, what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from alignplan.analysis.effects.timing import began, finished_by
from alignplan.analysis.kpis.decimals import EXACT, exact, finite
from alignplan.analysis.kpis.goal import Goal
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.movers import Mover
from alignplan.analysis.sufficiency import promises
from alignplan.graph.nodes import Node
from alignplan.model.values import Duration
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["KpiMoves", "Share", "moves_of"]


@record
class Share:
    """What one tactic brings to a KPI. Amounts are in its unit; unknown is `None`, never 0."""

    tactic: Node
    kpi: str
    """The KPI that its `moves` names: this one, or one of the same series."""
    by: float
    lag: Duration | None
    status: Status | None
    live: bool
    promised: bool
    """Whether it is part of what is promised: it is not paused."""
    progress: float | None
    began: date | None
    delivered: float | None
    """What the work done so far was to bring: `by` × progress; with a `lag` × what was finished a lag ago."""


@record
class KpiMoves:
    """A KPI and what moves it. Amounts are in its unit; unknown is `None`, never 0."""

    kpi: KpiStanding
    shares: tuple[Share, ...]
    """Those of the tactics that count, in the order of the plan."""
    tactics: int
    """How many tactics these are: one may move several KPIs of a series."""
    needed: float | None
    """Target − baseline; not defined for a range."""
    promised: float | None
    """Σ `moves` of all that count and are not paused, done ones too; unknown where the plan has no `moves`."""
    live: float | None
    """The part of it that live tactics promise."""
    delivered: float | None
    """What the work done so far was to bring by the last actual."""
    first: Share | None
    """The one that began first."""
    before: float | None
    """The value when that began: the actual last before, else the baseline."""
    seen: float | None
    """Last actual − `before`."""
    gap: float | None
    """What is still to go from the last actual: to the target, or into the range."""
    sufficiency: float | None


def moves_of(kpi: KpiStanding, movers: Iterable[Mover], plan: Assessment) -> KpiMoves:
    """What moves a KPI; `movers` are all moves that count for it, whoever makes them."""
    shares = tuple(_share(mover, kpi, plan) for mover in movers if plan.counts(mover.tactic))
    first = min(
        (share for share in shares if share.began is not None),
        key=lambda share: share.began or date.max,
        default=None,
    )
    before = _before(kpi, first)
    stated = plan.moved.stated
    return KpiMoves(
        kpi=kpi,
        shares=shares,
        tactics=len({share.tactic.id for share in shares}),
        needed=_needed(kpi.goal),
        promised=finite(plan.moved.by_kpi[kpi.id]) if stated else None,
        live=_total([share.by for share in shares if share.live and share.promised]) if stated else None,
        delivered=_delivered(shares) if stated else None,
        first=first,
        before=before,
        seen=_difference(kpi.actual.value if kpi.actual is not None else None, before),
        gap=_gap(kpi),
        sufficiency=plan.sufficiency_of_kpi(kpi.id),
    )


def _share(mover: Mover, kpi: KpiStanding, plan: Assessment) -> Share:
    tactic, move = mover.tactic, mover.move
    status = plan.status(tactic)
    return Share(
        tactic=tactic,
        kpi=mover.kpi,
        by=move.by,
        lag=move.lag,
        status=status,
        live=plan.live(tactic),
        promised=promises(tactic, plan.statuses),
        progress=plan.progress_of(tactic),
        began=began(tactic, plan),
        delivered=_brought(mover, kpi, plan),
    )


def _brought(mover: Mover, kpi: KpiStanding, plan: Assessment) -> float | None:
    """The change × progress, or × what was finished a lag before the last actual (today, where there is none)."""
    tactic, move = mover.tactic, mover.move
    part = plan.progress_of(tactic)
    if part is not None and move.lag is not None and move.lag.amount:
        part = finished_by(tactic, move.lag, kpi.actual.day if kpi.actual is not None else plan.today, plan)
    if part is None:
        return None
    return finite(EXACT.multiply(exact(move.by), exact(part)).scaleb(-2, EXACT)) + 0.0  # 0, not −0


def _delivered(shares: Sequence[Share]) -> float | None:
    """Σ of what is known; unknown where nothing is."""
    known = [share.delivered for share in shares if share.delivered is not None]
    return _total(known) if known or not shares else None


def _before(kpi: KpiStanding, first: Share | None) -> float | None:
    """What was measured on the day on which work began shows nothing of it yet."""
    if first is None or first.began is None:
        return None
    earlier = [point.value for point in kpi.actuals if point.day <= first.began]
    return earlier[-1] if earlier else kpi.baseline.value if kpi.baseline is not None else None


def _needed(goal: Goal) -> float | None:
    if goal.is_range or goal.target is None or goal.baseline is None:
        return None
    return _difference(goal.target.value, goal.baseline.value)


def _gap(kpi: KpiStanding) -> float | None:
    actual, goal = kpi.actual, kpi.goal
    if actual is None:
        return None
    if not goal.is_range:
        return _difference(goal.target.value if goal.target is not None else None, actual.value)
    short_of = goal.low if goal.low is not None and actual.value < goal.low else goal.high
    return 0.0 if goal.inside(actual.value) else _difference(short_of, actual.value)


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else finite(EXACT.subtract(exact(one), exact(other)))


def _total(amounts: Sequence[float]) -> float:
    total = Decimal(0)
    for amount in amounts:
        total = EXACT.add(total, exact(amount))
    return finite(total)
