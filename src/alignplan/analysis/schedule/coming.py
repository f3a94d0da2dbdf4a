"""When what is open will be finished: as it was promised, else as far as a quick schedule tells.

A check must stay quick, so that of a plan with very many open steps only what is locked is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.days import Days
from alignplan.analysis.schedule.draft import Entry
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.status import step_status
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["MOST_STEPS", "Coming", "coming", "is_computed"]

MOST_STEPS = 2_000
"""So many open steps a plan may have for its finishes to be computed in passing."""
_OVER = (Status.DONE, Status.DROPPED)


@record
class Coming:
    """The day on which an item will be finished; `planned`: nobody estimated it, the day is that of its own dates."""

    finish: date
    planned: bool = False


def is_computed(plan: Standpoint, most: float = MOST_STEPS) -> bool:
    """Whether the finishes of a plan are computed in passing: where anything is estimated, and it is not too much.

    Of planned dates alone nothing follows that they do not say.
    """
    estimated, open_ = False, 0
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        for action in tactic.model.actions.values():
            if step_status(action, plan.today) in _OVER:
                continue
            estimated = estimated or bool(action.effort or action.duration or action.elapsed)
            open_ += 1
            if open_ > most:
                return False
    return estimated


def coming(plan: Standpoint, most: float = MOST_STEPS) -> dict[str, Coming]:
    """When the open actions, milestones and tactics of a plan will be finished, as far as that is known, by id."""
    found: dict[str, Coming] = {}
    if is_computed(plan, most):
        found |= _computed(plan)
    locked = plan.lock.items if plan.lock is not None else {}
    for id, item in locked.items():
        node = plan.graph.find(id)
        if node is not None and item.finish is not None and plan.live(node):
            found[id] = Coming(item.finish, found[id].planned if id in found else False)
    return found


def _computed(plan: Standpoint) -> Iterator[tuple[str, Coming]]:
    from alignplan.scheduling.efforts import solve

    draft = plan.draft
    placed = solve(draft.problem, "quick").placed
    days = Days(draft, placed)
    for id, number in draft.numbers.items():
        entry = draft.entries[number]
        if not entry.over and (entry.length is None or entry.length.source is not Source.UNKNOWN):
            yield id, Coming(days.finish(number), _is_planned(entry))


def _is_planned(entry: Entry) -> bool:
    return entry.length is not None and entry.length.source in (Source.DATES, Source.DUE)
