"""Whether what is done is enough: what the tactics are to move, beside what the KPIs need."""

from __future__ import annotations

from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of, unit_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import SMALLEST, SUM
from alignplan.analysis.explaining.operations.judging import AT_LEAST_ALL
from alignplan.analysis.explaining.operations.measures import SUFFICIENCY
from alignplan.analysis.kpis.decimals import finite
from alignplan.analysis.needs import ENOUGH
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER", "of_objective"]

ORDER = 40
_KPIS = frozenset((Kind.KPI,))
_OBJECTIVES = frozenset((Kind.OBJECTIVE,))
_NO_MOVES = "no tactic of the plan states `moves`"


def _of_kpi(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value = grounds.plan.sufficiency_of_kpi(node.id)
    inputs = (Ask("moved", node, "moved"), *goal_inputs(grounds, node, dated=False))
    if not grounds.plan.moved.stated:
        return unknown(_NO_MOVES, Measure.PERCENT)
    return Explained(
        value, Measure.PERCENT, SUFFICIENCY, inputs, "" if value is not None else _why(grounds, node)
    )


def _why(grounds: Grounds, node: Node) -> str:
    kpi = kpi_of(grounds, node)
    if kpi.goal.is_range:
        return "it has a range: there is no change to bring about"
    if kpi.target is None or kpi.baseline is None:
        return "no target" if kpi.target is None else "no baseline"
    return "the target is the baseline: there is no change to bring about"


def _moved(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """Σ moves on a KPI, on its series and on what takes its series."""
    kpi = kpi_of(grounds, node)
    if not grounds.plan.moved.stated:
        return unknown(_NO_MOVES, unit_of(kpi))
    leaves: list[Input] = [
        grounds.stated(
            one.tactic,
            "value",
            one.move.by,
            unit_of(kpi),
            "moves",
            one.move.kpi,
            name=f"{one.tactic.id} moves",
        )
        for id in grounds.line.of(node.id)
        for one in grounds.movers.get(id, ())
    ]
    value = finite(grounds.plan.moved.by_kpi[node.id])
    return Explained(
        value, unit_of(kpi), SUM, tuple(leaves), "" if leaves else "no tactic that counts moves it"
    )


def of_objective(grounds: Grounds, node: Node, _detail: str = "") -> Explained:
    """The lowest sufficiency of its KPIs."""
    found = grounds.plan.sufficiency_of(node)
    if not found.applies:
        return unknown("no KPI of it has a change to bring about", Measure.PERCENT)
    if found.value is None:
        return unknown(_NO_MOVES, Measure.PERCENT)
    asks = tuple(Ask("value", kpi.node, "sufficiency") for kpi in grounds.plan.kpis_of(node))
    return Explained(found.value, Measure.PERCENT, SMALLEST, asks)


def _is_enough(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value = grounds.plan.sufficiency_of(node).value
    ask = Ask("value", node, "sufficiency")
    found = None if value is None else value >= ENOUGH
    return Explained(
        found, Measure.TRUTH, AT_LEAST_ALL, (ask,), "" if value is not None else "sufficiency is not known"
    )


FIGURES = (
    Explainable("sufficiency", "what tactics move ÷ what it needs", _KPIS, _of_kpi),
    Explainable("sufficiency", "the lowest sufficiency of its KPIs", _OBJECTIVES, of_objective),
    Explainable("moved", "what all tactics together bring to it", _KPIS, _moved),
    Explainable("is_enough", "whether that is all", _OBJECTIVES, _is_enough, inner=True),
)
