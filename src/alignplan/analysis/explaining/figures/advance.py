"""How far it is: done, and planned by today."""

from __future__ import annotations

from alignplan.analysis.dates import Span
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import MEAN, STATED, WEIGHTED_MEAN
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.explaining.operations.work import DONE, DUE_REACHED, ELAPSED, STEP_DONE
from alignplan.analysis.planned import locked_span, planned_of_milestone, planned_of_span
from alignplan.graph.nodes import Node
from alignplan.loading.lock import LOCK
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 10
_WORK = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
_NOTHING = "nothing below it has a progress that is known"


def _percent(value: float | None, operation: Operation, *inputs: Input, reason: str = "") -> Explained:
    return Explained(value, Measure.PERCENT, operation, inputs, reason if value is None else "")


def _progress(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value = grounds.plan.progress_of(node)
    if node.kind is Kind.OBJECTIVE:
        return _objective(grounds, node, value)
    if node.kind is Kind.TACTIC:
        return _tactic(grounds, node, value)
    stated = grounds.stated(node, "progress", node.model.progress, Measure.PERCENT, "progress")
    return _percent(value, STEP_DONE, Ask("status", node, "status"), stated)


def _tactic(grounds: Grounds, node: Node, value: float | None) -> Explained:
    status = Ask("status", node, "status")
    if grounds.plan.status(node) is Status.DONE:
        return _percent(value, DONE, status)
    steps = grounds.step_nodes(node)
    if steps:
        return _over_steps(steps, "progress", value)
    stated = grounds.stated(node, "progress", node.model.progress, Measure.PERCENT, "progress")
    if node.model.progress is not None:
        return _percent(value, STATED, stated)
    if value is None:
        return unknown(
            "it has begun, and has neither steps nor a `progress`", Measure.PERCENT, status, stated
        )
    return _percent(value, STEP_DONE, status, stated)


def _over_steps(steps: list[Node], figure: str, value: float | None) -> Explained:
    reason = "all its steps weigh 0, or none has a date"
    if steps[0].kind is Kind.MILESTONE:
        return _percent(value, MEAN, *(Ask("value", step, figure) for step in steps), reason=reason)
    inputs = [ask for step in steps for ask in (Ask("value", step, figure), Ask("weight", step, "weight"))]
    return _percent(value, WEIGHTED_MEAN, *inputs, reason=reason)


def _objective(grounds: Grounds, node: Node, value: float | None) -> Explained:
    if grounds.plan.status(node) is Status.DONE:
        return _percent(value, DONE, Ask("status", node, "status"))
    if node.id in grounds.circular:
        return unknown("its parents run in a circle", Measure.PERCENT)
    return _percent(value, WEIGHTED_MEAN, *_parts(grounds, node, "progress"), reason=_NOTHING)


def _parts(grounds: Grounds, objective: Node, figure: str) -> list[Ask]:
    """What of an objective counts; for the planned progress only that of which the progress is known."""
    plan, found = grounds.plan, list[Ask]()
    for group in (plan.shares.groups.get(objective.id, {}), plan.shares.tactics.get(objective.id, {})):
        for id in group:
            node = plan.graph.top[id]
            if figure == "progress" or plan.progress_of(node) is not None:
                found += [Ask("value", node, figure), Ask("weight", node, f"weight/{objective.id}")]
    return found


def _planned(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    value = plan.planned_of(node)
    if node.kind is Kind.OBJECTIVE:
        return _planned_objective(grounds, node, value)
    if node.kind is Kind.TACTIC:
        steps = grounds.step_nodes(node)
        return _over_steps(steps, "planned", value) if steps else _by_dates(grounds, node, value)
    if node.kind is Kind.MILESTONE:
        assert value == planned_of_milestone(plan.planned_span(node).due, plan.today)
        reason = "no due date, nor has its tactic"
        return _percent(value, DUE_REACHED, _day(grounds, node, "due"), grounds.today, reason=reason)
    return _by_dates(grounds, node, value)


def _by_dates(grounds: Grounds, node: Node, value: float | None) -> Explained:
    asks = (_day(grounds, node, "start"), _day(grounds, node, "due"), grounds.today)
    return _percent(value, ELAPSED, *asks, reason="a date that matters is missing, or they are reversed")


def _day(grounds: Grounds, node: Node, name: str) -> Input:
    """Its first or last day: as it is locked, else as it is stated or inherited."""
    if locked_span(grounds.plan.lock, node.id) is None:
        return Ask(name, node, name)
    day = getattr(grounds.plan.planned_span(node), name)
    return grounds.fact(name, day, Measure.DATE, f"locked in {LOCK}")


def _planned_objective(grounds: Grounds, node: Node, value: float | None) -> Explained:
    plan = grounds.plan
    circular = node.id in grounds.circular
    parts = [] if circular else _parts(grounds, node, "planned")
    known = any(ask.role == "value" and plan.planned_of(ask.node) is not None for ask in parts)
    if not known and plan.status(node) is Status.DONE:
        span: Span = plan.span(node)
        assert value == planned_of_span(span, plan.today)
        return _by_dates(grounds, node, value)
    if circular:
        return unknown("its parents run in a circle", Measure.PERCENT)
    return _percent(value, WEIGHTED_MEAN, *parts, reason=_NOTHING)


FIGURES = (
    Explainable("progress", "how much is done", _WORK, _progress),
    Explainable("planned", "how much was to be done by today", _WORK, _planned),
)
