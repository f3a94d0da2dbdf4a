"""Where the value of a KPI on a day comes from: a measurement, another KPI, a formula, a period."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import (
    LATEST,
    MEAN,
    PART_OF_GROUP,
    PERCENT,
    QUOTIENT,
    STATED,
    SUM,
    WEIGHTED_MEAN,
)
from alignplan.analysis.explaining.operations.interface import Operation, Value, compute
from alignplan.analysis.kpis.periods import end_of_period
from alignplan.analysis.kpis.sources import Part, Source
from alignplan.analysis.shares import divide
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Point
from alignplan.model.words import Aggregate

__all__ = ["FIGURES", "ORDER"]

ORDER = 31
_KPIS = frozenset((Kind.KPI,))


def _actual(grounds: Grounds, node: Node, day: str) -> Explained:
    """The value on a day; without one the last."""
    kpi = grounds.plan.kpis[node.id]
    unit = kpi.unit or Measure.NUMBER
    if kpi.actual is None:
        return unknown(kpi.gap or kpi.lack or "no actual yet", unit)
    on = date.fromisoformat(day) if day else kpi.actual.day
    value = next((point.value for point in kpi.actuals if point.day == on), None)
    if value is None:
        return unknown(f"no value on {on}", unit)
    aggregate, baseline = node.model.aggregate, kpi.baseline
    if aggregate is None:
        operation, inputs = _raw_inputs(grounds, node, on)
    else:
        operation = SUM if aggregate is Aggregate.SUM else MEAN
        days = _summed(grounds, node, on)
        inputs = tuple(Ask("value", node, f"raw/{one}") for one in days)
        if node.model.period is None and baseline is not None and aggregate is Aggregate.SUM:
            inputs = (Ask("value", node, "baseline"), *inputs)
    return Explained(value, unit, operation, inputs)


def _summed(grounds: Grounds, node: Node, on: date) -> Iterator[date]:
    """The days whose values an aggregate takes."""
    kpi, period = grounds.plan.kpis[node.id], node.model.period
    year_starts = grounds.plan.graph.plan.model.year_starts or 1
    first = kpi.baseline.day if kpi.baseline is not None else None
    for day in _raw_days(grounds, node):
        if period is not None:
            if end_of_period(day, period, year_starts) == on:
                yield day
        elif day <= on and (first is None or day > first):
            yield day


def _raw(grounds: Grounds, node: Node, day: str) -> Explained:
    """The value on a day before it is summed up."""
    operation, inputs = _raw_inputs(grounds, node, date.fromisoformat(day))
    given = [(one.role, _value(grounds, one)) for one in inputs]
    return Explained(
        compute(operation.name, given), grounds.plan.kpis[node.id].unit or Measure.NUMBER, operation, inputs
    )


def _value(grounds: Grounds, one: Input) -> Value:
    if not isinstance(one, Ask):
        return one.value
    head, _, day = one.figure.partition("/")
    if head == "actual":
        points = grounds.plan.kpis[one.node.id].actuals
        return next((point.value for point in points if point.day.isoformat() == day), None)
    return grounds.explain(one.node, one.figure).value


def _raw_inputs(grounds: Grounds, node: Node, on: date) -> tuple[Operation, tuple[Input, ...]]:
    source = grounds.plan.source_of(node.id)
    own = _own_points(grounds, node)
    if source is None or (own and not source.parts):
        value = next((point.value for point in own if point.day == on), None)
        unit = grounds.plan.kpis[node.id].unit or Measure.NUMBER
        return STATED, (
            grounds.stated(node, "value", value, unit, "actuals", on.isoformat(), name=f"actual {on}"),
        )
    if not source.parts:
        assert source.series is not None
        base = _node(grounds, source.series)
        return STATED, (Ask("value", base, f"actual/{on}"),)
    return _of_parts(grounds, node, source, on)


def _of_parts(grounds: Grounds, node: Node, source: Source, on: date) -> tuple[Operation, tuple[Input, ...]]:
    asks = {part.field: list[Ask]() for part in source.parts}
    for part in source.parts:
        last = _last(grounds, part, on)
        if last is not None:
            asks[part.field].append(Ask("value", _node(grounds, part), f"actual/{last.day}"))
    if "sum" in asks:
        return SUM, tuple(asks["sum"])
    if "mean" in asks:
        pairs = [(ask, Ask("weight", node, f"mean_share/{ask.node.id}")) for ask in asks["mean"]]
        return WEIGHTED_MEAN, tuple(one for pair in pairs for one in pair)
    ratio = [Ask(role, ask.node, ask.figure) for role, field in (("part", "numerator"), ("whole", "denominator"))
             for ask in asks.get(field, [])]  # fmt: skip
    return (PERCENT if grounds.plan.kpis[node.id].unit == "%" else QUOTIENT), tuple(ratio)


def _mean_share(grounds: Grounds, node: Node, part: str) -> Explained:
    source = grounds.plan.source_of(node.id)
    parts = [] if source is None else list(source.parts)
    weights = [one.weight for one in parts]
    at = next(at for at, one in enumerate(parts) if one.id == part)
    leaves = {
        role: grounds.fact(role, value, note="among its parts")
        for role, value in (
            ("stated", sum(weight for weight in weights if weight is not None)),
            ("silent", sum(weight is None for weight in weights)),
            ("members", len(weights)),
        )
    }
    own = grounds.stated(node, "own", weights[at], Measure.NUMBER, *parts[at].steps, name="weight")
    return Explained(divide(weights)[at], Measure.NUMBER, PART_OF_GROUP, (own, *leaves.values()))


def _own_points(grounds: Grounds, node: Node) -> list[Point]:
    points = node.model.actuals if isinstance(node.model.actuals, tuple) else ()
    return [point for point in points if point.day <= grounds.plan.today]


def _raw_days(grounds: Grounds, node: Node) -> list[date]:
    """The days on which there is a value to sum up."""
    source = grounds.plan.source_of(node.id)
    own = _own_points(grounds, node)
    if source is None or (own and not source.parts):
        return [point.day for point in own]
    if not source.parts:
        assert source.series is not None
        return [point.day for point in grounds.plan.kpis[source.series.id or ""].actuals]
    known = [[point.day for point in grounds.plan.kpis[part.id or ""].actuals] for part in source.parts]
    if not all(known):
        return []
    first = max(days[0] for days in known)
    listed = sorted({day for days in known for day in days if day >= first})
    return [day for day in listed if _raw(grounds, node, day.isoformat()).value is not None]


def _last(grounds: Grounds, part: Part, on: date) -> Point | None:
    points = grounds.plan.kpis[part.id or ""].actuals
    at = bisect_right(points, on, key=lambda point: point.day)
    return points[at - 1] if at else None


def _node(grounds: Grounds, part: Part) -> Node:
    return grounds.plan.kpis[part.id or ""].node


def _measured(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The day of the last measurement, of what is computed that of its parts."""
    kpi, source = grounds.plan.kpis[node.id], grounds.plan.source_of(node.id)
    own = _own_points(grounds, node)
    if kpi.measured is None:
        return unknown(kpi.gap or "nothing was measured", Measure.DATE)
    if source is None or (own and not source.parts):
        day = own[-1].day
        leaf = grounds.stated(node, "value", day, Measure.DATE, "actuals", day.isoformat(), name="actual")
        return Explained(kpi.measured, Measure.DATE, STATED, (leaf,))
    if not source.parts:
        assert source.series is not None
        return Explained(
            kpi.measured, Measure.DATE, STATED, (Ask("value", _node(grounds, source.series), "measured_on"),)
        )
    return Explained(kpi.measured, Measure.DATE, LATEST, tuple(_part_days(grounds, source)))


