"""A problem made ready for placing: who waits for whom in both directions of time, history folded into dates.

Backwards, time runs from the horizon: what follows comes first, a start is a finish. So a schedule that is made
backwards by the code that makes one forwards lies as late as it can.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.clocks import Clock, tabled
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import FS, Link, Problem, Task
from alignplan.scheduling.ranking import ranked
from alignplan.scheduling.reckoning import reckoned

__all__ = ["Network", "Side", "Wait"]

Wait = tuple[int, bool, bool, int, Clock | None]
"""The other task, whether its start counts (else its finish), whether a start waits (else a finish), lag and clock."""


TABLES = 2_500_000
"""How many slots of all axes together tables are made for; plans that reach further reckon each time."""


class Side:
    """One direction of time.

    `before[n]` are the tasks whose finish the start of task n waits for without any lag, `waits[n]` all its other
    links. `clocks` are those of the axes, by number.
    """

    __slots__ = ("before", "clocks", "waits")

    def __init__(self, count: int, given: list[Clock]) -> None:
        self.clocks = given
        self.before: list[tuple[int, ...]] = [()] * count
        self.waits: list[tuple[Wait, ...]] = [()] * count

    def add(self, waiting: int, wait: Wait) -> None:
        """Another link of a task."""
        other, of_start, to_start, lag, _ = wait
        if to_start and not of_start and lag == 0:
            self.before[waiting] += (other,)
        else:
            self.waits[waiting] += (wait,)


class Network:
    """A problem ready for placing. All lists are by task number.

    `free` are the tasks that are not history, each behind those that it waits for, and `rank` their places in it.
    `release` is the instant before which a task cannot begin, today and history counted in; `floor` the one before
    which it cannot finish (0: any). `limits` are the links with a longest time, of free tasks only.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem = lasting(problem)
        count = len(problem.tasks)
        self.release = [max(task.release, problem.now, 0) for task in problem.tasks]
        self.floor = [0] * count
        self.kept = [link for link in problem.links if self._binds(link)]
        self.limits = [link for link in problem.links if link.at_most is not None]
        order = ranked(problem, self.kept)
        self.free = [number for number in order if problem.tasks[number].fixed is None]
        self.begun = [number for number in self.free if problem.tasks[number].began is not None]
        self.plain = all(link.kind == FS and link.lag >= 0 for link in self.kept)
        self.rank = [0] * count
        for place, number in enumerate(self.free):
            self.rank[number] = place
        self.per_day = problem.axes[0].per_day if problem.axes else 1
        self.horizon = self._first_horizon()
        self.reach(self.horizon)

    def reach(self, horizon: int) -> None:
        """Makes the tables anew, up to a horizon."""
        self.horizon = horizon = -(-horizon // self.per_day) * self.per_day
        self._clocks: dict[Axis, tuple[Clock, Clock]] = {}
        far = horizon * len(set(self.problem.axes)) > TABLES
        self._numbers = None if far else list(range(horizon + 1))
        both = [self.clock(axis) for axis in self.problem.axes]
        given = [clock for clock, _ in both]
        count = len(self.problem.tasks)
        self.forward = Side(count, given)
        self.backward = Side(count, [clock for _, clock in both])
        for link in self.kept:
            of_start, to_start = link.kind[0] == "s", link.kind.endswith("start")
            at = link.axis if link.lag else None
            clock = None if at is None else given[at]
            self.forward.add(link.after, (link.before, of_start, to_start, link.lag, clock))
            if not (of_start and self.problem.tasks[link.before].began is not None):
                back = None if at is None else both[at][1]
                self.backward.add(link.before, (link.after, not to_start, not of_start, link.lag, back))

    def clock(self, axis: Axis) -> tuple[Clock, Clock]:
        """The clocks of an axis up to the horizon, forwards and backwards; equal axes share them."""
        if axis not in self._clocks:
            if self._numbers is None:
                self._clocks[axis] = reckoned(axis, self.horizon)
            else:
                self._clocks[axis] = tabled(axis, self._numbers)
        return self._clocks[axis]

    def _binds(self, link: Link) -> bool:
        """Whether a link is between tasks that are placed; one that comes from history becomes a date."""
        before, after = self.problem.tasks[link.before], self.problem.tasks[link.after]
        to_start = link.kind.endswith("start")
        if after.fixed is not None or (to_start and after.began is not None):
            return False
        came = _history(before, link.kind[0] == "s")
        if came is None:
            return True
        instant = _shifted(self.problem.axes, link, came)
        earliest = self.release if to_start else self.floor
        earliest[link.after] = max(earliest[link.after], instant)
        return False

    def _first_horizon(self) -> int:
        """A guess of how far the tables must reach: the longest chain or the busiest resource, and some more."""
        problem, work = self.problem, [0] * len(self.problem.resources)
        chain = [0] * len(problem.tasks)
        behind: list[list[tuple[int, int]]] = [[] for _ in problem.tasks]
        for link in self.kept:
            behind[link.before].append((link.after, link.lag))
        for number in self.free:
            mode = problem.tasks[number].modes[0]
            chain[number] += mode.length
            for other, lag in behind[number]:
                chain[other] = max(chain[other], chain[number] + lag)
            for resource, units in mode.needs:
                work[resource] += mode.length * units
        busy = [units // max(one.capacity, 1) for units, one in zip(work, problem.resources, strict=True)]
        slots = max((*chain, *busy), default=0)
        density = min((_density(axis) for axis in problem.axes), default=1.0)
        start = max([problem.now, *(self.release[number] for number in self.free)])
        return int(start + 1.3 * slots / density) + 64 * self.per_day


def _history(task: Task, start: bool) -> int | None:
    """The instant of an end of a task that is known already."""
    if start and task.began is not None:
        return task.began
    return None if task.fixed is None else task.fixed[0 if start else 1]


def _shifted(axes: Sequence[Axis], link: Link, instant: int) -> int:
    return instant + link.lag if link.axis is None else axes[link.axis].shifted(instant, link.lag)


def _density(axis: Axis) -> float:
    """The share of all slots that is worked in the long run."""
    return max(sum(axis.beyond) / (7 * axis.per_day), 0.05)
