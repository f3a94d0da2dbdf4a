"""Placing tasks of which each needs one person at most, each person with an axis of their own.

What is left of a person is a list of gaps, in own positions, and the position from which on all is free. So a task
costs one search in a short list, and calendars cost two looks into tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.network import Network, Side, Wait
from alignplan.scheduling.places import Places, shifted
from alignplan.scheduling.profiles import held

__all__ = ["People", "one_each"]

Gaps = tuple[list[int], list[int]]
"""Starts and ends, in order, of what is free before the position from which on all is."""


def one_each(network: Network) -> bool:
    """Whether all tasks are plain enough: one mode, whole, one person at most, who is always on the same axis."""
    problem = network.problem
    axes: dict[int, int] = {}
    for number in network.free:
        task = problem.tasks[number]
        mode = task.modes[0]
        if len(task.modes) > 1 or task.split or len(mode.needs) > 1:
            return False
        for resource, _ in mode.needs:
            one = problem.resources[resource]
            known = axes.setdefault(resource, mode.axis)
            if (
                one.capacity != 1
                or one.days
                or (known != mode.axis and problem.axes[known] != problem.axes[mode.axis])
            ):
                return False
    return not network.limits


class _Direction:
    """One direction of time: what tasks wait for, their clocks, and the gaps before anything is placed."""

    __slots__ = ("before", "gaps", "plain", "tables", "waits")

    def __init__(
        self, network: Network, side: Side, floors: Sequence[int], gaps: list[tuple[Gaps, int]]
    ) -> None:
        self.before, self.waits, self.gaps = side.before, side.waits, gaps
        tasks = network.problem.tasks
        self.tables: list[tuple[Sequence[int], Sequence[int], int]] = []
        """By task: own positions, instants, and the person (-1 for none)."""
        for task in tasks:
            mode = task.modes[0]
            clock = side.clocks[mode.axis]
            person = mode.needs[0][0] if mode.needs and mode.length else -1
            self.tables.append((clock.own, clock.done, person))
        self.plain = [
            not waits and not floor and person >= 0
            for waits, floor, (_, _, person) in zip(side.waits, floors, self.tables, strict=True)
        ]
        """Whether a task waits for finishes without lags only, and needs a person."""


class People:
    """Places the tasks of a network. All times are instants; backwards they count from `top`."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.lengths = [task.modes[0].length for task in network.problem.tasks]
        self.reach()

    def reach(self) -> None:
        """Makes what depends on the horizon."""
        network = self.network
        self.top = network.horizon
        self.release = network.release
        forward, backward = self._gaps()
        self.directions = (
            _Direction(network, network.forward, network.floor, forward),
            _Direction(network, network.backward, [0] * len(network.floor), backward),
        )

    def _gaps(self) -> tuple[list[tuple[Gaps, int]], list[tuple[Gaps, int]]]:
        """The gaps of each person before anything is placed, and from where on all is free, in both directions."""
        past, network = held(self.network), self.network
        clocks: dict[int, Clock] = {}
        for number in network.free:
            mode = network.problem.tasks[number].modes[0]
            for resource, _ in mode.needs:
                clocks[resource] = network.forward.clocks[mode.axis]
        forward: list[tuple[Gaps, int]] = []
        backward: list[tuple[Gaps, int]] = []
        for number in range(len(network.problem.resources)):
            clock = clocks.get(number)
            slots = sorted(past.get(number, ()))
            if clock is None or not slots:
                forward.append((([], []), 0))
                backward.append((([], []), 0))
                continue
            taken = sorted({clock.own[slot] for slot in slots if clock.own[slot] < clock.own[slot + 1]})
            forward.append(_around(taken))
            backward.append(_around([len(clock.slot) - 1 - own for own in reversed(taken)]))
        return forward, backward

    def run(self, order: Sequence[int], release: Sequence[int], backward: bool = False) -> list[int]:
        """The finish of each free task, by number, where the tasks are placed in the order of a list.

        Raises `IndexError` where a task lies behind the horizon. One loop without calls: a search spends its time here.
        """
        direction = self.directions[backward]
        before, plain, tables, lengths = direction.before, direction.plain, direction.tables, self.lengths
        starts = [list(gaps[0]) for gaps, _ in direction.gaps]
        ends = [list(gaps[1]) for gaps, _ in direction.gaps]
        tails = [tail for _, tail in direction.gaps]
        finish = [0] * len(tables)
        for number in order:
            at = release[number]
            for other in before[number]:
                if finish[other] > at:
                    at = finish[other]
            own, done, person = tables[number]
            length = lengths[number]
            if plain[number]:
                first = own[at]
            else:
                first = self._first(direction, number, at, finish)
                if person < 0:
                    finish[number] = done[first + length] if length else first
                    continue
            tail = tails[person]
            if first >= tail:
                if first > tail:
                    starts[person].append(tail)
                    ends[person].append(first)
                tails[person] = first = first + length
                finish[number] = done[first]
                continue
            gap_ends = ends[person]
            place = bisect_right(gap_ends, first)
            if place < len(gap_ends):
                gap_starts = starts[person]
                for gap in range(place, len(gap_ends)):
                    if gap_starts[gap] > first:
                        first = gap_starts[gap]
                    if first + length <= gap_ends[gap]:
                        break
                else:
                    tails[person] = first = tail + length
                    finish[number] = done[first]
                    continue
                last = first + length
                if gap_starts[gap] < first:
                    if last < gap_ends[gap]:
                        gap_starts.insert(gap + 1, last)
                        gap_ends.insert(gap, first)
                    else:
                        gap_ends[gap] = first
                elif last < gap_ends[gap]:
                    gap_starts[gap] = last
                else:
                    del gap_starts[gap], gap_ends[gap]
                finish[number] = done[last]
            else:
                tails[person] = first = tail + length
                finish[number] = done[first]
        return finish

    def places(self, order: Sequence[int]) -> Places:
        """The places that a list gives."""
        found, tables = Places(len(self.release)), self.directions[0].tables
        found.finish = self.run(order, self.release)
        for number in order:
            own, done, _ = tables[number]
            length = self.lengths[number]
            finish = found.finish[number]
            found.start[number] = done[own[finish] - length + 1] - 1 if length else finish
        return found

    def measure(self, lengths: Sequence[int]) -> None:
        """Makes tasks longer or shorter; none from or to 0."""
        self.lengths = list(lengths)

    def _first(self, direction: _Direction, number: int, at: int, finish: Sequence[int]) -> int:
        """The first own position that links other than plain ones leave; of a point in time the instant."""
        own, length, floor = direction.tables[number][0], self.lengths[number], 0
        if direction is self.directions[0]:
            floor = self.network.floor[number]
        for wait in direction.waits[number]:
            instant = self._instant(direction, wait, finish)
            if wait[2]:
                at = max(at, instant)
            else:
                floor = max(floor, instant)
        if not length:
            return max(at, floor)
        return max(own[at], own[floor - 1] + 1 - length) if floor else own[at]

    def _instant(self, direction: _Direction, wait: Wait, finish: Sequence[int]) -> int:
        """The instant before which a link lets nothing come."""
        other, of_start, _, lag, clock = wait
        came = finish[other]
        if of_start:
            own, done, _ = direction.tables[other]
            if length := self.lengths[other]:
                came = done[own[came] - length + 1] - 1
        return shifted(clock, came, lag)


def _around(taken: Sequence[int]) -> tuple[Gaps, int]:
    """The gaps between taken positions, and the one behind the last."""
    starts, ends, tail = [], [], 0
    for position in taken:
        if position > tail:
            starts.append(tail)
            ends.append(position)
        tail = position + 1
    return (starts, ends), tail
