"""What is foretold: methods and their weights, seasons, the spread of errors, the chance."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from statistics import fmean
from types import SimpleNamespace
from typing import Any

from alignplan.analysis.explaining.operations.interface import Given, Operation, Value
from alignplan.analysis.explaining.operations.measures import goal_of
from alignplan.analysis.forecast.combination import Combination, combined, weights_of
from alignplan.analysis.forecast.grid import grid_of
from alignplan.analysis.forecast.methods import METHODS, season_before
from alignplan.analysis.forecast.outlook import Outlook, resolution_of
from alignplan.analysis.forecast.seasons import Seasons, seasons_of
from alignplan.analysis.forecast.spread import Spread, scale_at
from alignplan.analysis.forecast.target import bounded, chance_of, foretold
from alignplan.model.values import Point

__all__ = [
    "BETWEEN", "BOUNDED", "CHANCE", "ERRORS", "ERROR_COUNT", "FORECAST", "INTERVAL", "METHOD_ERROR",
    "METHOD_FORECAST", "METHOD_NAMES", "METHOD_WEIGHT", "OPERATIONS", "REACH", "RESOLUTION", "SCALE", "SEASON",
    "SEASONED", "SPREAD", "STEPS_AHEAD", "UNSEASONED", "USUAL_STEP", "actuals_of",
]  # fmt: skip

METHOD_NAMES = ("last-value", "smoothing", "theta", "straight-line", "fading-trend", "season-before")
"""The names of the methods, in the order in which they are combined."""


# ------------------------------------------------------------ what is among the inputs


def actuals_of(given: Given) -> tuple[Point, ...]:
    """The measurements among the inputs."""
    return tuple(Point(day, value) for day, value in given.by_day("actual"))


def _values(given: Given) -> list[float]:
    """The values at even steps, in their order."""
    return given.numbers("value")


def _whole(given: Given, role: str) -> int:
    return int(given.number(role) or 0)


def _combined(given: Given) -> Combination:
    return combined(_values(given), _whole(given, "season") or 1)


def _seasons(given: Given) -> Seasons | None:
    return seasons_of(_values(given), _whole(given, "season"))


# ------------------------------------------------------------ the forecast


def _bounded(given: Given) -> float | None:
    value = given.number("value")
    kpi: Any = SimpleNamespace(
        unit=given.word("unit"),
        actuals=actuals_of(given),
        baseline=None if (start := given.number("baseline")) is None else SimpleNamespace(value=start),
    )
    return None if value is None else bounded(kpi, value)


def _between(given: Given) -> float | None:
    before, after, steps = (given.number(role) for role in ("before", "after", "steps"))
    if before is None or after is None or steps is None:
        return None
    return before + (after - before) * (steps % 1)


def _steps_ahead(given: Given) -> float | None:
    day, points = given.day("date"), actuals_of(given)
    return None if day is None or len(points) < 2 else max(grid_of(points).ahead(day), 0.0)


def _expects(name: str) -> Callable[[Given], float]:
    """What one method expects so many steps ahead."""

    def expected(given: Given) -> float:
        values, at = _values(given), METHOD_NAMES.index(name)
        method = METHODS[at](values) if at < len(METHODS) else season_before(values, _whole(given, "season"))
        return method(len(values) - 1, _whole(given, "ahead"))

    return expected


def _method_error(given: Given) -> float:
    return _combined(given).squared[METHOD_NAMES.index(given.word("method") or "")]


def _method_weight(given: Given) -> float:
    own = METHOD_NAMES.index(given.word("method") or "")
    return weights_of(given.numbers("error"), _whole(given, "steps"))[own]


# ------------------------------------------------------------ seasons


def _season(given: Given) -> float | None:
    seasons = _seasons(given)
    return None if seasons is None else seasons.effects[_whole(given, "step") % len(seasons.effects)]


def _own_season(given: Given) -> Seasons:
    return Seasons((given.number("season") or 0.0,), given.one("factors") is True)


def _seasoned(given: Given) -> float | None:
    value = given.number("value")
    return None if value is None else _own_season(given).on(value, 0)


def _unseasoned(given: Given) -> float | None:
    value = given.number("value")
    return None if value is None else _own_season(given).without([value])[0]


# ------------------------------------------------------------ the spread


def _errors(given: Given) -> float:
    return math.fsum([error * error for error in _combined(given).errors[_whole(given, "distance")]])


def _error_count(given: Given) -> int:
    return len(_combined(given).errors[_whole(given, "distance")])


def _usual_step(given: Given) -> float:
    values = _values(given)
    return fmean([abs(after - before) for before, after in pairwise(values)])


def _scale(given: Given) -> float:
    squares, usual, resolution = (
        given.number(role) or 0.0 for role in ("squares", "usual_step", "resolution")
    )
    count, number, taken, distance = (
        _whole(given, role) for role in ("steps", "number", "taken", "distance")
    )
    return scale_at(distance, squares, number, usual, count, taken, resolution)


def _reach(given: Given) -> float:
    scales = {int(name.partition("/")[2]): float(value) for name, value in given.inputs
              if name.startswith("scale/") and isinstance(value, (int, float))}  # fmt: skip
    seen = Spread(scales, 1).ahead(_whole(given, "ahead"))
    season = given.number("season")
    return seen if season is None else seen * _own_season(given).scale(0)


def _spread(given: Given) -> float:
    narrow, wide = given.number("before") or 0.0, given.number("after") or 0.0
    part = (given.number("steps") or 0.0) % 1
    least = (given.number("resolution") or 0.0) / math.sqrt(12)
    return max(math.sqrt(narrow * narrow * (1 - part) + wide * wide * part), least)


def _outlook(given: Given) -> Outlook:
    value, scale, resolution = (given.number(role) or 0.0 for role in ("value", "spread", "resolution"))
    return Outlook(value, scale, max(1, _whole(given, "number")), resolution)


def _bound(side: int) -> Callable[[Given], float]:
    return lambda given: _outlook(given).interval[side]


def _chance(given: Given) -> float | None:
    return chance_of(goal_of(given), _outlook(given))


def _resolution(given: Given) -> float:
    return resolution_of(actuals_of(given))


# ------------------------------------------------------------ the whole


def _foretold(field: str) -> Callable[[Given], Value]:
    def told(given: Given) -> Value:
        today, goal, actuals = given.day("today"), goal_of(given), actuals_of(given)
        if today is None:
            return None
        kpi: Any = SimpleNamespace(
            goal=goal, by=goal.by, due=given.day("due"), target=goal.target, baseline=goal.baseline,
            unit=given.word("unit"), actuals=actuals, actual=actuals[-1] if actuals else None,
        )  # fmt: skip
        value: bool | int | date | None = getattr(foretold(kpi, today).forecast, field, None)
        return value

    return told


FORECAST = {
    field: Operation(f"forecast_{field}", words, _foretold(field))
    for field, words in (
        ("date", "the day of the target; of a range that holds already the last day of its objectives"),
        ("seasonal", "whether the values show seasons"),
        ("values", "how many values it rests on"),
    )
}
"""By the field of the forecast, those that are taken apart no further."""
BOUNDED = Operation("bounded", "within 0 and 100 where all values so far are", _bounded)
BETWEEN = Operation("between_steps", "between two steps, on the straight line between them", _between)
STEPS_AHEAD = Operation("steps_ahead", "the steps from the last value to the day", _steps_ahead)
METHOD_FORECAST = {
    name: Operation(f"method_{name.replace('-', '_')}", words, _expects(name))
    for name, words in zip(
        METHOD_NAMES,
        (
            "the last value goes on",
            "exponential smoothing, by the weight with the least errors so far",
            "smoothing, and half the slope of the straight line",
            "the straight line with the least squared errors",
            "smoothing with a trend that fades, by the weights with the least errors so far",
            "the value a round of seasons ago, moved by what a round has added so far",
        ),
        strict=True,
    )
}
"""What each method expects so many steps ahead."""
METHOD_ERROR = Operation(
    "method_error", "the mean of error² ÷ steps ahead, over the last two thirds of the series", _method_error
)
METHOD_WEIGHT = Operation(
    "method_weight", "1 ÷ error² of each method, so that all sum to 1; of few steps the last value gets more",
    _method_weight,
)  # fmt: skip
SEASON = Operation(
    "season", "the mean distance of a season from the moving average, drawn in by 1 ÷ F", _season
)
SEASONED = Operation("with_season", "× the season's factor, or + its amount", _seasoned)
UNSEASONED = Operation("without_season", "÷ the season's factor, or − its amount", _unseasoned)
ERRORS = Operation("squared_errors", "Σ error² that the combination would have made so far", _errors)
ERROR_COUNT = Operation("number_of_errors", "how many errors it would have made so far", _error_count)
USUAL_STEP = Operation("usual_step", "the mean distance of two neighbours", _usual_step)
SCALE = Operation(
    "error_scale", "1.05 × √(n ÷ (n − p)) × √((Σ error² + step² × distance) ÷ (number + 1))", _scale
)  # fmt: skip
REACH = Operation(
    "scale_ahead", "the largest scale up to there; beyond what was seen × √ of the distance", _reach
)
SPREAD = Operation("spread", "the scale on the day, never under what rounding makes", _spread)
INTERVAL = {
    "low": Operation(
        "forecast_low", "value − what 80 of 100 cases lie within by Student's t × spread", _bound(0)
    ),
    "high": Operation(
        "forecast_high", "value + what 80 of 100 cases lie within by Student's t × spread", _bound(1)
    ),
}
"""The bounds of the interval."""
CHANCE = Operation(
    "forecast_chance", "the probability of the target or better, by Student's t around the value", _chance
)
RESOLUTION = Operation("resolution", "the last decimal place that any value has", _resolution)

OPERATIONS = (
    *FORECAST.values(), BOUNDED, BETWEEN, STEPS_AHEAD, *METHOD_FORECAST.values(), METHOD_ERROR, METHOD_WEIGHT,
    SEASON, SEASONED, UNSEASONED, ERRORS, ERROR_COUNT, USUAL_STEP, SCALE, REACH, SPREAD, *INTERVAL.values(), CHANCE,
    RESOLUTION,
)  # fmt: skip
