"""One list tried: placed, judged, justified. Chooses the cheapest way of placing that a problem allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from alignplan.scheduling.general import General
from alignplan.scheduling.limits import excess, within
from alignplan.scheduling.lists import by_finish, by_start, listed
from alignplan.scheduling.network import Network
from alignplan.scheduling.packed import Packed, one_axis
from alignplan.scheduling.people import People, one_each
from alignplan.scheduling.places import Places

__all__ = ["Found", "Key", "Placer", "Trials", "placer_of"]

Key = tuple[int, int, int, int]
"""What is compared, smaller is better: broken dates and times, lateness, the last finish, moves."""


Found = tuple[Key, list[int], list[int]]
"""A list, how good it is, and the finishes that it gives, by task number."""


class Placer(Protocol):
    """Places all free tasks in the order of a list; what its times mean is its own affair."""

    top: int
    release: list[int]

    def run(self, order: Sequence[int], release: Sequence[int], backward: bool = False) -> list[int]:
        """The finish of each free task, by number."""
        ...

    def places(self, order: Sequence[int]) -> Places:
        """All that a list gives, in instants."""
        ...

    def measure(self, lengths: Sequence[int]) -> None:
        """Makes tasks longer or shorter, by number; none from or to 0."""
        ...

    def reach(self) -> None:
        """Makes tables anew after the horizon of the network has moved."""
        ...


class Whole:
    """Places what is not plain, with all that tasks and links can ask for."""

    def __init__(self, network: Network) -> None:
        self.network, self.general = network, General(network)
        self.over = 0
        """By how much links took too long when a list was last placed forwards."""
        self.reach()

    def reach(self) -> None:
        """Takes the horizon of the network; the tables are made where they are needed."""
        self.top, self.release = self.network.horizon, self.network.release

    def run(self, order: Sequence[int], release: Sequence[int], backward: bool = False) -> list[int]:
        """The finish of each free task, by number; forwards releases are those of the network."""
        if backward:
            return self.general.run(order, release, self.general.nothing, backward=True).finish
        return self.places(order).finish

    def places(self, order: Sequence[int]) -> Places:
        """All that a list gives, in instants."""
        places = within(self.general, order)
        self.over = excess(self.network, places)
        if self.top != self.network.horizon:
            self.reach()
        return places

    def measure(self, lengths: Sequence[int]) -> None:
        """Makes tasks longer or shorter, by number; none from or to 0."""
        self.general.measure(lengths)


def placer_of(network: Network) -> Placer:
    """The cheapest way of placing that a network allows."""
    axis = one_axis(network)
    if axis is not None:
        return Packed(network, axis)
    return People(network) if one_each(network) else Whole(network)


class Trials:
    """Tries lists of a network. `moves` are the starts that tasks should keep where nothing else is lost by it."""

    def __init__(self, network: Network, moves: Mapping[int, int] | None = None) -> None:
        self.network = network
        self.placer = placer_of(network)
        tasks = network.problem.tasks
        self._dated = [
            (number, tasks[number].must, tasks[number].due, tasks[number].weight)
            for number in network.free
            if tasks[number].must is not None or tasks[number].due is not None
        ]
        self._kept = self._finishes(moves or {})
        self._past = max((task.fixed[1] for task in tasks if task.fixed is not None), default=0)
        self._end: int | None = None

    @property
    def cheap(self) -> bool:
        """Whether the problem is plain enough for one of the fast ways."""
        return not isinstance(self.placer, Whole)

    def forward(self, order: Sequence[int]) -> tuple[Key, list[int]]:
        """How good a list is, and the finishes that it gives."""
        while True:
            try:
                finish = self.placer.run(order, self.placer.release)
                return self._key(finish), finish
            except IndexError:
                self.network.reach(2 * self.network.horizon)
                self.placer.reach()

    def backward(self, finish: Sequence[int]) -> list[int] | None:
        """The list by starts where all tasks of a schedule lie as late as they can without it ending later.

        None where that takes a task out of the tables.
        """
        placer, network = self.placer, self.network
        late = [placer.top - max(finish)] * len(finish)
        for number, must, due, _ in self._dated:
            date = min(date for date in (must, due) if date is not None)
            late[number] = placer.top - max(self._position(date), finish[number])
        try:
            turned = placer.run(by_finish(network, finish), late, backward=True)
        except IndexError:
            return None
        return by_start(network, turned)

    def justified(self, order: Sequence[int], worst: Key | None = None) -> Found:
        """A list or, unless it is worse than `worst`, a better one: all tasks to the right, then to the left."""
        key, finish = self.forward(order)
        promising = worst is None or key <= worst
        later = self.backward(finish) if order and promising else None
        if later is None:
            return key, list(order), finish
        other, moved = self.forward(later)
        return (other, later, moved) if other <= key else (key, list(order), finish)

    def ruled(self, keys: Sequence[float], *, backward: bool, by_time: bool) -> list[int] | None:
        """The list that a rule gives, smallest key first; None where it cannot be had.

        `backward` places the last task first and asks what comes out for its starts. `by_time` places next what can
        begin first, whatever the key, which only a packed placer can do cheaply.
        """
        placer, network = self.placer, self.network
        if not by_time and not backward:
            return listed(network, keys)
        if by_time and not isinstance(placer, Packed):
            return None
        release = placer.release
        if backward:
            if self._end is None:
                self._end = max(self.forward(listed(network, keys))[1])
            even = isinstance(placer, Packed) and placer.even
            release = [0 if even else placer.top - self._end] * len(keys)
        try:
            if by_time and isinstance(placer, Packed):
                order, finish = placer.run_by_time(keys, release, backward)
            else:
                order = listed(network, keys, backward=True)
                finish = placer.run(order, release, backward)
        except IndexError:
            return None
        return by_start(network, finish) if backward else order

    def _position(self, instant: int) -> int:
        """An instant in the time of the placer."""
        if isinstance(self.placer, Packed):
            return self.placer.clock.own[min(instant, self.network.horizon)] if instant > 0 else 0
        return instant

    def late(self, finish: Sequence[int]) -> list[int]:
        """The tasks that miss a date; where none does, the one that ends last."""
        found = [
            number
            for number, must, due, _ in self._dated
            if self._instant(finish[number]) > min(date for date in (must, due) if date is not None)
        ]
        return found or [max(self.network.free, key=finish.__getitem__)]

    def _instant(self, time: int) -> int:
        """A finish in the time of the placer as an instant."""
        return self.placer.clock.done[time] if isinstance(self.placer, Packed) else time

    def _key(self, finish: Sequence[int]) -> Key:
        placer = self.placer
        broken = late = moved = 0
        instants: Sequence[int] | None = placer.clock.done if isinstance(placer, Packed) else None
        end = max(finish, default=0)
        for number, must, due, weight in self._dated:
            instant = finish[number] if instants is None else instants[finish[number]]
            if must is not None and instant > must:
                broken += instant - must
            if due is not None and instant > due:
                late += (instant - due) * weight
        for number, kept in self._kept:
            moved += abs((finish[number] if instants is None else instants[finish[number]]) - kept)
        if isinstance(placer, Whole):
            broken += placer.over
        return broken, late, max(end if instants is None else instants[end], self._past), moved

    def _finishes(self, moves: Mapping[int, int]) -> list[tuple[int, int]]:
        """The finishes that belong to starts."""
        problem = self.network.problem
        found = []
        for number, start in sorted(moves.items()):
            if problem.tasks[number].fixed is None:
                mode = problem.tasks[number].modes[0]
                found.append((number, problem.axes[mode.axis].finish(start, mode.length)))
        return found
