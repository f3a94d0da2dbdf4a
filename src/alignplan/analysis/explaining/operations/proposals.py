"""What is at stake in a proposal: how much hangs on it, how much is missing, how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

from alignplan.analysis.explaining.operations.forecasts import actuals_of
from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.analysis.explaining.operations.measures import goal_of
from alignplan.analysis.forecast.outlook import series_of
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.pace import pace
from alignplan.analysis.recalibrating.coming import reached
from alignplan.analysis.recalibrating.interface import part
from alignplan.analysis.recalibrating.rephasing import LEAST_ACTUALS

__all__ = [
    "AT_STAKE", "BETTER", "FARTHEST", "LARGEST_OR_0", "LEFT_OVER", "MISSING_INVESTMENT", "MISSING_WAY", "NOT_SEEN",
    "NO_CHANCE", "OPERATIONS", "OWN_PART", "PACE", "PART_OF", "PART_SEEN", "REACHED", "STATED_PART", "WHEN_ARMED",
]  # fmt: skip


def _at_stake(given: Given) -> float | None:
    weight, gap, confidence = (given.number(f"stake_{role}") for role in ("weight", "gap", "confidence"))
    if weight is None or gap is None or confidence is None:
        return None
    return weight * gap * confidence / 10_000


def _largest_or_0(given: Given) -> float:
    return max(given.numbers("value"), default=0.0)


def _when_armed(given: Given) -> float:
    return 100.0 if given.one("armed") is True else 0.0


def _rest(given: Given) -> float | None:
    value = given.number("value")
    return None if value is None else 100.0 - value


def _part_of(given: Given) -> float | None:
    value, share = given.number("value"), given.number("part")
    return None if value is None or share is None else value * share / 100


# ------------------------------------------------------------ a target that is not likely


def _missing_way(given: Given) -> float | None:
    start, target, likely = (given.number(role) for role in ("baseline", "target", "likely"))
    if target is None or likely is None:
        return None
    return 100.0 if start is None or start == target else part((target - likely) / (target - start) * 100)


def _better(given: Given) -> float | None:
    forecast, actual, coming = (given.number(role) for role in ("forecast", "actual", "coming"))
    if forecast is None or actual is None or coming is None:
        return forecast
    return actual + coming if goal_of(given).at_least(actual + coming, forecast) else forecast


def _left_over(given: Given) -> float | None:
    by, brought = given.number("by"), given.number("delivered")
    if by is None or brought is None:
        return None
    return by - brought if given.one("in_time") is True else 0.0


def _part_seen(given: Given) -> float:
    seen, delivered = given.number("seen"), given.number("delivered")
    return 100.0 if not delivered or seen is None else min(max(seen / delivered, 0.0), 1.0) * 100


def _pace(field: str) -> Callable[[Given], float | None]:
    def told(given: Given) -> float | None:
        goal, actuals = goal_of(given), actuals_of(given)
        kpi: Any = SimpleNamespace(
            goal=goal, actuals=actuals, actual=actuals[-1] if actuals else None, state=KpiState.BEHIND,
            passed=False, unit=None,
        )  # fmt: skip
        found = pace(kpi, LEAST_ACTUALS)
        value: float | None = getattr(found, field, None)
        return value

    return told


def _reached(given: Given) -> date | None:
    goal, actuals, until = goal_of(given), actuals_of(given), given.day("until")
    series = series_of(actuals)
    if until is None or series is None:
        return None
    passed = given.one("passed") is True
    kpi = SimpleNamespace(goal=goal, target=goal.target, actual=actuals[-1], passed=passed)
    likely: Any = SimpleNamespace(kpi=kpi, value=given.number("likely"), on=lambda day: series.on(day).value)
    return reached(likely, until)


# ------------------------------------------------------------ tactics, objectives, investments


def _not_seen(given: Given) -> float:
    return 100.0 - part(max(given.numbers("value"), default=0.0))


def _own_part(given: Given) -> float:
    whole = sum(abs(value) for value in given.numbers("value"))
    return abs(given.number("own") or 0.0) * 100 / whole if whole else 0.0


def _farthest(given: Given) -> float:
    return 100.0 - part(min(given.numbers("value"), default=0.0))


def _missing_investment(given: Given) -> float:
    weight = given.number("group_weight")
    shares = given.numbers("share")
    return max((part((weight - share) * 100 / weight) for share in shares), default=0.0) if weight else 0.0


def _stated_part(given: Given) -> float:
    """Of each means how many state some of it; the least counts."""
    found = [given.numbers(means) for means in ("money", "effort") if given.all(means)]
    if not found:
        return 0.0
    return min(sum(amount > 0 for amount in amounts) * 50 / len(amounts) for amounts in found)


AT_STAKE = Operation("at_stake", "weight × gap × confidence, in percent of the plan", _at_stake)
LARGEST_OR_0 = Operation("largest_or_0", "the largest of these, 0 where there are none", _largest_or_0)
WHEN_ARMED = Operation("when_armed", "all of it, and sure: its trigger holds", _when_armed)
NO_CHANCE = Operation("no_chance", "100 − the chance of the target", _rest)
PART_OF = Operation("part_of", "value × part", _part_of)
MISSING_WAY = Operation("missing_way", "(target − likely) ÷ (target − baseline), 0 to 100", _missing_way)
BETTER = Operation(
    "better", "the better of the forecast, and what is to come on top of the last value", _better
)
LEFT_OVER = Operation(
    "left_over", "what it brings less what its work so far was to, where it comes in time", _left_over
)
PART_SEEN = Operation(
    "part_seen", "seen ÷ by now, from 0 to 100; 100 where nothing was to come yet", _part_seen
)
PACE = {
    "needed": Operation("pace_needed", "target − last actual", _pace("needed")),
    "best": Operation(
        "pace_best", "the best rate between two values × the days that are left", _pace("best")
    ),
    "days": Operation("pace_days", "the days from the last actual to the target", _pace("days")),
}
"""How fast it has to go from now on."""
REACHED = Operation(
    "reached", "the first end of a month on which its series, or its pace, is at the target", _reached
)
NOT_SEEN = Operation("not_seen", "100 − the best effect on one of its KPIs", _not_seen)
OWN_PART = Operation("own_part", "its part of what was to come by now", _own_part)
FARTHEST = Operation("farthest", "100 − the lowest attainment of its KPIs", _farthest)
MISSING_INVESTMENT = Operation(
    "missing_investment", "(weight − share) ÷ weight; of several means the most", _missing_investment
)
STATED_PART = Operation(
    "stated_part", "half of the part of the tactics that state some of it; of several means the least", _stated_part
)  # fmt: skip

OPERATIONS = (
    AT_STAKE, LARGEST_OR_0, WHEN_ARMED, NO_CHANCE, PART_OF, MISSING_WAY, BETTER, LEFT_OVER, PART_SEEN, *PACE.values(),
    REACHED, NOT_SEEN, OWN_PART, FARTHEST, MISSING_INVESTMENT, STATED_PART,
)  # fmt: skip
