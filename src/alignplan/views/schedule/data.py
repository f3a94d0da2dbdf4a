"""`schedule/1`: the answer for machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.analysis.schedule.answer import Outcome, PlanSchedule, Scheduled
from alignplan.analysis.schedule.computing import Search
from alignplan.views.schedule.notes import notes

__all__ = ["answer"]


def answer(
    found: PlanSchedule, chosen: Sequence[Scheduled], outcomes: Sequence[Outcome], search: Search
) -> Mapping[str, object]:
    """The chosen items and objectives, and what is true of the plan as a whole."""
    return {
        "tasks": [_task(item) for item in chosen],
        "objectives": [_objective(outcome) for outcome in outcomes],
        "finish": found.whole.finish,
        "makespan_days": found.makespan_days,
        "bound_days": found.bound_days,
        "bound": found.bound,
        "optimal": found.optimal,
        "gap": found.gap,
        "method": found.schedule.method,
        "effort": search.effort,
        "seed": search.seed,
        "kept": found.kept,
        "critical_path": list(found.whole.path),
        "broken": list(found.broken),
        "notes": notes(found),
    }


def _task(item: Scheduled) -> Mapping[str, object]:
    return {
        "id": item.node.id,
        "kind": item.node.kind.value,
        "title": item.node.title,
        "status": None if item.status is None else item.status.value,
        "start": item.start,
        "finish": item.finish,
        "early_start": item.early_start,
        "late_finish": item.late_finish,
        "slack_days": item.slack_days,
        "free_days": item.free_days,
        "spare_days": item.spare_days,
        "critical": item.critical,
        "assigned": [{"who": one.who, "share": one.share} for one in item.assigned],
        "due": item.due,
        "must": item.must,
        "late_days": item.late_days,
        "estimated": item.estimated,
        "why": {"ground": item.why.ground.value, "item": item.why.item, "who": item.why.who},
    }


def _objective(outcome: Outcome) -> Mapping[str, object]:
    assert outcome.node is not None
    return {
        "id": outcome.node.id,
        "title": outcome.node.title,
        "start": outcome.start,
        "finish": outcome.finish,
        "due": outcome.due,
        "late_days": outcome.late_days,
        "days_in_hand": outcome.in_hand,
        "critical_path": list(outcome.path),
        "unestimated": list(outcome.unestimated),
    }
