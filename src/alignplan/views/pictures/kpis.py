"""The KPIs of a plan over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.forecast.kpis import KpiOutlook, outlooks
from alignplan.analysis.forecast.outlook import series_of
from alignplan.analysis.forecast.target import bounded
from alignplan.analysis.kpis.goal import Goal, expected
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.wording import amount_text, percent_text
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.kpis import Band, Course, Mark, kpi_panel, kpi_panels
from alignplan.output.pictures.picture import Picture
from alignplan.output.readable import UNKNOWN, state
from alignplan.views.pictures.naming import plan_name, title_of

__all__ = ["course_of", "drawn", "panel", "panels", "picture"]

_MOST = 48
_BAND_STEPS = 8


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The chosen KPIs and those of chosen objectives, side by side; none where there is none."""
    found = drawn(plan, choice or Choice(plan.graph))
    if not found:
        return None
    left = len(found) - _MOST
    missing = (f"Not shown for want of room: {counted(left, 'KPI')}. Choose fewer, such as one objective.",)
    name = plan_name(plan)
    return kpi_panels(name, found[:_MOST], missing=missing if left > 0 else ())


def panels(plan: Assessment, choice: Choice | None = None) -> list[tuple[str, Picture]]:
    """Each of them by itself, with its address."""
    return [(course.id, kpi_panel(course)) for course in drawn(plan, choice or Choice(plan.graph))]


def panel(outlook: KpiOutlook, today: date) -> Picture:
    """One KPI by itself."""
    return kpi_panel(course_of(outlook, today))


def drawn(plan: Assessment, choice: Choice) -> list[Course]:
    """What the pictures show; not those that only serve as a part of others."""
    return [
        course_of(outlook, plan.today)
        for outlook in outlooks(plan, choice)
        if outlook.kpi.objectives or outlook.kpi.target is not None or outlook.kpi.goal.is_range
    ]


def course_of(outlook: KpiOutlook, today: date) -> Course:
    """A KPI over time."""
    kpi = outlook.kpi
    shown = state(kpi.state.value)
    goal, likely = kpi.goal, outlook.forecast
    aim = goal.aim if goal.is_range else goal.target
    return Course(
        kpi.id,
        title_of(kpi.node),
        shown.text,
        shown.tone,
        UNKNOWN if kpi.actual is None else amount_text(kpi.actual.value, kpi.unit),
        _goal_words(kpi),
        kpi.reason,
        today,
        tuple((point.day, point.value) for point in kpi.actuals),
        tuple(_path(goal)),
        goal.step,
        (aim.day, aim.value) if aim is not None and aim.day is not None else None,
        goal.low,
        goal.high,
        tuple(_bands(outlook)),
        "" if likely is None or likely.chance is None else f"chance {percent_text(likely.chance)}",
        _likely(outlook),
        kpi.unit == "yes/no",
    )


def _goal_words(kpi: KpiStanding) -> str:
    if kpi.target is not None:
        when = f" by {kpi.target.day}" if kpi.target.day is not None else ""
        return amount_text(kpi.target.value, kpi.unit) + when
    if kpi.low is not None and kpi.high is not None:
        return f"{amount_text(kpi.low, None)} to {amount_text(kpi.high, kpi.unit)}"
    if kpi.low is not None:
        return f"≥ {amount_text(kpi.low, kpi.unit)}"
    return f"≤ {amount_text(kpi.high, kpi.unit)}" if kpi.high is not None else UNKNOWN


def _likely(outlook: KpiOutlook) -> str:
    likely, unit = outlook.forecast, outlook.kpi.unit
    if likely is None:
        return f"no forecast: {outlook.gap}" if outlook.gap else ""
    bounds = f"{amount_text(likely.low, None)} and {amount_text(likely.high, unit)}"
    return f"likely {amount_text(likely.value, unit)} on {likely.date}, 80 % between {bounds}"


def _path(goal: Goal) -> Iterator[Mark]:
    """The planned path at each day on which it may bend."""
    aim = goal.aim
    if aim is None or (goal.is_range and goal.by is None):
        return
    days = {point.day for point in goal.checkpoints}
    days |= {mark.day for mark in (goal.baseline, aim) if mark is not None and mark.day is not None}
    for day in sorted(days):
        value = expected(goal, day)
        if value is not None:
            yield day, value


def _bands(outlook: KpiOutlook) -> Iterator[Band]:
    """What is likely from the last value to the day of the target."""
    likely, kpi = outlook.forecast, outlook.kpi
    series = series_of(kpi.actuals) if likely is not None else None
    if likely is None or series is None or kpi.actual is None:
        return
    last = kpi.actual
    yield Band(last.day, last.value, last.value, last.value)
    span = (likely.date - last.day).days
    for step in range(1, min(_BAND_STEPS, span)):
        day = last.day + timedelta(days=span * step // min(_BAND_STEPS, span))
        on = series.on(day)
        value, low, high = (bounded(kpi, bare) for bare in (on.value, *on.interval))
        yield Band(day, value, low, high)
    yield Band(likely.date, likely.value, likely.low, likely.high)
