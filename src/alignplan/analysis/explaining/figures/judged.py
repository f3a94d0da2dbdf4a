"""How it goes: the worst of progress, dates, KPIs, money and contingencies."""

from __future__ import annotations

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.judging import HEALTH, OVERDUE, SCHEDULED_LATE, TOO_MUCH_SPENT
from alignplan.analysis.explaining.operations.measures import BEHIND_BAND
from alignplan.analysis.health import is_overdue, state_of_progress
from alignplan.graph.nodes import Node
from alignplan.loading.lock import LOCK
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 15
_GOES = frozenset((Kind.OBJECTIVE, Kind.TACTIC))
_TACTICS = frozenset((Kind.TACTIC,))


def _health(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    found, status = plan.health_of(node), plan.status(node)
    inputs: list[Input] = [Ask("status", node, "status")]
    if plan.stands_by(node):
        inputs.append(grounds.fact("standing_by", True, Measure.TRUTH, "a contingency activates it"))
    elif status not in (Status.DONE, Status.DROPPED):
        inputs += [Ask("part", node, "health_by_progress"), Ask("part", node, "overdue")]
        inputs += [Ask("part", kpi.node, "state") for kpi in plan.kpis_of(node)]
        inputs += [Ask("part", node, "too_much_spent")] if node.kind is Kind.TACTIC else []
        inputs += [Ask("part", node, "scheduled_late")] if plan.lock is not None else []
        inputs += [
            grounds.stated(
                one.node, "part", "at_risk", Measure.WORD, "when", name=f"{one.node.name} is armed"
            )
            for one in plan.armed_in(node)
        ]
    value = None if found.state is None else found.state.value
    return Explained(value, Measure.WORD, HEALTH, tuple(inputs), found.reason)


def _by_progress(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    state = state_of_progress(plan.progress_of(node), plan.planned_of(node), plan.bands)
    asks = (Ask("progress", node, "progress"), Ask("planned", node, "planned"))
    reason = "" if state is not None else "progress or what was planned is not known"
    return Explained(
        None if state is None else state.value, Measure.WORD, BEHIND_BAND, (*asks, *grounds.bands), reason
    )


def _overdue(grounds: Grounds, node: Node, _detail: str) -> Explained:
    plan, status = grounds.plan, grounds.plan.status(node)
    assert status is not None
    kpis = plan.kpis_of(node)
    late = is_overdue(node, status, kpis, plan.today)
    due = grounds.stated(node, "due", node.model.due, Measure.DATE, "due")
    asks: tuple[Input, ...] = ()
    if node.model.due is not None and node.model.due < plan.today:
        asks = (Ask("status", node, "status"), *(Ask("state", kpi.node, "state") for kpi in kpis))
    else:
        asks = (Ask("status", node, "status"),)
    reason = f"overdue since {node.model.due}" if late else "not overdue"
    return Explained(
        "off_track" if late else None, Measure.WORD, OVERDUE, (due, grounds.today, *asks), reason
    )


def _too_much_spent(grounds: Grounds, node: Node, _detail: str) -> Explained:
    budget = node.model.budget
    leaves = [
        grounds.stated(
            node, name, getattr(budget, name, None), Measure.MONEY, "budget", name, name=f"budget {name}"
        )
        for name in ("spent", "planned")
    ]
    spent, planned = (leaf.value for leaf in leaves)
    over = isinstance(spent, (int, float)) and isinstance(planned, (int, float)) and spent > planned
    value = "at_risk" if over else None
    return Explained(value, Measure.WORD, TOO_MUCH_SPENT, tuple(leaves), "" if over else "not over budget")


def _scheduled_late(grounds: Grounds, node: Node, _detail: str) -> Explained:
    late = grounds.plan.finishes.late_as_locked(node)
    finish = grounds.plan.finishes.as_locked(node)
    inputs = (grounds.fact("finish", finish, Measure.DATE, f"locked in {LOCK}"), Ask("due", node, "due"))
    reason = "not scheduled after its due" if late is None else f"scheduled to finish on {late[0]}"
    return Explained(None if late is None else "at_risk", Measure.WORD, SCHEDULED_LATE, inputs, reason)


FIGURES = (
    Explainable("health", "how it goes", _GOES, _health),
    Explainable("health_by_progress", "how it goes by its progress alone", _GOES, _by_progress),
    Explainable("overdue", "how it goes by its due", _GOES, _overdue),
    Explainable("too_much_spent", "how it goes by its money", _TACTICS, _too_much_spent),
    Explainable("scheduled_late", "how it goes by its locked finish", _GOES, _scheduled_late, inner=True),
)
