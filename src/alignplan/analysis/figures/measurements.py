"""What the KPIs say."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.rollup import weighted_mean
from alignplan.analysis.wording import amount_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 40
_KPIS = frozenset((Kind.KPI,))
_STATES = {"off_track": 0, "behind": 1, "on_track": 2, "met": 3}
_FINE = (KpiState.MET, KpiState.ON_TRACK)


def _judged(picture: Picture) -> Iterator[KpiStanding]:
    """The KPIs of live objectives that are chosen, by themselves or with one of their objectives."""
    choice = picture.choice
    for kpi in picture.plan.judged_kpis():
        if kpi.node in choice or any(objective in choice for objective in kpi.objectives):
            yield kpi


def _attainment(picture: Picture) -> float | None:
    known = [kpi.attainment for kpi in _judged(picture) if kpi.attainment is not None]
    return weighted_mean((1.0, min(max(value, 0.0), 100.0)) for value in known)


def _fine(picture: Picture) -> float | None:
    states = [kpi.state for kpi in _judged(picture) if kpi.state is not KpiState.NO_DATA]
    return sum(state in _FINE for state in states) / len(states) * 100 if states else None


def _actual(picture: Picture, node: Node) -> float | None:
    actual = picture.plan.kpis[node.id].actual
    return None if actual is None else actual.value


def _target(picture: Picture, node: Node) -> float | None:
    target = picture.plan.kpis[node.id].target
    return None if target is None else target.value


def _ambition(picture: Picture, node: Node) -> int:
    """A target that is easier to reach is a step back, however well the KPI then stands."""
    return picture.plan.kpis[node.id].goal.sense


def _told_target(picture: Picture, node: Node, before: Value, after: Value) -> str:
    """Which way a target went, and whether that makes it easier to reach."""
    if not isinstance(before, (int, float)) or not isinstance(after, (int, float)):
        return ""
    kpi = picture.plan.kpis[node.id]
    way, sense = ("raised" if after > before else "lowered"), kpi.goal.sense
    ease = (
        "" if sense == 0 else ", harder to reach" if (after > before) == (sense > 0) else ", easier to reach"
    )
    return f"target {way} from {amount_text(before, kpi.unit)} to {amount_text(after, kpi.unit)}{ease}"


def _state(picture: Picture, node: Node) -> str:
    return picture.plan.kpis[node.id].state.value


def _told_state(_picture: Picture, _node: Node, before: Value, after: Value) -> str:
    if "no_data" in (before, after):
        return ""
    return f"from {str(before).replace('_', ' ')} to {str(after).replace('_', ' ')}"


FIGURES = (
    Figure("attainment", "how far the KPIs have come, each from 0 to 100", Unit.PERCENT, True, of_plan=_attainment,
           of_item=lambda picture, node: picture.plan.kpis[node.id].attainment, kinds=_KPIS),
    Figure("kpis-on-track", "KPIs that are met or on track, of those with data", Unit.PERCENT, True, of_plan=_fine),
    Figure("actual", "the last value", Unit.AMOUNT, of_item=_actual, kinds=_KPIS),
    Figure("target", "the target", Unit.AMOUNT, of_item=_target, kinds=_KPIS, told=_told_target, sense=_ambition),
    Figure("state", "where the KPI stands", Unit.WORD, True, of_item=_state, kinds=_KPIS, told=_told_state,
           grades=_STATES),
)  # fmt: skip
