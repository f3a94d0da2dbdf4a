"""How old the data of KPIs are, and when that is too old."""

from __future__ import annotations

from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Leaf, Measure
from alignplan.analysis.explaining.operations.arithmetic import DAYS_BETWEEN, LARGEST
from alignplan.analysis.explaining.operations.measures import STALE
from alignplan.analysis.kpis.age import GRACE, age_days
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 33
_KPIS = frozenset((Kind.KPI,))


def _age(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi, today = kpi_of(grounds, node), grounds.today
    value = age_days(kpi, grounds.plan.today)
    if value is None:
        start = kpi.baseline.day if kpi.baseline is not None else None
        late = start is not None and start > grounds.plan.today
        words = "the baseline is still to come" if late else "neither an actual nor a dated baseline"
        return unknown(kpi.gap or words, Measure.DAYS)
    since = Ask("from", node, "measured_on" if kpi.measured is not None else "baseline_date")
    return Explained(
        value,
        Measure.DAYS,
        DAYS_BETWEEN,
        (since, Leaf("to", today.value, Measure.DATE, "today", note=today.note)),
    )


def _stale(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi, frequency = kpi_of(grounds, node), node.model.frequency
    value = grounds.plan.is_stale(kpi)
    word = None if frequency is None else frequency.value
    inputs: list[Input] = [grounds.stated(node, "frequency", word, Measure.WORD, "frequency")]
    if frequency is not None:
        grace = grounds.plan.thresholds.get("M204.grace", GRACE)
        inputs += [grounds.fact("grace", grace, Measure.PERCENT, "threshold `M204.grace`"), grounds.today]
        inputs += [Ask("measured", node, "measured_on"), Ask("date", node, "date")]
        inputs += goal_inputs(grounds, node)
    return Explained(value, Measure.TRUTH, STALE, tuple(inputs))


def _data_age(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpis = grounds.plan.kpis_of(node)
    value = grounds.plan.data_age_of(node)
    asks = tuple(Ask("value", kpi.node, "age_days") for kpi in kpis)
    reason = "" if value is not None else "it has no KPI" if not kpis else "none of its KPIs has data"
    return Explained(value, Measure.DAYS, LARGEST, asks, reason)


FIGURES = (
    Explainable("age_days", "how old the data are", _KPIS, _age),
    Explainable("stale", "whether they are too old", _KPIS, _stale),
    Explainable(
        "data_age_days", "the age of the oldest data of its KPIs", frozenset((Kind.OBJECTIVE,)), _data_age
    ),
)
