"""Where it stands and when it is due: statuses and dates, stated or inherited."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import EARLIEST, FIRST, LATEST, STATED
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.explaining.operations.work import STEP_STATUS, TACTIC_STATUS
from alignplan.analysis.items import Items
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 20
_WORK = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
_STEPS = frozenset((Kind.ACTION, Kind.MILESTONE))
_DATED = _WORK | {Kind.PLAN}


def _status(grounds: Grounds, node: Node, _detail: str) -> Explained:
    status = grounds.plan.status(node)
    value = None if status is None else status.value
    if node.kind is Kind.OBJECTIVE:
        stated = node.model.status
        leaf = grounds.stated(
            node, "stated", None if stated is None else stated.value, Measure.WORD, "status"
        )
        usual = grounds.fact("else", "active", Measure.WORD, "default")
        return Explained(value, Measure.WORD, FIRST, (leaf, usual))
    inputs = [
        grounds.stated(node, role, None if given is None else str(given), Measure.WORD, "status")
        if role == "stated"
        else grounds.stated(node, role, given, Measure.PERCENT if role == "progress" else Measure.DATE, role)
        for role, given in (
            ("stated", node.model.status), ("progress", node.model.progress),
            ("started", getattr(node.model, "started", None)), ("finished", node.model.finished),
        )
        if given is not None or role == "stated"
    ]  # fmt: skip
    if node.kind is Kind.TACTIC:
        steps = (child for child in grounds.plan.graph.children(node) if child.kind in _STEPS)
        asked = () if node.model.status is not None else tuple(Ask("step", step, "status") for step in steps)
        return Explained(value, Measure.WORD, TACTIC_STATUS, (*inputs, *asked, grounds.today))
    return Explained(value, Measure.WORD, STEP_STATUS, (*inputs, grounds.today))


def _start(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return _date(grounds, node, "start")


def _due(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return _date(grounds, node, "due")


def _stated_due(grounds: Grounds, node: Node, _detail: str) -> Explained:
    due = node.model.due
    leaf = grounds.stated(node, "value", due, Measure.DATE, "due")
    return Explained(due, Measure.DATE, STATED, (leaf,), "" if due is not None else "it states no `due`")


def _date(grounds: Grounds, node: Node, field: str) -> Explained:
    plan = grounds.plan
    value: date | None = getattr(plan.span(node), field)
    if node.kind is Kind.PLAN:
        return _horizon(grounds, value, field)
    own = getattr(node.model, field, None)
    leaf = grounds.stated(node, "value", own, Measure.DATE, field)
    if own is not None:
        return Explained(value, Measure.DATE, STATED, (leaf,))
    above = _above(grounds, node)
    known = [one for one in above if getattr(plan.span(one), field) is not None]
    if node.kind in _STEPS or (known and not _circular(grounds, node)):
        asks: tuple[Input, ...] = tuple(Ask("value", one, field) for one in above)
        return _inherited(value, EARLIEST if field == "start" else LATEST, asks, field)
    asks = tuple(Ask("value", one, field) for one in above if not _circular(grounds, node))
    return _inherited(value, FIRST, (*asks, Ask("value", plan.graph.plan, field)), field)


def _inherited(value: date | None, operation: Operation, inputs: tuple[Input, ...], field: str) -> Explained:
    reason = (
        "" if value is not None else f"neither it nor what it serves states `{field}`, nor does the horizon"
    )
    return Explained(value, Measure.DATE, operation, inputs, reason)


def _above(grounds: Grounds, node: Node) -> list[Node]:
    graph = grounds.plan.graph
    if node.kind in _STEPS:
        assert node.parent is not None
        return [node.parent]
    links = graph.supported[node.id] if node.kind is Kind.TACTIC else graph.parents[node.id]
    return [graph.top[id] for id, _ in links]


def _circular(grounds: Grounds, node: Node) -> bool:
    """Whether an objective takes its dates from itself, by a circle: then it takes the horizon's."""
    return node.kind is Kind.OBJECTIVE and node.id in grounds.circular


def _horizon(grounds: Grounds, value: date | None, field: str) -> Explained:
    plan = grounds.plan.graph.plan
    leaf = grounds.stated(plan, "value", value, Measure.DATE, "horizon", field, name=f"horizon {field}")
    reason = "" if value is not None else "the plan states no horizon"
    return Explained(value, Measure.DATE, STATED, (leaf,), reason)


def _kpi_start(grounds: Grounds, node: Node, _detail: str) -> Explained:
    baseline = node.model.baseline
    stated = baseline.date if baseline is not None else None
    return _kpi_date(grounds, node, "start", stated, ("baseline", "date"))


def _kpi_due(grounds: Grounds, node: Node, _detail: str) -> Explained:
    target, bounds = node.model.target, node.model.range
    if target is not None:
        return _kpi_date(grounds, node, "due", target.date, ("target", "date"))
    return _kpi_date(grounds, node, "due", None if bounds is None else bounds.by, ("range", "by"))


def _kpi_date(
    grounds: Grounds, node: Node, field: str, stated: date | None, steps: tuple[str, ...]
) -> Explained:
    items = Items(grounds.plan)
    value: date | None = getattr(items.span(node), field)
    if stated is not None:
        leaf = grounds.stated(node, "value", stated, Measure.DATE, *steps, name=" ".join(steps))
        return Explained(value, Measure.DATE, STATED, (leaf,))
    asks = tuple(Ask("value", one, field) for one in items.objectives_of(node))
    reason = "" if value is not None else "neither it nor an objective that it measures states one"
    return Explained(value, Measure.DATE, EARLIEST if field == "start" else LATEST, asks, reason)


_KPIS = frozenset((Kind.KPI,))
FIGURES = (
    Explainable("stated-due", "the last day that it states itself", _WORK, _stated_due, inner=True),
    Explainable("status", "where it stands", _WORK, _status),
    Explainable("start", "the first day, stated or inherited", _DATED, _start),
    Explainable("due", "the last day, stated or inherited", _DATED, _due),
    Explainable("start", "the day of its baseline, else of its objectives' start", _KPIS, _kpi_start),
    Explainable("due", "the day of its target, else of its objectives' due", _KPIS, _kpi_due),
)
