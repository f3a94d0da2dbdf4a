"""The figures of the plan as a whole, as `diff` compares them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Leaf, Measure
from alignplan.analysis.explaining.operations.arithmetic import CLAMPED, COUNT, MEAN, PERCENT, WEIGHTED_MEAN
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.analysis.explaining.operations.judging import COUNTED
from alignplan.analysis.figures.interface import figures
from alignplan.analysis.kpis.state import KpiState
from alignplan.diagnostics.finding import Place, Severity
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 60
_PLAN = frozenset((Kind.PLAN,))
_SCOPE = (Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE)
_FINE = (KpiState.MET, KpiState.ON_TRACK)
_KNOWN = tuple(state for state in KpiState if state is not KpiState.NO_DATA)


def _value(grounds: Grounds, name: str) -> Value:
    """The figure as it is compared."""
    of_plan = figures()[name].of_plan
    assert of_plan is not None
    return of_plan(grounds.picture)


def _rolled_up(name: str) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, _node: Node, _detail: str) -> Explained:
        plan, value = grounds.plan, _value(grounds, name)
        inputs: list[Input] = []
        for id in plan.shares.groups[""]:
            root = plan.graph.top[id]
            inputs += [Ask("value", root, name), Ask("weight", root, "weight")]
        reason = "" if value is not None else "of no root objective is it known"
        return Explained(value, Measure.PERCENT, WEIGHTED_MEAN, tuple(inputs), reason)

    return explain


def _attainment(grounds: Grounds, _node: Node, _detail: str) -> Explained:
    value = _value(grounds, "attainment")
    asks = tuple(Ask("value", kpi.node, "clamped_attainment") for kpi in grounds.plan.judged_kpis())
    return Explained(value, Measure.PERCENT, MEAN, asks, "" if value is not None else "no KPI has data")


def _clamped(grounds: Grounds, node: Node, _detail: str) -> Explained:
    attainment = grounds.plan.kpis[node.id].attainment
    value = None if attainment is None else min(max(attainment, 0.0), 100.0)
    reason = "" if value is not None else "the attainment is not known"
    return Explained(value, Measure.PERCENT, CLAMPED, (Ask("value", node, "attainment"),), reason)


def _on_track(grounds: Grounds, node: Node, part: str) -> Explained:
    states = [kpi.state for kpi in grounds.plan.judged_kpis()]
    if part == "percent":
        asks = (Ask("part", node, "kpis-on-track/fine"), Ask("whole", node, "kpis-on-track/known"))
        value = _value(grounds, "kpis-on-track")
        return Explained(
            value, Measure.PERCENT, PERCENT, asks, "" if value is not None else "no KPI has data"
        )
    wanted = _FINE if part == "fine" else _KNOWN
    asked = tuple(Ask("value", kpi.node, "state") for kpi in grounds.plan.judged_kpis())
    return Explained(sum(state in wanted for state in states), Measure.COUNT, COUNTED[part], asked)


def _items(grounds: Grounds, _node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    live = (node for kind in _SCOPE for node in plan.graph.of(kind) if plan.live(node))
    return Explained(
        _value(grounds, "items"), Measure.COUNT, COUNT, tuple(Ask("value", one, "status") for one in live)
    )


def _found(severity: Severity) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, _node: Node, _detail: str) -> Explained:
        leaves = tuple(
            Leaf(
                "value",
                finding.code,
                Measure.WORD,
                finding.item or finding.code,
                finding.place,
                finding.message,
            )
            for finding, found in grounds.picture.found
            if found is severity
        )
        return Explained(_value(grounds, f"{severity}s"), Measure.COUNT, COUNT, leaves)

    return explain


def _summary(grounds: Grounds, _node: Node, part: str) -> Explained:
    """How many files and items `check` judges."""
    graph = grounds.plan.graph
    if part == "items":
        told = [
            (node.id, node.kind.value, Place(node.file, node.route))
            for node in graph.items()
            if node is not graph.plan
        ]
    else:
        told = [(path, "a file of the plan", Place(path, ())) for path in grounds.picture.files]
    leaves = tuple(Leaf("value", name, Measure.WORD, name, place, note) for name, note, place in told)
    return Explained(len(leaves), Measure.COUNT, COUNT, leaves)


def _summed_up(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("files", "items"))


def _parts(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("percent", "fine", "known"))


FIGURES = (
    Explainable("progress", "how much is done", _PLAN, _rolled_up("progress")),
    Explainable("planned", "how much was to be done by today", _PLAN, _rolled_up("planned")),
    Explainable("attainment", "how far the KPIs have come, each from 0 to 100", _PLAN, _attainment),
    Explainable("kpis-on-track", "KPIs that are met or on track, of those with data", _PLAN, _on_track, _parts,
                main="percent"),
    Explainable("items", "live objectives, tactics, actions and milestones", _PLAN, _items),
    *(Explainable(f"{one}s", f"findings of severity {one}", _PLAN, _found(one)) for one in Severity),
    Explainable("summary", "how many files or items `check` judges", _PLAN, _summary, _summed_up),
    Explainable("clamped_attainment", "attainment between 0 and 100", frozenset((Kind.KPI,)), _clamped, inner=True),
)  # fmt: skip
