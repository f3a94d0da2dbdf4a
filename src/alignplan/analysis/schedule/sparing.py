"""How much later each task of a schedule may end before a due date is missed, by itself or by what follows."""

from __future__ import annotations

from alignplan.scheduling.critical import latest
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.slack import as_shared

__all__ = ["latest_by_dues"]

_FAR_DAYS = 36_500
"""A due that is never missed: so many days behind all others."""


def latest_by_dues(problem: Problem, schedule: Schedule) -> tuple[int | None, ...]:
    """The instant by which each task may end at the latest so that no due date is missed; none where none ever is.

    Who shares people and things does so in the order that the schedule has. Of what is late it lies before its finish.
    """
    problem = lasting(problem)
    dues = [task.due for task in problem.tasks]
    per_day = problem.axes[0].per_day if problem.axes else 1
    far = max([schedule.score.finish, *(due for due in dues if due is not None)]) + _FAR_DAYS * per_day
    bound, order = as_shared(problem, schedule.placed)
    modes = [place.mode for place in schedule.placed]
    windows = latest(bound, modes, [far if due is None else due for due in dues], order)
    near = far - _FAR_DAYS * per_day // 2
    return tuple(window.finish if window.finish < near else None for window in windows)
