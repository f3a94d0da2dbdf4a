"""Where KPIs stand: attainment, what was expected, the state, the age of the data."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Leaf, Measure
from alignplan.analysis.explaining.operations.arithmetic import (
    EARLIEST,
    FIRST,
    LATEST,
    STATED,
)
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.explaining.operations.measures import (
    AGAINST_PLAN,
    ATTAINMENT,
    EXPECTED,
    KPI_STATE,
    PASSED,
)
from alignplan.analysis.kpis.attainment import against_plan, attainment
from alignplan.analysis.kpis.goal import expected, path
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import PathKind

__all__ = ["FIGURES", "ORDER", "goal_inputs", "kpi_of", "unit_of"]

ORDER = 30
_KPIS = frozenset((Kind.KPI,))


def kpi_of(grounds: Grounds, node: Node) -> KpiStanding:
    """Where a KPI stands."""
    return grounds.plan.kpis[node.id]


def unit_of(kpi: KpiStanding) -> str:
    """Its own unit."""
    return kpi.unit or Measure.NUMBER


def goal_inputs(grounds: Grounds, node: Node, day: date | None = None, *, dated: bool = True) -> list[Input]:
    """What says where a KPI is to go: of the path the checkpoints beside a `day`."""
    kpi, unit = kpi_of(grounds, node), unit_of(kpi_of(grounds, node))
    found: list[Input] = []
    if kpi.baseline is not None:
        found.append(Ask("baseline", node, "baseline"))
        found += [Ask("baseline_date", node, "baseline_date")] if dated else []
    if kpi.target is not None:
        found.append(Ask("target", node, "target"))
        found += [Ask("target_date", node, "target_date")] if dated else []
    for name, value in (("low", kpi.low), ("high", kpi.high), ("by", kpi.by)):
        if value is not None:
            measure = Measure.DATE if name == "by" else unit
            found.append(grounds.stated(node, name, value, measure, "range", name))
    if node.model.direction is not None:
        found.append(grounds.stated(node, "direction", node.model.direction.value, Measure.WORD, "direction"))
    return [*found, *(_path(grounds, node, day) if dated and day is not None else ())]


def _path(grounds: Grounds, node: Node, day: date) -> list[Input]:
    kpi, points = kpi_of(grounds, node), node.model.checkpoints
    found: list[Input] = []
    if kpi.goal.step:
        found.append(
            grounds.stated(node, "path", "step", Measure.WORD, "path")
            if node.model.path is PathKind.STEP
            else grounds.fact("path", "step", Measure.WORD, "the unit is yes/no")
        )
    at = bisect_right(points, day, key=lambda point: point.day)
    for point in points[max(at - 1, 0) : at + 1]:
        steps = ("checkpoints", point.day.isoformat())
        role = f"checkpoint/{point.day}"
        found.append(
            grounds.stated(node, role, point.value, unit_of(kpi), *steps, name=f"checkpoint {point.day}")
        )
    return found


# ------------------------------------------------------------ where from, where to


def _baseline(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    unit = unit_of(kpi)
    value = None if kpi.baseline is None else kpi.baseline.value
    if value is None or node.model.baseline is not None:
        leaf = grounds.stated(node, "value", value, unit, "baseline", "value", name="baseline")
        return Explained(value, unit, STATED, (leaf,), "" if value is not None else "no baseline is stated")
    return Explained(value, unit, STATED, (Ask("value", _base(grounds, node), "baseline"),))


def _base(grounds: Grounds, node: Node) -> Node:
    base = grounds.plan.base_of(node.id)
    assert base is not None
    return grounds.plan.kpis[base].node


def _target(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    value = None if kpi.target is None else kpi.target.value
    leaf = grounds.stated(node, "value", value, unit_of(kpi), "target", "value", name="target")
    reason = "" if value is not None else "it has a range" if kpi.goal.is_range else "no target is stated"
    return Explained(value, unit_of(kpi), STATED, (leaf,), reason)


def _low(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return _bound(grounds, node, "low")


def _high(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return _bound(grounds, node, "high")


def _bound(grounds: Grounds, node: Node, name: str) -> Explained:
    kpi = kpi_of(grounds, node)
    value: float | None = getattr(kpi, name)
    leaf = grounds.stated(node, "value", value, unit_of(kpi), "range", name, name=name)
    return Explained(
        value, unit_of(kpi), STATED, (leaf,), "" if value is not None else f"no `{name}` is stated"
    )


def _baseline_date(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi, stated = kpi_of(grounds, node), node.model.baseline
    if stated is None and kpi.baseline is not None:
        base = Ask("value", _base(grounds, node), "baseline_date")
        return Explained(kpi.baseline.day, Measure.DATE, STATED, (base,))
    day = None if kpi.baseline is None else kpi.baseline.day
    own = None if stated is None else stated.date
    return _mark_date(grounds, node, day, own, "baseline")


def _target_date(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi, stated = kpi_of(grounds, node), node.model.target
    day = None if kpi.target is None else kpi.target.day
    return _mark_date(grounds, node, day, None if stated is None else stated.date, "target")


def _mark_date(grounds: Grounds, node: Node, day: date | None, own: date | None, mark: str) -> Explained:
    if own is not None:
        leaf = grounds.stated(node, "value", own, Measure.DATE, mark, "date", name=f"{mark} date")
        return Explained(day, Measure.DATE, STATED, (leaf,))
    if day is None:
        return unknown(f"the {mark} has no date, nor has its objective", Measure.DATE)
    field = "start" if mark == "baseline" else "due"
    objectives = kpi_of(grounds, node).objectives if node.parent is None else (node.parent,)
    asks = tuple(Ask("value", one, field) for one in objectives)
    known = any(getattr(grounds.plan.span(one), field) is not None for one in objectives)
    if known:
        return Explained(day, Measure.DATE, EARLIEST if field == "start" else LATEST, asks)
    return Explained(day, Measure.DATE, FIRST, (*asks, Ask("value", grounds.plan.graph.plan, field)))


# ------------------------------------------------------------ how far


def _attainment(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    inputs = (Ask("actual", node, "actual"), *goal_inputs(grounds, node, dated=False))
    return _judged(kpi, kpi.attainment, Measure.PERCENT, ATTAINMENT, inputs)


def _expected(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    day = kpi.actual.day if kpi.actual is not None else None
    inputs = (Ask("date", node, "date"), *goal_inputs(grounds, node, day))
    return _judged(kpi, kpi.expected, unit_of(kpi), EXPECTED, inputs)


def _expected_attainment(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    value = attainment(kpi.goal, kpi.expected) if kpi.expected is not None else None
    inputs = (Ask("actual", node, "expected"), *goal_inputs(grounds, node, dated=False))
    return _judged(kpi, value, Measure.PERCENT, ATTAINMENT, inputs)


def _planned(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi, today = kpi_of(grounds, node), grounds.today
    day = Leaf("date", today.value, Measure.DATE, "today", note=today.note)
    value = expected(kpi.goal, grounds.plan.today)
    inputs = (day, *goal_inputs(grounds, node, grounds.plan.today))
    reason = "" if value is not None else _no_path(kpi)
    return Explained(value, unit_of(kpi), EXPECTED, inputs, reason)


def _no_path(kpi: KpiStanding) -> str:
    if kpi.goal.aim is None:
        return "the range is met at the baseline: there is no way to go" if kpi.goal.is_range else "no target"
    return "the way from baseline to target has no dates"


def _against_plan(grounds: Grounds, node: Node, on: str) -> Explained:
    """On the day of the last actual, or of another one."""
    kpi = kpi_of(grounds, node)
    if on:
        return _against_plan_on(grounds, node, date.fromisoformat(on))
    day = kpi.actual.day if kpi.actual is not None else None
    asks = (Ask("actual", node, "actual"), Ask("date", node, "date"), Ask("shown", node, "expected"))
    return _judged(
        kpi, kpi.against_plan, Measure.PERCENT, AGAINST_PLAN, (*asks, *goal_inputs(grounds, node, day))
    )


def _against_plan_on(grounds: Grounds, node: Node, day: date) -> Explained:
    kpi = kpi_of(grounds, node)
    actual = next(point.value for point in kpi.actuals if point.day == day)
    value = against_plan(kpi.goal, actual, path(kpi.goal, day))
    on = grounds.fact("date", day, Measure.DATE, "the day of the measurement")
    inputs = (Ask("actual", node, f"actual/{day}"), on, *goal_inputs(grounds, node, day))
    return Explained(
        value, Measure.PERCENT, AGAINST_PLAN, inputs, "" if value is not None else _why_unknown(kpi)
    )


def _judged(
    kpi: KpiStanding, value: float | None, unit: str, operation: Operation, inputs: tuple[Input, ...]
) -> Explained:
    reason = "" if value is not None else kpi.reason if kpi.actual is None else _why_unknown(kpi)
    return Explained(value, unit, operation, inputs, reason)


def _why_unknown(kpi: KpiStanding) -> str:
    if not kpi.goal.is_range and kpi.target is None:
        return "no target"
    return "no baseline" if kpi.baseline is None else _no_path(kpi)


def _passed(grounds: Grounds, node: Node, _detail: str) -> Explained:
    inputs = (grounds.today, *goal_inputs(grounds, node))
    return Explained(kpi_of(grounds, node).passed, Measure.TRUTH, PASSED, inputs)


def _state(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    names = ("attainment", "expected_attainment", "against_plan", "passed")
    asks = tuple(Ask(name, node, name) for name in names)
    return Explained(kpi.state.value, Measure.WORD, KPI_STATE, (*asks, *grounds.bands), kpi.reason)


FIGURES = (
    Explainable("baseline", "where it stood", _KPIS, _baseline),
    Explainable("target", "where it is to go", _KPIS, _target),
    Explainable("low", "the lowest good value of its range", _KPIS, _low),
    Explainable("high", "the highest good value of its range", _KPIS, _high),
    Explainable("attainment", "how much of the whole way it has gone", _KPIS, _attainment),
    Explainable("expected", "the planned path on the day of the last actual", _KPIS, _expected),
    Explainable("expected_attainment", "how much of the whole way that is", _KPIS, _expected_attainment),
    Explainable("against_plan", "how much it has gone of the way planned by then", _KPIS, _against_plan),
    Explainable("planned", "the planned path today", _KPIS, _planned),
    Explainable("state", "where it stands", _KPIS, _state),
    Explainable("passed", "whether the day of the target is over", _KPIS, _passed),
    Explainable("baseline_date", "the day of the baseline", _KPIS, _baseline_date),
    Explainable("target_date", "the day of the target", _KPIS, _target_date),
)
