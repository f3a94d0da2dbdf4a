"""What is to be done when the plan outlives its people: nobody stops, and nothing asks for more than there is.

A task of somebody who no longer works, or one that needs more units than there are, can never be done as it stands.
It still gets a place, so that the rest of the schedule says something: as if the person went on working the common
week, and as if all units that there are were enough. `beyond` names the tasks that have such a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Mode, Problem, Resource, Task
from alignplan.scheduling.schedule import Placed

__all__ = ["beyond", "lasting"]


def lasting(problem: Problem) -> Problem:
    """The problem with axes that never end and needs that can be met; itself where it is like that already."""
    ended = any(axis.ends is not None for axis in problem.axes)
    limits = [max((resource.capacity, *resource.days)) for resource in problem.resources]
    tasks = tuple(_possible(task, limits) for task in problem.tasks)
    resources = _lasting_resources(tasks, problem.resources)
    if not ended and all(
        new is old for new, old in zip((*tasks, *resources), _members(problem), strict=True)
    ):
        return problem
    week = _common_week(problem.axes) if ended else ()
    axes = tuple(
        axis if axis.ends is None else Axis(axis.per_day, axis.worked, week) for axis in problem.axes
    )
    return replace(problem, tasks=tasks, resources=resources, axes=axes)


def beyond(problem: Problem, placed: Sequence[Placed]) -> tuple[int, ...]:
    """The numbers of the tasks that the problem as it stands has no place for, where `lasting` gave them one."""
    other = lasting(problem)
    if other is problem:
        return ()
    found = []
    for number, place in enumerate(placed):
        task = problem.tasks[number]
        if task.fixed is None and (
            task is not other.tasks[number]
            or _outlives(problem, task.modes[place.mode], place)
            or _lacks(problem, task.modes[place.mode], place)
        ):
            found.append(number)
    return tuple(found)


def _members(problem: Problem) -> tuple[Task | Resource, ...]:
    return (*problem.tasks, *problem.resources)


def _possible(task: Task, limits: Sequence[int]) -> Task:
    """The task with no need of more units than there ever are; itself where it has none."""
    if all(units <= limits[number] for mode in task.modes for number, units in mode.needs):
        return task
    return replace(task, modes=tuple(replace(mode, needs=_met(mode, limits)) for mode in task.modes))


def _met(mode: Mode, limits: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple((number, min(units, limits[number])) for number, units in mode.needs if limits[number] > 0)


def _lasting_resources(tasks: Sequence[Task], resources: Sequence[Resource]) -> tuple[Resource, ...]:
    """The resources, each with what the greatest need asks for once their days are over."""
    most = [0] * len(resources)
    for task in tasks:
        if task.fixed is None:
            for mode in task.modes:
                for number, units in mode.needs:
                    most[number] = max(most[number], units)
    return tuple(
        one if one.capacity >= need else replace(one, capacity=need, days=one.days or (one.capacity,))
        for one, need in zip(resources, most, strict=True)
    )


def _common_week(axes: Sequence[Axis]) -> tuple[int, ...]:
    """The week that most axes go on with, of those that go on; every slot where none does."""
    lasting = [axis for axis in axes if axis.ends is None]
    weeks = Counter(tuple(axis.beyond) for axis in lasting if not axis.always)
    weeks = weeks or Counter(tuple(axis.beyond) for axis in lasting)
    if not weeks:
        return (axes[0].per_day,) * 7
    return max(weeks, key=lambda week: (weeks[week], week))


def _outlives(problem: Problem, mode: Mode, place: Placed) -> bool:
    axis = problem.axes[mode.axis]
    return (
        bool(mode.length)
        and axis.ends is not None
        and axis.own(place.finish) - axis.own(place.start) < mode.length
    )


def _lacks(problem: Problem, mode: Mode, place: Placed) -> bool:
    per_day = problem.axes[mode.axis].per_day
    for number, units in mode.needs:
        resource = problem.resources[number]
        if resource.capacity < units and place.finish > len(resource.days) * per_day:
            return True
    return False
