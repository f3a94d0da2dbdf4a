"""Why a KPI is in its state, in words."""

from __future__ import annotations

from alignplan.analysis.kpis.goal import Goal
from alignplan.analysis.kpis.state import Judgement, KpiState
from alignplan.analysis.wording import amount_text
from alignplan.model.values import Point

__all__ = ["missing", "reason"]


def reason(goal: Goal, actual: Point, judgement: Judgement, passed: bool, unit: str | None) -> str:
    """A few words: what is, beside what was to be."""
    now = amount_text(actual.value, unit)
    aim = goal.aim
    if judgement.state is KpiState.MET and goal.is_range:
        return f"{now}, within {_range(goal, unit)}"
    if aim is None or goal.beyond(actual.value) or (goal.is_range and goal.by is None):
        return f"{now}, outside {_range(goal, unit)}"
    if judgement.state is KpiState.MET:
        return f"{now}, target {amount_text(aim.value, unit)}"
    if passed:
        return f"{now}, {amount_text(aim.value, unit)} was due {aim.day}"
    planned = amount_text(judgement.expected, unit) if judgement.expected is not None else "nothing"
    return f"{now}, {planned} planned for {actual.day}"


def missing(goal: Goal, actual: Point | None, lack: str = "") -> str:
    """Of a KPI without data, what is missing first; `lack` is why it has no value yet, where that is known."""
    if not goal.is_range and goal.target is None:
        return "no target"
    if not goal.is_range and goal.baseline is None:
        return "no baseline"
    if actual is None:
        return lack or "no actual yet"
    undated = "baseline" if goal.baseline is None or goal.baseline.day is None else "target"
    return f"the {undated} has no date, nor has its objective"


def _range(goal: Goal, unit: str | None) -> str:
    if goal.low is not None and goal.high is not None:
        return f"its range: {amount_text(goal.low, None)} to {amount_text(goal.high, unit)}"
    if goal.low is not None:
        return f"its range: at least {amount_text(goal.low, unit)}"
    return f"its range: at most {amount_text(goal.high or 0.0, unit)}"
