"""Planned progress: how much of the work was to be done by today, in percent. The same roll-up as progress.

Where a schedule is locked its days count, else those that are stated or inherited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.dates import Dates, Span
from alignplan.analysis.effort import WorkWeek, action_weights
from alignplan.analysis.progress import Figures, steps
from alignplan.analysis.rollup import bottom_up, parts_of, weighted_mean
from alignplan.analysis.shares import Shares
from alignplan.analysis.status import Statuses
from alignplan.graph.graph import PlanGraph
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.loading.lock import Lock

__all__ = ["locked_span", "planned", "planned_of_milestone", "planned_of_span", "tactic_planned"]


def planned_of_span(span: Span, today: date) -> float | None:
    """(today − start + 1) ÷ (due − start + 1) in percent of calendar days: 0 before start, 100 from due on.

    Unknown where a date that matters is, or where they are reversed and today lies between them.
    """
    early = span.start is not None and today < span.start
    late = span.due is not None and today >= span.due
    if early or late:
        return None if early and late else 0.0 if early else 100.0
    if span.start is None or span.due is None:
        return None
    return ((today - span.start).days + 1) * 100 / ((span.due - span.start).days + 1)


def planned_of_milestone(due: date | None, today: date) -> float | None:
    """100 from due on, 0 before; unknown without a due date."""
    if due is None:
        return None
    return 100.0 if today >= due else 0.0


def locked_span(lock: Lock | None, id: str) -> Span | None:
    """The days of an item by the locked schedule; none where it has not both of them."""
    item = lock.items.get(id) if lock is not None else None
    if item is None or item.start is None or item.finish is None:
        return None
    return Span(item.start, item.finish)


def tactic_planned(
    tactic: Any, span: Span, today: date, week: WorkWeek, lock: Lock | None = None, id: str = ""
) -> float | None:
    """Planned progress of a tactic in percent, over the same steps and weights as its progress, done or not.

    Without steps by its own dates. Steps whose planned progress is unknown are left out. `id` is that of the tactic,
    by which a lock knows it.
    """
    actions, milestones = steps(tactic)
    if actions:
        spans = [Span(action.start or span.start, action.due or span.due) for action in actions]
        if lock is not None:
            known = [locked_span(lock, f"{id}/{name}") for name in _names(tactic.actions, actions)]
            spans = [inner or stated for inner, stated in zip(known, spans, strict=True)]
        values = [planned_of_span(inner, today) for inner in spans]
        return weighted_mean(zip(action_weights(actions, week), values, strict=True))
    if milestones:
        dues = [milestone.due or span.due for milestone in milestones]
        if lock is not None:
            known = [locked_span(lock, f"{id}/{name}") for name in _names(tactic.milestones, milestones)]
            dues = [stated if inner is None else inner.due for inner, stated in zip(known, dues, strict=True)]
        return weighted_mean((1.0, planned_of_milestone(due, today)) for due in dues)
    return planned_of_span(locked_span(lock, id) or span, today)


def _names(section: Mapping[str, Any], chosen: Sequence[Any]) -> list[str]:
    """The names of some entries of a section, in order."""
    wanted = {id(step) for step in chosen}
    return [name for name, step in section.items() if id(step) in wanted]


def planned(
    graph: PlanGraph,
    statuses: Statuses,
    shares: Shares,
    dates: Dates,
    week: WorkWeek,
    done: tuple[Figures, Figures],
    lock: Lock | None = None,
) -> tuple[Figures, Figures]:
    """Planned progress of all objectives and of all tactics, in percent.

    Of an objective: Σ w·planned ÷ Σ w over the children and tactics whose progress (`done`) and planned progress are
    known. A done objective with nothing known below: by its own dates. Nothing known, or in a circle: unknown.
    """
    today = statuses.today
    tactics: Figures = {
        node.id: tactic_planned(node.model, dates.of_tactic(node), today, week, lock, node.id)
        for node in graph.kinds[Kind.TACTIC]
    }
    same_tactics = _where_known(tactics, done[1])
    objectives: Figures = {}
    order, circular = bottom_up(graph)
    same: Figures = dict.fromkeys(order)
    for id in order:
        value = None if id in circular else weighted_mean(parts_of(id, shares, same, same_tactics))
        if value is None and statuses.of_objectives[id] is Status.DONE:
            value = planned_of_span(dates.objectives[id], today)
        objectives[id] = value
        same[id] = value if done[0][id] is not None else None
    return objectives, tactics


def _where_known(values: Figures, done: Figures) -> Figures:
    return {id: value if done[id] is not None else None for id, value in values.items()}
