"""How much later each task of a schedule may lie when its people and things are counted, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignplan.scheduling.critical import latest
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import FS, Link, Problem
from alignplan.scheduling.ranking import ranked
from alignplan.scheduling.schedule import Placed, Schedule

__all__ = ["as_shared", "levelled_slack", "resource_links"]


def levelled_slack(problem: Problem, schedule: Schedule) -> tuple[int, ...]:
    """By how many slots of its axis each task may end later without the last finish being later, by number.

    The order in which tasks share resources is kept: who has units now hands them to the same tasks as now. What is
    history has none. Where units of a resource come and go by the day, it may be more than there really is.
    """
    problem = lasting(problem)
    placed = schedule.placed
    modes = [place.mode for place in placed]
    bound, order = as_shared(problem, placed)
    late = latest(bound, modes, [schedule.score.finish] * len(placed), order)
    found = []
    for task, place, window in zip(problem.tasks, placed, late, strict=True):
        mode = task.modes[place.mode]
        if task.fixed is not None:
            found.append(0)
        elif not mode.length:
            found.append(max(window.start - place.start, 0))
        else:
            axis = problem.axes[mode.axis]
            more = axis.own(max(window.finish, 0)) - axis.own(place.finish)
            found.append(max(min(more, window.own - axis.own(place.start)), 0))
    return tuple(found)


def as_shared(problem: Problem, placed: Sequence[Placed]) -> tuple[Problem, list[int]]:
    """The problem with the order in which its resources are shared now as links, and an order of its tasks."""
    bound = replace(problem, links=(*problem.links, *resource_links(problem, placed)))
    try:
        return bound, ranked(bound)
    except ValueError:  # leads and starts that wait may turn round what a resource says
        kept = tuple(link for link in bound.links if link.lag >= 0 and link.kind == FS)
        bound = replace(problem, links=kept)
        return bound, ranked(bound)


def resource_links(problem: Problem, placed: Sequence[Placed]) -> list[Link]:
    """Who hands units of a resource on to whom, as links: the task takes them that begins next."""
    users: list[list[tuple[int, int, int, int]]] = [[] for _ in problem.resources]
    for number, (task, place) in enumerate(zip(problem.tasks, placed, strict=True)):
        if place.start < place.finish:
            for resource, units in task.modes[place.mode].needs:
                users[resource].append((place.start, place.finish, number, units))
    joined = {(link.before, link.after) for link in problem.links}
    found: dict[tuple[int, int], None] = {}
    for resource, using in enumerate(users):
        one = problem.resources[resource]
        for pair in _handed_on(sorted(using), max((one.capacity, *one.days)), joined):
            if pair not in joined and pair[::-1] not in joined:
                found[pair] = None
    return [Link(before, after) for before, after in found]


def _handed_on(
    using: Sequence[tuple[int, int, int, int]], capacity: int, joined: set[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs of tasks between which units pass: best such as are linked anyhow, else those that end last."""
    idle = capacity  # what nobody had yet
    holding: dict[int, tuple[int, int]] = {}  # by task, its finish and the units that it still has to hand on
    found: list[tuple[int, int]] = []
    for start, finish, number, units in using:
        wanted = units
        ended = [(other, end) for other, (end, _) in holding.items() if end <= start]
        ended.sort(key=lambda one: ((one[0], number) not in joined, -one[1], one[0]))
        linked = [other for other, _ in ended if (other, number) in joined]
        free = [other for other, _ in ended if (other, number) not in joined]
        for other in linked:
            wanted -= _take(holding, other, wanted, found, number)
        fresh = min(idle, wanted)
        idle -= fresh
        wanted -= fresh
        for other in free:
            if not wanted:
                break
            wanted -= _take(holding, other, wanted, found, number)
        holding[number] = finish, units
    return found


def _take(
    holding: dict[int, tuple[int, int]], other: int, wanted: int, found: list[tuple[int, int]], number: int
) -> int:
    """Hands units of one task on to another; how many."""
    end, there = holding[other]
    units = min(there, wanted)
    if units:
        found.append((other, number))
    if units == there:
        del holding[other]
    else:
        holding[other] = end, there - units
    return units
