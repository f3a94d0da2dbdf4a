"""What is still to do of an action, and what that is measured by.

As a schedule takes it (:mod:`alignplan.analysis.schedule.lengths`), in days: once an action has begun its `remaining`
stands for its estimate, else the part that its progress leaves.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from alignplan.analysis.effort import WorkWeek
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.graph import PlanGraph
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["OpenWork", "has_days", "has_work", "open_work"]

_BEGUN = (Status.ACTIVE, Status.PAUSED)
_MONTH = 1461 / 48
"""Days of a calendar month where none is meant in particular."""


class OpenWork(NamedTuple):
    """What is open of an action.

    `days` are person-days of `EFFORT`, working days of `DURATION`, calendar days of `ELAPSED`; of all else 0. A tuple:
    a large plan has a hundred thousand.
    """

    source: Source
    days: float
    begun: bool


def open_work(action: Any, status: Status, week: WorkWeek) -> OpenWork:
    """What is open of an action that is not over; the source `UNKNOWN` where nothing is estimated."""
    begun = status in _BEGUN
    if action.effort is not None:
        source, length = Source.EFFORT, action.effort.likely
    elif action.duration is not None:
        source, length = Source.DURATION, action.duration
    elif action.elapsed is not None:
        source, length = Source.ELAPSED, action.elapsed
    elif begun and action.remaining is not None:
        source, length = Source.EFFORT, action.remaining
    else:
        return OpenWork(Source.UNKNOWN, 0.0, begun)
    left = 1.0
    if begun and action.remaining is not None:
        length = action.remaining
    elif begun and action.progress:
        left = 1 - action.progress / 100
    days = _calendar_days(length) if source is Source.ELAPSED else length.days(week.hours, week.days)
    return OpenWork(source, days * left, begun)


def _calendar_days(length: Any) -> float:
    return float(length.amount * {"h": 1 / 24, "d": 1, "w": 7, "m": _MONTH}[length.unit])


def has_work(graph: PlanGraph) -> bool:
    """Whether any action says how much work it is; where none does, nobody can be overbooked."""
    return any(
        action.effort is not None
        or action.remaining is not None
        or action.duration is not None
        or action.elapsed is not None
        or has_days(action)
        for tactic in graph.kinds[Kind.TACTIC]
        for action in tactic.model.actions.values()
    )


def has_days(action: Any) -> bool:
    """Whether its planned days and the shares of those who work on it say how much work it is."""
    if action.start is None or action.due is None or action.start > action.due:
        return False
    return any(share is not None for _, share in (*action.assigned, *action.any_of))
