"""Tasks that cannot run at once: because one waits for the other, or because there is too little for both.

Only tasks of one mode that are not split, in pairs on the same axis: two such tasks do not overlap on it at all, while
on different ones either could lie in the nights of the other.
"""

from __future__ import annotations

from itertools import combinations

from alignplan.scheduling.bounds.energy import overdue
from alignplan.scheduling.bounds.windows import Network, Refuted
from alignplan.scheduling.problem import FS, Problem

__all__ = ["Exclusion", "pairs_of"]


class Exclusion:
    """The pairs of tasks that exclude each other by what they need, and cliques: sets all of whose pairs do."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._problem = network.problem
        self._lengths = [task.modes[0].length for task in self._problem.tasks]
        behind = self._behind()
        rivals = [0] * len(self._problem.tasks)
        self.pairs: list[tuple[int, int]] = []
        """Tasks of which either may come first."""
        cliques: set[tuple[int, ...]] = set()
        for numbers in _by_axis(self._problem):
            for one, other in combinations(numbers, 2):
                chained = (behind[one] >> other | behind[other] >> one) & 1
                if not chained and not _too_much(self._problem, one, other):
                    continue
                if not chained:
                    self.pairs.append((one, other))
                rivals[one] |= 1 << other
                rivals[other] |= 1 << one
            longest = sorted(numbers, key=lambda number: -self._lengths[number])
            cliques.update(_clique(number, longest, rivals) for number in numbers)
        self.cliques = sorted(cliques)

    def _behind(self) -> list[int]:
        """For each task, as bits, those that cannot begin before it has finished."""
        behind = [0] * len(self._problem.tasks)
        for number in reversed(self.network.order):
            for link in self.network.out[number]:
                if link.kind == FS and link.lag >= 0 and self._problem.tasks[link.after].began is None:
                    behind[number] |= 1 << link.after | behind[link.after]
        return behind

    def refuted(self) -> bool:
        """Whether the tasks of some clique, one after the other, do not fit into their windows."""
        start, deadline, lengths = self.network.start, self.network.deadline, self._lengths
        for clique in self.cliques:
            own = self._problem.axes[self._problem.tasks[clique[0]].modes[0].axis].own
            if overdue([(own(start[n]), own(deadline[n]), lengths[n]) for n in clique]):
                return True
        return False

    def narrow(self, floor: list[int], ceiling: list[int]) -> bool:
        """Puts pairs in the one order that their windows leave; whether anything moved. Raises `Refuted` for none."""
        start, end, latest = self.network.start, self.network.end, self.network.latest
        moved = False
        for one, other in self.pairs:
            if end[one] > latest[other]:
                if end[other] > latest[one]:
                    raise Refuted
                first, second = other, one
            elif end[other] > latest[one]:
                first, second = one, other
            else:
                continue
            if end[first] > max(start[second], floor[second]):
                floor[second] = end[first]
                moved = True
            if latest[second] < min(self.network.deadline[first], ceiling[first]):
                ceiling[first] = latest[second]
                moved = True
        return moved


def pairs_of(problem: Problem) -> int:
    """How many pairs of tasks will be looked at: a measure of what it costs."""
    return sum(len(numbers) * (len(numbers) - 1) // 2 for numbers in _by_axis(problem))


def _by_axis(problem: Problem) -> list[list[int]]:
    """The tasks that take part, those of each axis apart."""
    found: dict[int, list[int]] = {}
    for number, task in enumerate(problem.tasks):
        mode = task.modes[0]
        if len(task.modes) == 1 and mode.length and task.fixed is None and not task.split:
            found.setdefault(mode.axis, []).append(number)
    return list(found.values())


def _clique(first: int, longest: list[int], rivals: list[int]) -> tuple[int, ...]:
    """Greedily one that holds a task: the longest of those that still fit."""
    found, allowed = [first], rivals[first]
    for number in longest:
        if allowed >> number & 1:
            found.append(number)
            allowed &= rivals[number]
    return tuple(sorted(found))


def _too_much(problem: Problem, one: int, other: int) -> bool:
    """Whether two tasks together need more of something than there ever is."""
    needs = dict(problem.tasks[one].modes[0].needs)
    for number, units in problem.tasks[other].modes[0].needs:
        resource = problem.resources[number]
        if number in needs and needs[number] + units > max(resource.capacity, *resource.days, 0):
            return True
    return False
