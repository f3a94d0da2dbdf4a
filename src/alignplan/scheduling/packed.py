"""Placing tasks that all run on one axis: time is the own position on it, so calendars cost nothing.

What is taken of a resource is one whole number with a field of bits for each slot. A field starts at what the
resource lacks of the greatest number that it holds, so that taking too much sets its highest bit, the guard. Adding a
need to all fields of a window at once shows the slots that lack room; with shifts and `and` the runs of slots that are
long enough are found, also all at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.network import Network, Side
from alignplan.scheduling.places import Places, ready
from alignplan.scheduling.problem import FF, Link, Problem
from alignplan.scheduling.profiles import fields, held, ones, there

__all__ = ["Packed", "one_axis"]

REACH = 50_000
"""Up to so many slots of the grid; whole numbers with more fields than that cost too much."""
AHEAD = 26
"""How many slots behind its length the window of a task reaches that is looked at first."""

Way = tuple[int, tuple[tuple[int, int, int], ...], int, tuple[int, ...]]
"""Length; per need the resource with its units in the window and in the length; guards of the window; shifts."""


def one_axis(network: Network) -> int | None:
    """The number of the only axis that matters, if the tasks are plain enough; None where they are not."""
    problem, found = network.problem, None
    for number in network.free:
        task = problem.tasks[number]
        mode = task.modes[0]
        if len(task.modes) > 1 or task.split:
            return None
        if mode.length:
            if found is not None and problem.axes[mode.axis] != problem.axes[found]:
                return None
            found = mode.axis
    if (
        found is None
        or network.limits
        or network.horizon > REACH
        or not all(_is_plain(problem, link, found) for link in network.kept)
    ):
        return None
    return found


def _is_plain(problem: Problem, link: Link, number: int) -> bool:
    """Whether a link means the same in own positions: where the axis has gaps, a position is more than one instant."""
    axis = problem.axes[number]
    if link.lag and not (axis.always if link.axis is None else problem.axes[link.axis] == axis):
        return False
    if axis.always or link.kind.endswith("start"):
        return True
    return link.kind == FF and link.lag >= 0 and problem.tasks[link.before].modes[0].length > 0


class _Direction:
    """One direction of time: what a task waits for, and what is taken before anything is placed.

    `plus` are links other than plain ones: the finish of the other task and so much is the earliest start.
    """

    __slots__ = ("before", "plus", "taken")

    def __init__(self, side: Side, lengths: Sequence[int], taken: list[int]) -> None:
        self.before = side.before
        self.taken = taken
        self.plus = [
            [
                (other, lag - (lengths[other] if of_start else 0) - (0 if to_start else lengths[number]))
                for other, of_start, to_start, lag, _ in waits
            ]
            for number, waits in enumerate(side.waits)
        ]


class Packed:
    """Places the tasks of a network on its only axis. All times are own positions; backwards they count from `top`."""

    def __init__(self, network: Network, axis: int) -> None:
        self.network, self.axis = network, axis
        problem = network.problem
        self.lengths = [task.modes[0].length for task in problem.tasks]
        most = max((max((one.capacity, *one.days)) for one in problem.resources), default=0)
        self.width = most.bit_length() + 1
        self._known: dict[tuple[int, tuple[tuple[int, int], ...]], Way] = {}
        self.ways = [self._way(number) for number in range(len(problem.tasks))]
        self.reach()

    def reach(self) -> None:
        """Makes what depends on the horizon."""
        network = self.network
        self.clock = clock = network.forward.clocks[self.axis]
        self.top = len(clock.slot)
        self.every = ones(self.top, self.width)
        self.release = [
            max(clock.own[release], _from_floor(clock, floor, length))
            for release, floor, length in zip(network.release, network.floor, self.lengths, strict=True)
        ]
        forward, backward = self._taken()
        self.directions = (
            _Direction(network.forward, self.lengths, forward),
            _Direction(network.backward, self.lengths, backward),
        )

    def measure(self, lengths: Sequence[int]) -> None:
        """Makes tasks longer or shorter; none from or to 0."""
        self.lengths = list(lengths)
        self.ways = [self._way(number) for number in range(len(lengths))]
        if not self.network.plain or any(self.network.floor):
            self.reach()

    def _way(self, number: int) -> Way:
        length = self.lengths[number]
        needs = self.network.problem.tasks[number].modes[0].needs if length else ()
        if (length, needs) not in self._known:
            self._known[length, needs] = self._made(length, needs)
        return self._known[length, needs]

    def _made(self, length: int, needs: Sequence[tuple[int, int]]) -> Way:
        width = self.width
        window, whole = ones(length + AHEAD, width), ones(length, width)
        shifts, have = [], 1
        while have < length:
            shifts.append(min(have, length - have) * width)
            have += min(have, length - have)
        packed = tuple((at, units * window, units * whole) for at, units in needs)
        return length, packed, window << width - 1, tuple(shifts)

    def _taken(self) -> tuple[list[int], list[int]]:
        """What the fields of the resources hold before anything is placed, in both directions."""
        full = (1 << self.width - 1) - 1
        past = held(self.network)
        self.even = not past and not any(one.days for one in self.network.problem.resources)
        forward, backward = [], []
        for number, one in enumerate(self.network.problem.resources):
            if one.days or number in past:
                levels = [full - units for units in self._each(number)]
                forward.append(fields(levels, self.width))
                backward.append(fields(levels[::-1], self.width))
            else:
                forward.append((full - one.capacity) * ones(self.top, self.width))
                backward.append(forward[-1])
        return forward, backward

    def _each(self, number: int) -> list[int]:
        """The units that are left of a resource at each position."""
        left = there(self.network, number, self.clock)
        found: list[int] = []
        for (begin, units), (end, _) in pairwise([*left, (self.top, 0)]):
            found += [units] * (min(end, self.top) - begin)
        return found

    def run(self, order: Sequence[int], release: Sequence[int], backward: bool = False) -> list[int]:
        """The finish of each free task, by number, where the tasks are placed in the order of a list.

        Raises `IndexError` where a task lies behind the horizon. One loop without calls: a search spends its time here.
        """
        direction, ways, width = self.directions[backward], self.ways, self.width
        before, plus, taken = direction.before, direction.plus, list(direction.taken)
        finish = [0] * len(ways)
        for number in order:
            at = release[number]
            for other in before[number]:
                if finish[other] > at:
                    at = finish[other]
            for other, more in plus[number]:
                if finish[other] + more > at:
                    at = finish[other] + more
            length, needs, guards, shifts = ways[number]
            if needs:
                first = at * width
                lacking = 0
                for resource, window, _ in needs:
                    lacking |= (taken[resource] >> first) + window
                free = ~lacking & guards
                for shift in shifts:
                    free &= free >> shift
                if not free:
                    free = self._farther(taken, number, first)
                first += (free & -free).bit_length() - width
                at = first // width
                for resource, _, whole in needs:
                    taken[resource] += whole << first
            finish[number] = at + length
        if max(finish, default=0) > self.top:
            raise IndexError("behind the horizon")
        return finish

    def run_by_time(
        self, keys: Sequence[float], release: Sequence[int], backward: bool = False
    ) -> tuple[list[int], list[int]]:
        """A list and the finishes that it gives, where always the task is placed next that can begin first (parallel
        schedule generation); of several the one with the smallest key.
        """
        direction, width, free_tasks = self.directions[backward], self.width, self.network.free
        before, plus, taken = direction.before, direction.plus, list(direction.taken)
        finish = [0] * len(self.ways)
        waiting = [len(one) + len(other) for one, other in zip(before, plus, strict=True)]
        behind: list[list[int]] = [[] for _ in waiting]
        for number in free_tasks:
            for other in (*before[number], *(wait[0] for wait in plus[number])):
                behind[other].append(number)
        heap = [(release[number], keys[number], number) for number in free_tasks if not waiting[number]]
        heapify(heap)
        order = []
        while heap:
            wanted, key, number = heappop(heap)
            at = self._first(taken, number, wanted)
            if at > wanted:
                heappush(heap, (at, key, number))
                continue
            length, needs, _, _ = self.ways[number]
            for resource, _, whole in needs:
                taken[resource] += whole << at * width
            finish[number] = at + length
            order.append(number)
            for other in behind[number]:
                waiting[other] -= 1
                if not waiting[other]:
                    ready = [finish[one] for one in before[other]]
                    ready += [finish[one] + more for one, more in plus[other]]
                    heappush(heap, (max(release[other], *ready, 0), keys[other], other))
        if max(finish, default=0) > self.top:
            raise IndexError("behind the horizon")
        return order, finish

    def places(self, order: Sequence[int]) -> Places:
        """The places that a list gives, in instants."""
        network, clock = self.network, self.clock
        found, position = Places(len(self.ways)), self.run(order, self.release)
        for number in network.free:
            length = self.lengths[number]
            if length:
                found.start[number] = clock.slot[position[number] - length]
                found.finish[number] = clock.done[position[number]]
            else:  # a point in time may lie where nobody works
                found.start[number] = found.finish[number] = max(
                    ready(
                        network.forward,
                        number,
                        found.start,
                        found.finish,
                        network.release[number],
                        network.floor[number],
                    )
                )
        return found

    def _first(self, taken: Sequence[int], number: int, at: int) -> int:
        """The first position from one on at which a task fits: what the loop of `run` does."""
        _, needs, guards, shifts = self.ways[number]
        if not needs:
            return at
        first = at * self.width
        lacking = 0
        for resource, window, _ in needs:
            lacking |= (taken[resource] >> first) + window
        free = ~lacking & guards
        for shift in shifts:
            free &= free >> shift
        free = free or self._farther(taken, number, first)
        return at + (free & -free).bit_length() // self.width - 1

    def _farther(self, taken: Sequence[int], number: int, first: int) -> int:
        """A bit for each field from a bit on, up to the horizon, at which a task can begin."""
        lacking = 0
        for resource, units in self.network.problem.tasks[number].modes[0].needs:
            lacking |= (taken[resource] >> first) + units * self.every
        free = ~lacking & (self.every << self.width - 1)
        for shift in self.ways[number][3]:
            free &= free >> shift
        if not free:
            raise IndexError("behind the horizon")
        return free


def _from_floor(clock: Clock, floor: int, length: int) -> int:
    """The first position from which a task ends at an instant or behind it; 0 for none."""
    if not floor:
        return 0
    return clock.own[floor - 1] + 1 - length if length else clock.own[floor]
