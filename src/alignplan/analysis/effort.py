"""Work in days: what an effort or a duration is in working days, by the plan's default calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignplan.graph.graph import PlanGraph
from alignplan.records import record

__all__ = ["DAYS", "HOURS", "WorkWeek", "action_weights", "person_days", "work_week"]

HOURS, DAYS = 8.0, 5


@record
class WorkWeek:
    """A working week: hours to a day, days to a week."""

    hours: float = HOURS
    days: int = DAYS


def work_week(graph: PlanGraph) -> WorkWeek:
    """That of the plan's default calendar; 8 hours and 5 days where it has none or does not say."""
    node = graph.calendars.get(graph.plan.model.calendar or "")
    if node is None:
        return WorkWeek()
    hours, days = node.model.hours, len(set(node.model.workdays))
    return WorkWeek(hours if hours is not None and hours > 0 else HOURS, days or DAYS)


def person_days(action: Any, week: WorkWeek) -> float | None:
    """The effort of an action in person-days (of three points the likely one); unknown where none is stated."""
    effort = action.effort
    return None if effort is None else float(effort.likely.days(week.hours, week.days))


def action_weights(actions: Sequence[Any], week: WorkWeek) -> list[float]:
    """How much each action weighs in its tactic, in days.

    Its effort in person-days, else the working days of its duration, else the mean weight of the others; where none
    has a weight, all weigh the same. `elapsed` gives no weight: no one works in it.
    """
    stated: list[float | None] = []
    for action in actions:
        if action.effort is not None:
            stated.append(action.effort.likely.days(week.hours, week.days))
        elif action.duration is not None:
            stated.append(action.duration.days(week.hours, week.days))
        else:
            stated.append(None)
    known = [weight for weight in stated if weight is not None]
    if not known:
        return [1.0] * len(stated)
    mean = sum(known) / len(known)
    return [mean if weight is None else weight for weight in stated]
