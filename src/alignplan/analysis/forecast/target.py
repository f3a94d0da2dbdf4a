"""Whether a KPI is likely to hit its target, by what its values tell."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.forecast.outlook import LEAST, Outlook, series_of
from alignplan.analysis.kpis.goal import Goal
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.records import record

__all__ = ["Forecast", "Foretold", "bounded", "chance_of", "foretold"]


@record
class Forecast:
    """What is likely to come on the day of a target, in the KPI's unit; percentages have 100 = all."""

    value: float
    low: float
    high: float
    """The bounds that are meant to hold the truth in 80 of 100 cases."""
    date: date
    chance: float | None
    """How likely the target is hit on that day; unknown where nothing says which way is better."""
    seasonal: bool
    """Whether the series shows seasons."""
    values: int
    """How many values it rests on."""


@record
class Foretold:
    """The forecast of a KPI, or why there is none, in a few words."""

    forecast: Forecast | None
    gap: str = ""


def foretold(kpi: KpiStanding, today: date) -> Foretold:
    """What is likely to come of a KPI on the day of its target.

    It takes a target or a range, a day that is still to come (of a range that holds already the last day of its
    objectives), three values, and a series that is not one of yes and no or of steps.
    """
    day = _day(kpi, today)
    gap = _gap(kpi, day, today)
    if gap or day is None:
        return Foretold(None, gap)
    series = series_of(kpi.actuals)
    if series is None:
        return Foretold(None, "too few values")
    outlook = series.on(day)
    low, high = outlook.interval
    value, low, high = (bounded(kpi, bare) for bare in (outlook.value, low, high))
    chance = chance_of(kpi.goal, outlook)
    return Foretold(Forecast(value, low, high, day, chance, series.seasonal, series.grid.measured))


def _day(kpi: KpiStanding, today: date) -> date | None:
    if kpi.goal.is_range:
        return kpi.by if kpi.by is not None and kpi.by >= today else kpi.due
    return kpi.target.day if kpi.target is not None else None


def _gap(kpi: KpiStanding, day: date | None, today: date) -> str:
    """Why nothing can be foretold for a day, whatever the values are."""
    if not kpi.goal.is_range and kpi.target is None:
        return "no target"
    if kpi.unit == "yes/no":
        return "yes or no"
    if kpi.goal.step:
        return "in steps"
    if day is None:
        return "no date"
    if day < today or (kpi.actual is not None and kpi.actual.day >= day):
        return "its day is over"
    return "" if len(kpi.actuals) >= LEAST else "too few values"


def bounded(kpi: KpiStanding, value: float) -> float:
    """Within 0 and 100 where all that is known of a KPI in % is."""
    if kpi.unit != "%":
        return value
    known = [point.value for point in kpi.actuals]
    if kpi.baseline is not None:
        known.append(kpi.baseline.value)
    return min(max(value, 0.0), 100.0) if min(known) >= 0 and max(known) <= 100 else value


def chance_of(goal: Goal, outlook: Outlook) -> float | None:
    """The probability of the target or better, or of a value in the range, in percent."""
    if goal.is_range:
        above = outlook.at_least(goal.low) if goal.low is not None else 1.0
        below = outlook.at_most(goal.high) if goal.high is not None else 1.0
        return max(0.0, above + below - 1) * 100
    if goal.target is None or goal.sense == 0:
        return None
    hit = outlook.at_least if goal.sense > 0 else outlook.at_most
    return hit(goal.target.value) * 100
