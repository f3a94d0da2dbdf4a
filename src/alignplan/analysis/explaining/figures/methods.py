"""What a forecast is made of: values at even steps, seasons, methods and their weights, the scale of errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from alignplan.analysis.explaining.figures.measurements import kpi_of, unit_of
from alignplan.analysis.explaining.foretelling import Foretelling
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED
from alignplan.analysis.explaining.operations.forecasts import (
    BETWEEN,
    ERROR_COUNT,
    ERRORS,
    METHOD_ERROR,
    METHOD_FORECAST,
    METHOD_NAMES,
    METHOD_WEIGHT,
    REACH,
    SCALE,
    SEASON,
    UNSEASONED,
    USUAL_STEP,
)
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 34


def _unit(grounds: Grounds, node: Node) -> str:
    return unit_of(kpi_of(grounds, node))


# ------------------------------------------------------------ values at even steps


def _step(grounds: Grounds, node: Node, detail: str) -> Explained:
    """The measurement at a step; without one, between its neighbours."""
    told, at = grounds.foretelling(node), int(detail)
    measured, value = told.measured, told.series.grid.values[at]
    if at in measured:
        ask = Ask("value", node, f"actual/{measured[at].day}")
        return Explained(value, _unit(grounds, node), STATED, (ask,))
    before = max(step for step in measured if step < at)
    after = min(step for step in measured if step > at)
    steps = grounds.fact("steps", (at - before) / (after - before), Measure.NUMBER, "of the way between them")
    asks = (
        Ask("before", node, f"actual/{measured[before].day}"),
        Ask("after", node, f"actual/{measured[after].day}"),
    )
    return Explained(value, _unit(grounds, node), BETWEEN, (*asks, steps))


def _evened(grounds: Grounds, node: Node, detail: str) -> Explained:
    """The same without its season."""
    told, at = grounds.foretelling(node), int(detail)
    seasons = told.series.seasons
    if seasons is None:
        return _step(grounds, node, detail)
    inputs = (
        Ask("value", node, f"step/{at}"),
        Ask("season", node, f"season/{at % len(seasons.effects)}"),
        grounds.fact("factors", seasons.factors, Measure.TRUTH, "all values are over 0"),
    )
    return Explained(told.evened[at], _unit(grounds, node), UNSEASONED, inputs)


def _season(grounds: Grounds, node: Node, detail: str) -> Explained:
    told = grounds.foretelling(node)
    seasons = told.series.seasons
    assert seasons is not None
    values = tuple(Ask("value", node, f"step/{at}") for at in range(len(told.series.grid.values)))
    step = grounds.fact("step", int(detail), note="counted from that of the first value")
    unit = Measure.NUMBER if seasons.factors else _unit(grounds, node)
    return Explained(seasons.effects[int(detail)], unit, SEASON, (*values, _size(grounds, told), step))


def _size(grounds: Grounds, told: Foretelling) -> Input:
    return grounds.fact("season", told.series.grid.steps.season, note="steps to a round of seasons")


def _values(grounds: Grounds, node: Node) -> tuple[Input, ...]:
    """All values, and how many make a round."""
    told = grounds.foretelling(node)
    name = "step" if told.series.seasons is None else "evened"
    asks = tuple(Ask("value", node, f"{name}/{at}") for at in range(len(told.evened)))
    return (*asks, _size(grounds, told))


# ------------------------------------------------------------ methods


def _method(grounds: Grounds, node: Node, detail: str) -> Explained:
    """What a method expects so many steps ahead."""
    name, _, steps = detail.partition("/")
    combination = grounds.foretelling(node).series.combination
    value = combination.methods[METHOD_NAMES.index(name)](combination.at, int(steps))
    values = _values(grounds, node)
    used = values if name == METHOD_NAMES[-1] else values[:-1]
    inputs = (*used, grounds.fact("ahead", int(steps), note="steps"))
    return Explained(value, _unit(grounds, node), METHOD_FORECAST[name], inputs)


def _method_error(grounds: Grounds, node: Node, name: str) -> Explained:
    value = grounds.foretelling(node).series.combination.squared[METHOD_NAMES.index(name)]
    own = grounds.fact("method", name, Measure.WORD, "one of those that are combined")
    return Explained(value, Measure.NUMBER, METHOD_ERROR, (*_values(grounds, node), own))


def _method_weight(grounds: Grounds, node: Node, name: str) -> Explained:
    told = grounds.foretelling(node)
    value = told.series.combination.weights[METHOD_NAMES.index(name)]
    inputs: list[Input] = [Ask("error", node, f"method_error/{one}") for one in told.methods]
    inputs.append(grounds.fact("steps", len(told.evened), note="of the series"))
    inputs.append(grounds.fact("method", name, Measure.WORD, "one of those that are combined"))
    return Explained(value, Measure.NUMBER, METHOD_WEIGHT, tuple(inputs))


# ------------------------------------------------------------ errors


def _scale_ahead(grounds: Grounds, node: Node, steps: str) -> Explained:
    """The scale of an error so many steps ahead."""
    told, ahead = grounds.foretelling(node), int(steps)
    series, unit = told.series, _unit(grounds, node)
    if ahead == 0:
        return Explained(0.0, unit, STATED, (grounds.fact("value", 0, unit, "the last value is known"),))
    seen = [distance for distance in series.spread.scales if distance <= ahead]
    inputs: list[Input] = [Ask(f"scale/{distance}", node, f"error_scale/{distance}") for distance in seen]
    inputs.append(grounds.fact("ahead", ahead, note="steps"))
    value = series.spread.ahead(ahead)
    if series.seasons is not None and series.seasons.factors:
        value *= series.seasons.scale(series.combination.at + ahead)
        inputs.append(Ask("season", node, f"season/{told.season_at(ahead)}"))
        inputs.append(grounds.fact("factors", True, Measure.TRUTH, "all values are over 0"))
    return Explained(value, unit, REACH, tuple(inputs))


def _error_scale(grounds: Grounds, node: Node, distance: str) -> Explained:
    told = grounds.foretelling(node)
    series = told.series
    taken = 0 if series.seasons is None else len(series.seasons.effects) - 1
    inputs = (
        Ask("squares", node, f"squared_errors/{distance}"), Ask("number", node, f"error_count/{distance}"),
        Ask("usual_step", node, "usual_step"), Ask("resolution", node, "resolution"),
        grounds.fact("steps", len(told.evened), note="n, of the series"),
        grounds.fact("taken", taken, note="p − 2: one less than there are seasons"),
        grounds.fact("distance", int(distance), note="steps ahead"),
    )  # fmt: skip
    return Explained(series.spread.scales[int(distance)], _unit(grounds, node), SCALE, inputs)


def _squared_errors(grounds: Grounds, node: Node, distance: str) -> Explained:
    errors = grounds.foretelling(node).series.combination.errors[int(distance)]
    steps = grounds.fact("distance", int(distance), note="steps ahead")
    value = sum(error * error for error in errors)
    return Explained(value, Measure.NUMBER, ERRORS, (*_values(grounds, node), steps))


def _error_count(grounds: Grounds, node: Node, distance: str) -> Explained:
    errors = grounds.foretelling(node).series.combination.errors[int(distance)]
    steps = grounds.fact("distance", int(distance), note="steps ahead")
    return Explained(len(errors), Measure.COUNT, ERROR_COUNT, (*_values(grounds, node), steps))


def _usual_step(grounds: Grounds, node: Node, _detail: str) -> Explained:
    if grounds.foretelling(node).forecast is None:
        return unknown(grounds.foretelling(node).gap)
    values = grounds.foretelling(node).evened
    value = sum(abs(after - before) for before, after in pairwise(values)) / (len(values) - 1)
    return Explained(value, _unit(grounds, node), USUAL_STEP, _values(grounds, node)[:-1])


# ------------------------------------------------------------ what there is


def _steps(grounds: Grounds, node: Node) -> Iterator[str]:
    told = grounds.foretelling(node)
    return iter(() if told.forecast is None else map(str, range(len(told.evened))))


def _round(grounds: Grounds, node: Node) -> Iterator[str]:
    told = grounds.foretelling(node)
    seasons = None if told.forecast is None else told.series.seasons
    return iter(() if seasons is None else map(str, range(len(seasons.effects))))


def _methods(grounds: Grounds, node: Node) -> Iterator[str]:
    return iter(grounds.foretelling(node).methods)


def _methods_ahead(grounds: Grounds, node: Node) -> Iterator[str]:
    told = grounds.foretelling(node)
    return (f"{name}/{steps}" for steps in told.whole_steps for name in told.methods)


def _ahead(grounds: Grounds, node: Node) -> Iterator[str]:
    return iter(grounds.foretelling(node).whole_steps)


def _distances(grounds: Grounds, node: Node) -> Iterator[str]:
    return iter(grounds.foretelling(node).distances)


def _inner(
    name: str,
    meaning: str,
    explain: Callable[[Grounds, Node, str], Explained],
    details: Callable[[Grounds, Node], Iterator[str]] | None = None,
) -> Explainable:
    return Explainable(name, meaning, frozenset((Kind.KPI,)), explain, details, inner=True)


FIGURES = (
    _inner("step", "the value at an even step", _step, _steps),
    _inner("evened", "the same without its season", _evened, _steps),
    _inner("season", "what a season does to a value", _season, _round),
    _inner("method", "what a method expects", _method, _methods_ahead),
    _inner("method_error", "how far off a method has been", _method_error, _methods),
    _inner("method_weight", "how much a method weighs", _method_weight, _methods),
    _inner("scale_ahead", "the scale of an error so many steps ahead", _scale_ahead, _ahead),
    _inner("error_scale", "the scale of the errors at a distance", _error_scale, _distances),
    _inner("squared_errors", "the errors at a distance", _squared_errors, _distances),
    _inner("error_count", "how many of them there are", _error_count, _distances),
    _inner("usual_step", "how far one value lies from the next", _usual_step),
)
