"""What is likely to come of a KPI on the day of its target."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of, unit_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.measures import FORECAST
from alignplan.analysis.forecast.target import foretold
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 32
_MEASURES = {
    "date": Measure.DATE,
    "chance": Measure.PERCENT,
    "seasonal": Measure.TRUTH,
    "values": Measure.COUNT,
}


def _forecast(grounds: Grounds, node: Node, field: str) -> Explained:
    kpi = kpi_of(grounds, node)
    unit = _MEASURES.get(field, unit_of(kpi))
    found = foretold(kpi, grounds.plan.today)
    value: float | bool | date | None = getattr(found.forecast, field, None)
    inputs: list[Input] = [Ask(f"actual/{point.day}", node, f"actual/{point.day}") for point in kpi.actuals]
    if found.forecast is None:
        return unknown(found.gap, unit, *(one for one in inputs if isinstance(one, Ask)))
    inputs += [*goal_inputs(grounds, node, grounds.plan.today), grounds.today, _unit(grounds, node)]
    if kpi.goal.is_range and kpi.due is not None:
        inputs.append(grounds.fact("due", kpi.due, Measure.DATE, "the last day of its objectives"))
    reason = "" if value is not None else "nothing says which way is better"
    return Explained(value, unit, FORECAST[field], tuple(inputs), reason)


def _unit(grounds: Grounds, node: Node) -> Input:
    unit = kpi_of(grounds, node).unit
    if node.model.unit is None and unit is not None:
        return grounds.fact("unit", unit, Measure.WORD, "of its series")
    return grounds.stated(node, "unit", unit, Measure.WORD, "unit")


def _fields(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(FORECAST)


FIGURES = (
    Explainable("forecast", "what is likely to come on the day of its target", frozenset((Kind.KPI,)), _forecast,
                _fields, main="value"),
)  # fmt: skip
