"""What is likely to come of a KPI on the day of its target, and how likely the target is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of, unit_of
from alignplan.analysis.explaining.foretelling import Foretelling
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED, SUM_OF_PRODUCTS
from alignplan.analysis.explaining.operations.forecasts import (
    BETWEEN,
    BOUNDED,
    CHANCE,
    FORECAST,
    INTERVAL,
    RESOLUTION,
    SEASONED,
    SPREAD,
    STEPS_AHEAD,
)
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER", "actuals_asked"]

ORDER = 32
_KPIS = frozenset((Kind.KPI,))
_UNBOUNDED = "unbounded"


def _forecast(grounds: Grounds, node: Node, field: str) -> Explained:
    kpi, told = kpi_of(grounds, node), grounds.foretelling(node)
    if told.forecast is None:
        return unknown(told.gap, _MEASURES.get(field, unit_of(kpi)), *actuals_asked(grounds, node))
    if field in FORECAST:
        return _whole(grounds, node, told, field)
    return _chance(grounds, node, told) if field == "chance" else _value(grounds, node, told, field)


_MEASURES = {
    "date": Measure.DATE,
    "chance": Measure.PERCENT,
    "seasonal": Measure.TRUTH,
    "values": Measure.COUNT,
}


def actuals_asked(grounds: Grounds, node: Node) -> tuple[Ask, ...]:
    """All values of a KPI, each by its day."""
    days = [point.day for point in kpi_of(grounds, node).actuals]
    return tuple(Ask(f"actual/{day}", node, f"actual/{day}") for day in days)


def _whole(grounds: Grounds, node: Node, told: Foretelling, field: str) -> Explained:
    kpi = kpi_of(grounds, node)
    value: bool | int | date = getattr(told.forecast, field)
    inputs: list[Input] = [*actuals_asked(grounds, node), *goal_inputs(grounds, node, grounds.plan.today)]
    inputs += [grounds.today, _unit(grounds, node)]
    if kpi.goal.is_range and kpi.due is not None:
        inputs.append(grounds.fact("due", kpi.due, Measure.DATE, "the last day of its objectives"))
    return Explained(value, _MEASURES[field], FORECAST[field], tuple(inputs))


def _unit(grounds: Grounds, node: Node) -> Input:
    unit = kpi_of(grounds, node).unit
    if node.model.unit is None and unit is not None:
        return grounds.fact("unit", unit, Measure.WORD, "of its series")
    return grounds.stated(node, "unit", unit, Measure.WORD, "unit")


# ------------------------------------------------------------ value and interval


def _value(grounds: Grounds, node: Node, told: Foretelling, field: str) -> Explained:
    """The value or a bound; where 0 and 100 are its limits, from what it would be without them."""
    value: float = getattr(told.forecast, field)
    if value == told.free(field):
        return _free(grounds, node, field)
    inputs: list[Input] = [
        Ask("value", node, f"{_UNBOUNDED}/{field}"),
        _unit(grounds, node),
        *actuals_asked(grounds, node),
    ]
    if kpi_of(grounds, node).baseline is not None:
        inputs.append(Ask("baseline", node, "baseline"))
    return Explained(value, unit_of(kpi_of(grounds, node)), BOUNDED, tuple(inputs))


def _free(grounds: Grounds, node: Node, field: str) -> Explained:
    told, unit = grounds.foretelling(node), unit_of(kpi_of(grounds, node))
    if told.forecast is None:
        return unknown(told.gap, unit)
    if field == "value":
        return _on_the_day(grounds, node, told, unit)
    return Explained(told.free(field), unit, INTERVAL[field], _around(node, told))


def _around(node: Node, told: Foretelling) -> tuple[Input, ...]:
    """What Student's t distribution takes."""
    head = "forecast" if told.forecast and told.forecast.value == told.free("value") else _UNBOUNDED
    return (
        Ask("value", node, f"{head}/value"), Ask("spread", node, "spread"), Ask("number", node, "error_count/1"),
        Ask("resolution", node, "resolution"),
    )  # fmt: skip


def _chance(grounds: Grounds, node: Node, told: Foretelling) -> Explained:
    assert told.forecast is not None
    value = told.forecast.chance
    inputs = (*_around(node, told), *goal_inputs(grounds, node))
    reason = "" if value is not None else "nothing says which way is better"
    return Explained(value, Measure.PERCENT, CHANCE, inputs, reason)


