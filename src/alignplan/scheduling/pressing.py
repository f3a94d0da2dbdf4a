"""What holds up the end of a schedule: a chain of tasks back from it, and who on it waits for a resource."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from alignplan.scheduling.network import Network
from alignplan.scheduling.packed import Packed

__all__ = ["Chains"]


class Chains:
    """Finds chains in the finishes that a placer gives; `packed` is that placer if its times are own positions."""

    def __init__(self, network: Network, packed: Packed | None) -> None:
        self.network, self.packed = network, packed
        tasks = network.problem.tasks
        self.lengths = [task.modes[0].length for task in tasks]
        self.needs = [frozenset(number for number, _ in task.modes[0].needs) for task in tasks]
        self.users: list[list[int]] = [[] for _ in network.problem.resources]
        for number in network.free:
            for resource in sorted(self.needs[number]):
                self.users[resource].append(number)

    def held_up(self, finish: Sequence[int], last: int, random: Random) -> list[tuple[int, int]]:
        """On a chain back from a task: the tasks that wait for a resource only, each with the one that holds it."""
        network = self.network
        side, found, number = network.forward, list[tuple[int, int]](), last
        ending: dict[int, list[int]] = {}
        for one in network.free if self.packed is not None else ():
            ending.setdefault(finish[one], []).append(one)
        for _ in network.free:
            begin = self._begin(number, finish)
            tight = [other for other in side.before[number] if self._position(number, finish[other]) >= begin]
            if not tight:
                holders = self._holders(number, begin, finish, ending)
                if holders:
                    other = holders[int(random.random() * len(holders))]
                    found.append((number, other))
                    number = other
                    continue
                tight = [
                    wait[0] for wait in side.waits[number] if self._position(number, finish[wait[0]]) <= begin
                ]
                if not tight:
                    break
            number = tight[int(random.random() * len(tight))]
        return found

    def _begin(self, number: int, finish: Sequence[int]) -> int:
        length = self.lengths[number]
        return self._position(number, finish[number]) - length if length else finish[number]

    def _position(self, number: int, instant: int) -> int:
        """A time as one of the axis of a task; of a point in time, as it is."""
        if self.packed is not None or not self.lengths[number]:
            return instant
        network = self.network
        return network.forward.clocks[network.problem.tasks[number].modes[0].axis].own[instant]

    def _holders(
        self, number: int, begin: int, finish: Sequence[int], ending: Mapping[int, Sequence[int]]
    ) -> list[int]:
        """The tasks on the resources of another that end where it begins."""
        if not self.lengths[number]:
            return []
        needs = self.needs[number]
        if self.packed is not None:
            at_once = ending.get(begin, ())
            return [other for other in at_once if other != number and not needs.isdisjoint(self.needs[other])]
        own = self.network.forward.clocks[self.network.problem.tasks[number].modes[0].axis].own
        users = (other for resource in sorted(needs) for other in self.users[resource])
        return [other for other in users if own[finish[other]] == begin and other != number]
