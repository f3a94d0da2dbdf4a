"""What each resource has to do against what there is of it.

The energy of a task on a resource is slots times units. Taken as something that can be poured into any slot between
the task's earliest start and latest finish, it can be scheduled at its best: earliest deadline first (Jackson's rule,
with interruptions). If even that comes too late, nothing comes in time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush, heapreplace
from itertools import accumulate, chain, cycle, islice, repeat
from operator import mul

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.bounds.windows import Network
from alignplan.scheduling.problem import Problem, Resource, Task

__all__ = ["Supplies", "joined", "overdue"]

Job = tuple[int, int, int]
"""Release, deadline and amount, in one measure."""


class Steady:
    """Resources of which there is always as much, in the slots of an axis: units times slots, from day 0 on."""

    def __init__(self, units: int, axis: Axis) -> None:
        self._units, self._axis = units, axis

    def until(self, instant: int) -> int:
        """The supply before an instant."""
        return self._units * self._axis.own(instant)

    def when(self, amount: int) -> int:
        """The first instant before which there is an amount over 0; `OverflowError` where there never is."""
        return self._axis.slot((amount - 1) // self._units) + 1


class Varying:
    """The same of resources of which there is not as much on each day."""

    def __init__(self, resources: list[Resource], axis: Axis) -> None:
        self._per_day = axis.per_day
        self._days: int = max(len(axis.worked), *(len(one.days) for one in resources))
        days = self._days + 7
        self._slots: list[int] = _by_day(axis.worked, cycle(axis.beyond), days)
        self._units: list[int] = [
            sum(there) for there in zip(*(_units(one, days) for one in resources), strict=True)
        ]
        self._before: list[int] = [0, *accumulate(map(mul, self._units, self._slots))]
        self._week: int = self._before[-1] - self._before[self._days]

    def until(self, instant: int) -> int:
        """The supply before an instant."""
        day, rest = divmod(instant, self._per_day)
        weeks = 0
        if day >= self._days:
            weeks, day = divmod(day - self._days, 7)
            day += self._days
        return self._before[day] + weeks * self._week + self._units[day] * min(rest, self._slots[day])

    def when(self, amount: int) -> int:
        """The first instant before which there is an amount over 0; `OverflowError` where there never is."""
        weeks = 0
        if amount > self._before[-1]:
            if not self._week:
                raise OverflowError("there is no more of it")
            weeks = -((self._before[-1] - amount) // self._week)
            amount -= weeks * self._week
        day = bisect_left(self._before, amount) - 1
        slots = -((self._before[day] - amount) // self._units[day])
        return (day + weeks * 7) * self._per_day + slots


def _by_day(days: Sequence[int], beyond: Iterable[int], amount: int) -> list[int]:
    return list(islice(chain(days, beyond), amount))


def _units(resource: Resource, days: int) -> list[int]:
    return _by_day(resource.days, repeat(resource.capacity), days)


def joined(axes: list[Axis]) -> Axis:
    """The axis of the slots that any of some axes has."""
    if len(axes) == 1:
        return axes[0]
    days = max(len(axis.worked) for axis in axes)
    several = [_by_day(axis.worked, cycle(axis.beyond), days + 7) for axis in axes]
    worked = list(map(max, *several))
    return Axis(axes[0].per_day, worked[:days], worked[days:])


class Supplies:
    """The resources of a problem, alone and, where tasks can choose among some, together, with the tasks on them.

    History is left out on both sides: what it took only makes less of what is there.
    """

    def __init__(self, problem: Problem) -> None:
        self.groups: list[tuple[Steady | Varying, list[tuple[int, int]]]] = []
        """What there is, and the number and the energy of each task that takes of it."""
        sharing: dict[frozenset[int], list[int]] = {}
        for number, task in enumerate(problem.tasks):
            if task.fixed is None:
                for resource in {resource for mode in task.modes for resource, _ in mode.needs}:
                    sharing.setdefault(frozenset([resource]), []).append(number)
        self._add_choices(problem, sharing)
        for resources, numbers in sharing.items():
            amounts = [(number, _energy(problem.tasks[number], resources)) for number in numbers]
            amounts = [(number, amount) for number, amount in amounts if amount]
            if amounts:
                self.groups.append((_supply(problem, resources, numbers), amounts))

    @staticmethod
    def _add_choices(problem: Problem, sharing: dict[frozenset[int], list[int]]) -> None:
        """Of each set of resources among which a task can choose: the tasks that take any of it."""
        alone = {next(iter(resources)): numbers for resources, numbers in sharing.items()}
        for task in problem.tasks:
            if task.fixed is None and len(task.modes) > 1:
                resources = frozenset(resource for mode in task.modes for resource, _ in mode.needs)
                if resources not in sharing and len(resources) > 1:
                    numbers = {number for resource in resources for number in alone[resource]}
                    sharing[resources] = sorted(numbers)

    def finish(self, network: Network) -> int:
        """The instant before which no resource can have done what it has to do; `now` without any."""
        found = network.problem.now
        for supply, amounts in self.groups:
            first = min(network.start[number] for number, _ in amounts)
            wanted = supply.until(first) + sum(amount for _, amount in amounts)
            found = max(found, supply.when(wanted))
        return found

    def refuted(self, network: Network) -> bool:
        """Whether the windows of the network leave too little of some resource."""
        start, deadline = network.start, network.deadline
        for supply, amounts in self.groups:
            until = supply.until
            if overdue([(until(start[n]), until(deadline[n]), amount) for n, amount in amounts]):
                return True
        return False


def _energy(task: Task, resources: frozenset[int]) -> int:
    """The least that a task takes of some resources, whatever its mode."""
    return min(
        mode.length * sum(units for resource, units in mode.needs if resource in resources)
        for mode in task.modes
    )


def _supply(problem: Problem, resources: frozenset[int], numbers: list[int]) -> Steady | Varying:
    axes = {mode.axis for number in numbers for mode in problem.tasks[number].modes}
    axis = joined([problem.axes[one] for one in sorted(axes)])
    there = [problem.resources[one] for one in sorted(resources)]
    if any(one.days for one in there) or not all(one.capacity for one in there):
        return Varying(there, axis)
    return Steady(sum(one.capacity for one in there), axis)


def overdue(jobs: list[Job]) -> bool:
    """Whether jobs that can be interrupted, one at a time, cannot all be done by their deadlines."""
    jobs.sort()
    waiting: list[tuple[int, int]] = []
    clock = 0
    for release, deadline, amount in [*jobs, (jobs[-1][0] + sum(job[2] for job in jobs), 0, 0)]:
        while waiting and clock < release:
            due, left = waiting[0]
            if clock + min(left, release - clock) > due:
                return True
            if clock + left <= release:
                heappop(waiting)
                clock += left
            else:
                heapreplace(waiting, (due, left - (release - clock)))
                clock = release
        clock = max(clock, release)
        heappush(waiting, (deadline, amount))
    return False