def _on_the_day(grounds: Grounds, node: Node, told: Foretelling, unit: str) -> Explained:
    """At a step what the methods say together, between two steps on the line between them."""
    if told.steps % 1 == 0:
        return _ahead(grounds, node, f"{told.steps:.0f}")
    before = math.floor(told.steps)
    asks = (
        Ask("before", node, f"ahead/{before}"),
        Ask("after", node, f"ahead/{before + 1}"),
        Ask("steps", node, "steps_ahead"),
    )
    return Explained(told.free("value"), unit, BETWEEN, asks)


def _ahead(grounds: Grounds, node: Node, steps: str) -> Explained:
    """So many whole steps ahead: what the methods say together, with its season."""
    told, unit, ahead = grounds.foretelling(node), unit_of(kpi_of(grounds, node)), int(steps)
    series = told.series
    if ahead == 0:
        last = len(series.grid.values) - 1
        return Explained(series.grid.values[-1], unit, STATED, (Ask("value", node, f"step/{last}"),))
    if series.seasons is None:
        return _combined(grounds, node, steps)
    inputs = (
        Ask("value", node, f"combined/{steps}"),
        Ask("season", node, f"season/{told.season_at(ahead)}"),
        grounds.fact("factors", series.seasons.factors, Measure.TRUTH, "all values are over 0"),
    )
    return Explained(series.ahead(ahead)[0], unit, SEASONED, inputs)


def _combined(grounds: Grounds, node: Node, steps: str) -> Explained:
    """Σ weight × what each method expects."""
    told = grounds.foretelling(node)
    asks = tuple(
        ask
        for name in told.methods
        for ask in (
            Ask("value", node, f"method/{name}/{steps}"),
            Ask("weight", node, f"method_weight/{name}"),
        )
    )
    value = told.series.combination.ahead(int(steps))
    return Explained(value, unit_of(kpi_of(grounds, node)), SUM_OF_PRODUCTS, asks)


def _steps_ahead(grounds: Grounds, node: Node, _detail: str) -> Explained:
    if grounds.foretelling(node).forecast is None:
        return unknown(grounds.foretelling(node).gap)
    inputs = (Ask("date", node, "forecast/date"), *actuals_asked(grounds, node))
    return Explained(grounds.foretelling(node).steps, Measure.NUMBER, STEPS_AHEAD, inputs)


# ------------------------------------------------------------ the spread on the day


def _spread(grounds: Grounds, node: Node, _detail: str) -> Explained:
    told = grounds.foretelling(node)
    if told.forecast is None:
        return unknown(told.gap)
    before = math.floor(told.steps)
    inputs: list[Input] = [Ask("before", node, f"scale_ahead/{before}")]
    if told.steps % 1:
        inputs += [Ask("after", node, f"scale_ahead/{before + 1}"), Ask("steps", node, "steps_ahead")]
    inputs.append(Ask("resolution", node, "resolution"))
    return Explained(told.outlook.scale, unit_of(kpi_of(grounds, node)), SPREAD, tuple(inputs))


def _resolution(grounds: Grounds, node: Node, _detail: str) -> Explained:
    told = grounds.foretelling(node)
    if told.forecast is None:
        return unknown(told.gap)
    value = told.series.resolution
    return Explained(value, unit_of(kpi_of(grounds, node)), RESOLUTION, actuals_asked(grounds, node))


def _fields(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("value", "low", "high", "date", "chance", "seasonal", "values"))


def _numbers(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("value", "low", "high"))


def _steps(grounds: Grounds, node: Node) -> Iterator[str]:
    return iter(grounds.foretelling(node).whole_steps)


FIGURES = (
    Explainable(
        "forecast", "what is likely to come on the day of its target", _KPIS, _forecast, _fields, main="value"
    ),
    Explainable(_UNBOUNDED, "a forecast without the bounds of 0 and 100", _KPIS, _free, _numbers, inner=True),
    Explainable("ahead", "what is likely so many steps ahead", _KPIS, _ahead, _steps, inner=True),
    Explainable("combined", "what the methods say together", _KPIS, _combined, _steps, inner=True),
    Explainable("steps_ahead", "the steps to the day of the target", _KPIS, _steps_ahead, inner=True),
    Explainable("spread", "the scale of the errors on the day of the target", _KPIS, _spread, inner=True),
    Explainable("resolution", "the last decimal place of its values", _KPIS, _resolution, inner=True),
)