def _part_days(grounds: Grounds, source: Source) -> Iterator[Input]:
    """The days of the last values of the parts."""
    for part in source.parts:
        points = grounds.plan.kpis[part.id or ""].actuals
        if points:
            yield Ask("value", _node(grounds, part), "date")


def _date(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The day of the last value."""
    kpi = grounds.plan.kpis[node.id]
    if kpi.actual is None:
        return unknown(kpi.gap or kpi.lack or "no actual yet", Measure.DATE)
    source, own, day = grounds.plan.source_of(node.id), _own_points(grounds, node), kpi.actual.day
    if node.model.aggregate is not None:
        days = [
            grounds.fact("value", one, Measure.DATE, "a value that it takes")
            for one in _summed(grounds, node, day)
        ]
        if node.model.period is None:
            return Explained(day, Measure.DATE, LATEST, tuple(days))
        period = grounds.fact("value", day, Measure.DATE, f"the last day of its {node.model.period}")
        return Explained(day, Measure.DATE, LATEST, (period, *days))
    if source is None or (own and not source.parts):
        leaf = grounds.stated(node, "value", day, Measure.DATE, "actuals", day.isoformat(), name="actual")
        return Explained(day, Measure.DATE, STATED, (leaf,))
    if not source.parts:
        assert source.series is not None
        return Explained(day, Measure.DATE, STATED, (Ask("value", _node(grounds, source.series), "date"),))
    return Explained(day, Measure.DATE, LATEST, tuple(_part_days(grounds, source)))


def _days(grounds: Grounds, node: Node) -> Iterator[str]:
    yield ""
    yield from (point.day.isoformat() for point in grounds.plan.kpis[node.id].actuals)


def _no_details(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(())


FIGURES = (
    Explainable("actual", "the last value", _KPIS, _actual, _days),
    Explainable("date", "its day", _KPIS, _date),
    Explainable(
        "measured_on", "when it, or what it is made of, was last measured", _KPIS, _measured, inner=True
    ),
    Explainable("raw", "a value before it is summed up", _KPIS, _raw, _no_details, inner=True),
    Explainable("mean_share", "the part of one KPI in a mean", _KPIS, _mean_share, _no_details, inner=True),
)
