"""What is likely to come of a KPI by the day of its target: what its series shows, or what the work still brings.

A forecast knows the past alone. What live tactics still owe (`by` less what the work done so far was to bring), as far
as they are done and their lag is over by then, is taken × seen ÷ delivered, at most all of it. The better of the two
counts.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alignplan.analysis.effects.timing import shows_on
from alignplan.analysis.forecast.outlook import Series, series_of
from alignplan.analysis.forecast.target import foretold
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.effects import KpiMoves, Share
    from alignplan.analysis.kpis.standing import KpiStanding

__all__ = ["Coming", "Owed", "coming", "reached", "still"]

_MOST_MONTHS = 600


@record
class Owed:
    """What live tactics are still to bring by the day of a target, in the KPI's unit."""

    amount: float
    part: float
    """How much of that is believed, in percent: what was seen of what was to come so far."""

    @property
    def believed(self) -> float:
        """The amount that is likely to come."""
        return self.amount * self.part / 100


@record
class Coming:
    """What is likely of a KPI on the day of its target; where that is over, what has become of it.

    Values are in its unit. `value` is the better one of `forecast` and what is owed on top of the last actual; `chance`
    is that of the target by the forecast, in percent.
    """

    kpi: KpiStanding
    series: Series
    value: float
    forecast: float
    low: float
    high: float
    chance: float
    owed: Owed | None

    def on(self, day: date) -> float:
        """What its series makes likely on a day."""
        return self.series.on(day).value


def coming(kpi: KpiStanding, plan: Assessment) -> Coming | None:
    """What is likely to come of a KPI with a target; none where nothing can be foretold."""
    actual, series = kpi.actual, series_of(kpi.actuals)
    if series is None or actual is None or kpi.goal.step or kpi.unit == "yes/no":
        return None
    if kpi.passed:
        return Coming(kpi, series, actual.value, actual.value, actual.value, actual.value, 0.0, None)
    found = foretold(kpi, plan.today).forecast
    if found is None or found.chance is None:
        return None
    owed = _owed(plan.effects.moves_of(kpi.id), found.date, plan)
    value = found.value
    if owed is not None and kpi.goal.at_least(actual.value + owed.believed, value):
        value = actual.value + owed.believed
    return Coming(kpi, series, value, found.value, found.low, found.high, found.chance, owed)


def _owed(moves: KpiMoves, day: date, plan: Assessment) -> Owed | None:
    """None where nothing is to come in time."""
    amount = sum(still(share, day, plan) for share in moves.shares)
    if not amount:
        return None
    if not moves.delivered or moves.seen is None:
        return Owed(amount, 100.0)
    return Owed(amount, min(max(moves.seen / moves.delivered, 0.0), 1.0) * 100)


def still(share: Share, day: date, plan: Assessment) -> float:
    """What a tactic is still to bring by a day; 0 where it is not done, or does not show, by then."""
    due = plan.span(share.tactic).due
    if not (share.live and share.promised) or due is None or share.delivered is None:
        return 0.0
    shows = shows_on(due, share.lag, plan) if share.lag is not None else due
    return share.by - share.delivered if shows <= day else 0.0


def reached(likely: Coming, until: date) -> date | None:
    """The first end of a month after the day of its target, and after today's, on which a KPI is likely to be at it.

    By its series, or at the pace by which it comes as far as is likely by that day, if that is sooner; none after
    `until`. What is likely on a day is so in every second case: it is a day to plan for, not one to promise.
    """
    target = likely.kpi.target
    assert target is not None
    assert target.day is not None
    first = target.day.year * 12 + target.day.month - 1
    paced = _paced(likely)
    for month in range(first, first + _MOST_MONTHS):
        day = _last_day(month)
        if day > until:
            return None
        if day > target.day and (
            (paced is not None and paced <= day) or _is_there(likely, day, target.value)
        ):
            return day
    return None


def _is_there(likely: Coming, day: date, value: float) -> bool:
    actual = likely.kpi.actual
    return actual is not None and day > actual.day and likely.kpi.goal.at_least(likely.on(day), value)


def _paced(likely: Coming) -> date | None:
    """The day on which it is at its target, at the pace to what is likely; none where it does not come nearer."""
    target, actual = likely.kpi.target, likely.kpi.actual
    if target is None or target.day is None or actual is None or likely.kpi.passed:
        return None
    gone, whole = likely.value - actual.value, target.value - actual.value
    if gone * whole <= 0:
        return None
    days = (target.day - actual.day).days * whole / gone
    return actual.day + timedelta(days=int(days) + 1) if days < 36_500 else None


def _last_day(month: int) -> date:
    year, month = min(month // 12, 9999), month % 12 + 1
    return date(year, month, monthrange(year, month)[1])
