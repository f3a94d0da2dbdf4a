"""All schedules of a small problem, one after the other: slow, simple, and certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from tests.scheduling.checker import broken_link, score, taken, too_long, works

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Problem, Task
from alignplan.scheduling.schedule import Placed, Schedule, Score

__all__ = ["earliest_finish", "schedules"]


def earliest_finish(problem: Problem, horizon: int) -> int | None:
    """The finish of the shortest schedule of a problem that is over by a horizon; None where there is none."""
    best = None
    for placed in schedules(problem, horizon):
        finish = score(problem, placed)[2]
        best = finish if best is None else min(best, finish)
    return best


def schedules(problem: Problem, horizon: int) -> Iterator[tuple[Placed, ...]]:
    """Every schedule that is over by a horizon."""
    order = _order(problem)
    nothing = Schedule((Placed(0, 0),) * len(problem.tasks), Score(0, 0, 0), 0, (), "")
    found: list[tuple[int, tuple[Placed, ...]]] = [(0, nothing.placed)]
    while found:
        done, placed = found.pop()
        if done == len(order):
            yield placed
            continue
        number = order[done]
        for place in _places(problem, problem.tasks[number], horizon):
            tried = (*placed[:number], place, *placed[number + 1 :])
            if _fits(problem, nothing, tried, order[: done + 1]):
                found.append((done + 1, tried))


def _order(problem: Problem) -> list[int]:
    order: list[int] = []
    while len(order) < len(problem.tasks):
        order.append(
            next(
                number
                for number in range(len(problem.tasks))
                if number not in order
                and all(link.before in order for link in problem.links if link.after == number)
            )
        )
    return order


def _places(problem: Problem, task: Task, horizon: int) -> Iterator[Placed]:
    if task.fixed is not None:
        yield Placed(*task.fixed, 0, (task.fixed,) if task.fixed[0] < task.fixed[1] else ())
        return
    first = max(task.release, problem.now)
    for number, mode in enumerate(task.modes):
        if mode.length == 0:
            for instant in range(first, horizon + 1):
                yield Placed(instant, instant, number)
            continue
        slots = [slot for slot in range(first, horizon) if works(problem.axes[mode.axis], slot)]
        if task.split:
            for chosen in combinations(slots, mode.length):
                pieces = _pieces(problem.axes[mode.axis], chosen)
                yield Placed(chosen[0], chosen[-1] + 1, number, pieces)
        else:
            for at in range(len(slots) - mode.length + 1):
                start, finish = slots[at], slots[at + mode.length - 1] + 1
                yield Placed(start, finish, number, ((start, finish),))


def _pieces(axis: Axis, slots: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    pieces: list[tuple[int, int]] = []
    for slot in slots:
        if pieces and not any(works(axis, between) for between in range(pieces[-1][1], slot)):
            pieces[-1] = (pieces[-1][0], slot + 1)
        else:
            pieces.append((slot, slot + 1))
    return tuple(pieces)


def _fits(problem: Problem, nothing: Schedule, placed: tuple[Placed, ...], known: list[int]) -> bool:
    """Whether the tasks that are placed so far keep their links and leave no resource short."""
    schedule = replace(nothing, placed=placed)
    newest = known[-1]
    for link in problem.links:
        if link.after == newest and (
            any(broken_link(problem, schedule, link)) or too_long(problem, schedule, link) > 0
        ):
            return False
    load: dict[tuple[int, int], int] = defaultdict(int)
    planned = set()
    for number in known:
        task = problem.tasks[number]
        for resource, slot, units in taken(problem, task, placed[number]):
            load[resource, slot] += units
            if task.fixed is None:
                planned.add((resource, slot))
    for number, slot in planned:
        shared, day = problem.resources[number], slot // problem.axes[0].per_day
        if load[number, slot] > (shared.days[day] if day < len(shared.days) else shared.capacity):
            return False
    return True
