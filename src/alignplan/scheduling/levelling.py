"""The same list again and again, with other lengths: how a schedule comes out when work takes longer or shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignplan.scheduling.lists import completed
from alignplan.scheduling.network import Network
from alignplan.scheduling.people import People, one_each
from alignplan.scheduling.places import Places, shifted
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Placed
from alignplan.scheduling.settling import places_of
from alignplan.scheduling.trials import placer_of

__all__ = ["Levelling", "place"]


def place(
    problem: Problem,
    order: Sequence[int],
    durations: Sequence[int] | None = None,
    modes: Sequence[int] | None = None,
) -> tuple[Placed, ...]:
    """The places that a list gives, with other lengths of the tasks, in given modes.

    For many lengths of the same list, keep a `Levelling`.
    """
    levelling = Levelling(problem, order, modes)
    placed = places_of(levelling.network, levelling.placed(durations))
    return placed if modes is None else tuple(map(_in_mode, placed, modes))


def _in_mode(place: Placed, mode: int) -> Placed:
    return replace(place, mode=mode)


class Levelling:
    """A list made ready for being placed many times, with lengths that differ each time.

    `order` is that of a schedule of the problem, and `modes` are those of its tasks, which are kept (left out, the
    first). Nothing is looked for: who comes first stays who comes first, as in a team that keeps to its plan.
    """

    def __init__(self, problem: Problem, order: Sequence[int], modes: Sequence[int] | None = None) -> None:
        chosen = modes or [0] * len(problem.tasks)
        single = (
            task if len(task.modes) == 1 else replace(task, modes=(task.modes[mode],))
            for task, mode in zip(problem.tasks, chosen, strict=True)
        )
        self.network = network = Network(replace(problem, tasks=tuple(single)))
        self.order = completed(network, order, network.free)
        # People are measured anew at no cost, which tells here even where one axis is enough.
        self._placer = People(network) if one_each(network) else placer_of(network)
        self._stated = [task.modes[0].length for task in network.problem.tasks]
        self._lengths = self._stated
        self._ended: dict[tuple[int, int], dict[int, list[int]]] = {}
        self._users: list[list[int]] = [[] for _ in problem.resources]
        for number in self.order:
            for resource, _ in network.problem.tasks[number].modes[0].needs:
                self._users[resource].append(number)

    def placed(self, lengths: Sequence[int] | None = None) -> Places:
        """Where the tasks lie if they are so long, in slots, by number; by themselves as the problem says.

        What has a length keeps at least one slot, and points in time stay points, whatever `lengths` says. History
        stays as it was: `Places` has nothing of it.
        """
        network, placer = self.network, self._placer
        if lengths is not None:
            lengths = [
                max(one, 1) if stated else 0 for one, stated in zip(lengths, self._stated, strict=True)
            ]
        self._lengths = lengths = lengths or self._stated
        placer.measure(lengths)
        while True:
            try:
                return placer.places(self.order)
            except IndexError:
                network.reach(2 * network.horizon)
                placer.reach()

    def critical(self, places: Places, among: Sequence[int] | None = None) -> set[int]:
        """The tasks that press on the last finish: each puts off the next if it ends a slot later, up to the last.

        Links and resources count. Where a slot of one is more than a slot of the next, since those work at other
        times, a task may put off the end that presses on nothing here. `places` are those that were made last. With
        `among` the last finish is that of these tasks, none of which is history.
        """
        self._ended = {}
        last = self.network.free if among is None else among
        end = max((places.finish[number] for number in last), default=0)
        found = {number for number in last if places.finish[number] == end}
        waiting = list(found)
        while waiting:
            for other in self._pressing(waiting.pop(), places):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _pressing(self, number: int, places: Places) -> list[int]:
        """The tasks that put one off if they end, or where that counts begin, a slot later."""
        network, side = self.network, self.network.forward
        mode, length = network.problem.tasks[number].modes[0], self._lengths[number]
        own = side.clocks[mode.axis].own
        start, finish = places.start[number], places.finish[number]

        def late(instant: int, to_start: bool) -> bool:
            if not length:
                return instant > start
            return own[instant] > own[start] if to_start else own[instant - 1] >= own[finish]

        try:
            found = [
                other for other in side.before[number] if late(self._next(other, places.finish[other]), True)
            ]
            for other, of_start, to_start, lag, clock in side.waits[number]:
                came = places.start[other] if of_start else places.finish[other]
                if late(shifted(clock, self._next(other, came), lag), to_start):
                    found.append(other)
        except IndexError:  # so late that the tables end
            return []
        single = all(network.problem.resources[at].capacity == 1 for at, _ in mode.needs)
        if length and (single or not found) and start > network.release[number]:
            for resource, _ in mode.needs:
                ended = self._ending(resource, mode.axis, places).get(own[start], ())
                found += [one for one in ended if one != number]
        return found

    def _ending(self, resource: int, axis: int, places: Places) -> dict[int, list[int]]:
        """The tasks that need a resource by the own positions of an axis at which they end."""
        if (resource, axis) not in self._ended:
            own, found = self.network.forward.clocks[axis].own, self._ended.setdefault((resource, axis), {})
            for one in self._users[resource]:
                found.setdefault(own[places.finish[one]], []).append(one)
        return self._ended[resource, axis]

    def _next(self, number: int, instant: int) -> int:
        """The instant that an end of a task comes to when it is a slot later."""
        if not self._lengths[number]:
            return instant + 1
        clock = self.network.forward.clocks[self.network.problem.tasks[number].modes[0].axis]
        return clock.done[clock.own[instant] + 1]
