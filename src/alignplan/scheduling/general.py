"""Placing tasks one by one in the order of a list (serial schedule generation), whatever they are like.

Each task takes the earliest place that its links, its axis and what is left of its resources allow; of several modes
the one that finishes first.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.fitting import Way, best, best_split, taken
from alignplan.scheduling.network import Network, Side
from alignplan.scheduling.places import Places, ready
from alignplan.scheduling.profiles import held, there
from alignplan.scheduling.steps import Steps, steps, together, turned

__all__ = ["General"]


class General:
    """Places the tasks of a network, forwards or backwards."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.nothing = [0] * len(network.problem.tasks)
        self._lengths: Sequence[int] | None = None
        self._prepare()

    def _prepare(self) -> None:
        """Makes what depends on the horizon."""
        network = self.network
        bases = [network.clock(axis) for axis in _bases(network)]
        self.profiles: tuple[list[Steps], list[Steps]] = ([], [])
        past = held(network)
        for at, one in enumerate(network.problem.resources):
            if one.days or at in past:
                given = steps(there(network, at, bases[at][0]))
                self.profiles[0].append(given)
                self.profiles[1].append(turned(given, len(bases[at][0].slot)))
            else:
                self.profiles[0].append(([0], [one.capacity]))
                self.profiles[1].append(([0], [one.capacity]))
        self.ways = (
            _ways(network, network.forward, [clock for clock, _ in bases]),
            _ways(network, network.backward, [clock for _, clock in bases]),
        )
        if self._lengths is not None:
            self.measure(self._lengths)

    def measure(self, lengths: Sequence[int]) -> None:
        """Makes tasks longer or shorter, whatever their mode; none from or to 0."""
        for ways in self.ways:
            for length, choice in zip(lengths, ways, strict=True):
                for way in choice:
                    way.length = length
        self._lengths = lengths

    def run(
        self,
        order: Sequence[int],
        release: Sequence[int] | None = None,
        floor: Sequence[int] | None = None,
        *,
        modes: Sequence[int] | None = None,
        backward: bool = False,
    ) -> Places:
        """The places of all free tasks, in the order of a list that has each behind those that it waits for.

        With `modes` nothing is chosen; for what is left out, that of the network holds.
        """
        while True:
            try:
                return self._run(order, release, floor, modes, backward)
            except IndexError:
                if backward:
                    raise
                self.network.reach(2 * self.network.horizon)
                self._prepare()

    def _run(
        self,
        order: Sequence[int],
        release: Sequence[int] | None,
        floor: Sequence[int] | None,
        modes: Sequence[int] | None,
        backward: bool,
    ) -> Places:
        network = self.network
        side = network.backward if backward else network.forward
        release = network.release if release is None else release
        floor = network.floor if floor is None else floor
        left = [(list(times), list(levels)) for times, levels in self.profiles[backward]]
        tasks, ways = network.problem.tasks, self.ways[backward]
        places = Places(len(tasks))
        start, finish = places.start, places.finish
        for number in order:
            first, last = ready(side, number, start, finish, release[number], floor[number])
            choice = ways[number] if modes is None else ways[number][modes[number] : modes[number] + 1]
            if tasks[number].split:
                found, mode = best_split(left, choice, first, last)
                start[number], finish[number] = (
                    (found[0][0], found[-1][1]) if found else (max(first, last),) * 2
                )
                places.pieces[number] = tuple(found)
                way = choice[mode]
                for begin, end in found:
                    own = way.clock.own[begin]
                    taken(left, way, own, way.clock.own[end] - own)
            else:
                start[number], finish[number], mode = best(left, choice, first, last)
            places.mode[number] = mode if modes is None else modes[number]
        return places


def _bases(network: Network) -> list[Axis]:
    """By resource, the axis of all who use it."""
    problem = network.problem
    used: list[dict[int, None]] = [{} for _ in problem.resources]
    for number in network.free:
        for mode in problem.tasks[number].modes:
            for resource, _ in mode.needs:
                used[resource][mode.axis] = None
    return [together([problem.axes[at] for at in axes or (0,)]) for axes in used]


def _ways(network: Network, side: Side, bases: Sequence[Clock]) -> list[list[Way]]:
    """The modes of all tasks made ready."""
    made: list[list[Way]] = []
    for task in network.problem.tasks:
        ways = []
        for mode in task.modes:
            clock = side.clocks[mode.axis]
            ways.append(Way(clock, mode.length, [(at, units, bases[at]) for at, units in mode.needs]))
        made.append(ways)
    return made
