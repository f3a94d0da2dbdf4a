"""When what is open will be finished: as it was promised, else as far as a quick schedule tells.

A check must stay quick, so that of a plan with very many open steps only what is locked is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.days import Days
from alignplan.analysis.schedule.draft import Draft, Entry
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record
from alignplan.scheduling.schedule import Placed

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["MOST_STEPS", "Coming", "coming", "is_computed", "moving"]

MOST_STEPS = 2_000
"""So many open steps a plan may have for its finishes to be computed in passing."""
_OVER = (Status.DONE, Status.DROPPED)


@record
class Coming:
    """The day on which an item will be finished.

    `planned`: nobody estimated it, its length is that of its own dates. `alone`: and nothing pushes it, neither what it
    waits for nor people or things that are busy, so that a later day is but its own dates drawn out; of a tactic with
    steps the same of all that keep it beyond its due.
    """

    finish: date
    planned: bool = False
    alone: bool = False


def is_computed(plan: Standpoint) -> bool:
    """Whether the finishes of a plan are computed in passing: where anything is estimated, and it is not too much.

    Of planned dates alone nothing follows that they do not say.
    """
    if plan.has_more_open_steps(plan.thresholds.get("S405.most", MOST_STEPS)):
        return False
    actions = (action for node in plan.graph.kinds[Kind.TACTIC] for action in node.model.actions.values())
    return any(
        (action.effort or action.duration or action.elapsed) and step_status(action, plan.today) not in _OVER
        for action in actions
    )


def moving(plan: Standpoint) -> Iterator[Node]:
    """The tactics that may move the finishes of others: where those are computed all of them, else none."""
    return iter(plan.graph.kinds[Kind.TACTIC] if is_computed(plan) else ())


def coming(plan: Standpoint) -> dict[str, Coming]:
    """When the open actions, milestones and tactics of a plan will be finished, as far as that is known, by id."""
    found: dict[str, Coming] = {}
    if is_computed(plan):
        found |= _computed(plan)
    locked = plan.lock.items if plan.lock is not None else {}
    for id, item in locked.items():
        node = plan.graph.find(id)
        if node is not None and item.finish is not None and plan.live(node):
            found[id] = replace(found[id], finish=item.finish) if id in found else Coming(item.finish)
    return found


def _computed(plan: Standpoint) -> Iterator[tuple[str, Coming]]:
    from alignplan.scheduling.efforts import solve

    draft = plan.draft
    placed = solve(draft.problem, "quick").placed
    days = Days(draft, placed)
    for id, number in draft.numbers.items():
        entry = draft.entries[number]
        if not entry.over and (entry.length is None or entry.length.source is not Source.UNKNOWN):
            steps = draft.steps.get(id, ())
            alone = (
                _ends_alone(number, steps, draft, placed, days)
                if steps
                else _is_alone(number, draft, placed, days)
            )
            yield id, Coming(days.finish(number), _is_planned(entry), alone)


def _is_planned(entry: Entry) -> bool:
    return entry.length is not None and entry.length.source in (Source.DATES, Source.DUE)


def _is_alone(number: int, draft: Draft, placed: Sequence[Placed], days: Days) -> bool:
    """Whether a task takes as long as was planned, and begins as soon as it may: from its planned start, or today."""
    soonest = max(draft.problem.now, draft.problem.tasks[number].release)
    return _is_planned(draft.entries[number]) and days.between(soonest, placed[number].start) <= 0


def _ends_alone(
    number: int, steps: Sequence[int], draft: Draft, placed: Sequence[Placed], days: Days
) -> bool:
    """Whether all steps of a tactic that end after its due, or last where it has none, are of that kind."""
    finish, due = days.finish(number), draft.entries[number].node.model.due
    ends = {step: days.finish(step) for step in steps if not draft.entries[step].over}
    late = [step for step, day in ends.items() if (day == finish if due is None else day > due)]
    is_last = finish in ends.values()  # else it waits for something besides its steps
    return is_last and bool(late) and all(_is_alone(step, draft, placed, days) for step in late)
