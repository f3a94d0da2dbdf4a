"""When work began, and how much of it was finished long enough ago to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.effort import action_weights
from alignplan.analysis.progress import steps
from alignplan.analysis.rollup import weighted_mean
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.values import Duration
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["began", "finished_by", "finished_days", "shows_on"]


def began(tactic: Node, plan: Standpoint) -> date | None:
    """The day on which work on a tactic began; none where it has not.

    The first `started` or `finished` of it and its steps. Where nothing says when it was started: its start, stated or
    inherited, if that is earlier; where that is still to come, today.
    """
    model = tactic.model
    works = [model, *model.actions.values(), *model.milestones.values()]
    started = _past((getattr(work, "started", None) for work in works), plan.today)
    finished = _past((work.finished for work in works), plan.today)
    if started:
        return min([*started, *finished])
    if not finished and plan.status(tactic) is Status.PLANNED:
        return None
    return min([*finished, *_past([plan.span(tactic).start], plan.today)], default=plan.today)


def _past(days: Iterable[date | None], today: date) -> list[date]:
    return [day for day in days if day is not None and day <= today]


def shows_on(finished: date, lag: Duration, plan: Standpoint) -> date:
    """The day on which the effect of what was finished on a day shows: calendar months, else working time later."""
    if lag.unit == "m" or not lag.amount:
        return lag.after(finished)
    return plan.work_days.reached(finished, lag.days(plan.week.hours, plan.week.days)) or date.max


def finished_by(tactic: Node, lag: Duration, day: date, plan: Standpoint) -> float:
    """How much of a tactic was finished a `lag` before a day, in percent: what is done in part is not finished.

    The weights are those of its progress. What is done and does not say when was finished on its due, at the latest
    today; the open steps of a tactic that is done, with the tactic.
    """

    def shown(finished: date | None) -> float:
        return 100.0 if finished is not None and shows_on(finished, lag, plan) <= day else 0.0

    ends, whole = finished_days(tactic, plan)
    actions, milestones = steps(tactic.model)
    weights = action_weights(actions, plan.week) if actions else [1.0] * len(milestones)
    mean = weighted_mean(zip(weights, map(shown, ends), strict=True))
    return shown(whole) if mean is None else mean


def finished_days(tactic: Node, plan: Standpoint) -> tuple[list[date | None], date | None]:
    """When its steps were finished, in order, and when the tactic itself was; none of what is not done."""
    model, due = tactic.model, plan.span(tactic).due
    actions, milestones = steps(model)
    ends = [_end_of(step, due, plan.today) for step in [*actions, *milestones]]
    if plan.status(tactic) is not Status.DONE:
        return ends, None
    whole = _whole(model, ends, due, plan.today)
    return [end or whole for end in ends], whole


def _whole(tactic: Any, ends: Sequence[date | None], due: date | None, today: date) -> date:
    """When a tactic that is done was finished: where it does not say, with the last of its steps, if all are."""
    known = [end for end in ends if end is not None]
    if tactic.finished is None and known and len(known) == len(ends):
        return max(known)
    return _end(tactic, due, today)


def _end_of(step: Any, due: date | None, today: date) -> date | None:
    return _end(step, step.due or due, today) if step_status(step, today) is Status.DONE else None


def _end(work: Any, due: date | None, today: date) -> date:
    """When something that is done was finished."""
    if work.finished is not None and work.finished <= today:
        finished: date = work.finished
        return finished
    return min(due, today) if due is not None else today
