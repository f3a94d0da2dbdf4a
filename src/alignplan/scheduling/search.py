"""Memetic search on lists of tasks: of good lists others are made, and what comes out is justified.

A task on the chain that holds up the end is put before the one that it waits for, as in job shops; a window is mixed
anew, as in large neighbourhood search; or two lists are crossed. After Valls, Ballestín and Quintanilla: double
justification (2005), a hybrid genetic algorithm (2008).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from alignplan.scheduling.lists import listed
from alignplan.scheduling.network import Network
from alignplan.scheduling.packed import Packed
from alignplan.scheduling.pressing import Chains
from alignplan.scheduling.schedule import Score
from alignplan.scheduling.trials import Found, Key, Trials

__all__ = ["Search"]

PARENTS, MANY = 20, 60
"""How many lists are kept; a generation has as many children. The second number where there is time for many."""
LONG = 10_000
"""A search of so many lists has time for many."""
STALE = 12
"""After so many generations without a better best list, the search starts anew."""
PULLED, MIXED = 0.3, 0.3
"""The shares of children of one list: in which a task that holds up the end is put earlier, in which a window is mixed
anew. The others are made of two.
"""
SHORTEST, LONGEST = 6, 0.15
"""Of windows: the number of tasks, and the share of all."""
URGENCY = 0.5
"""How often, of two tasks that could come next in a window, the one that must end earlier does."""


class Search:
    """A search for better lists. The same seed finds the same."""

    def __init__(
        self,
        trials: Trials,
        late: Sequence[float],
        seed: int,
        progress: Callable[[int, Score], None] | None = None,
    ) -> None:
        self.trials, self.network, self.late = trials, trials.network, late
        self.random, self.progress = Random(seed), progress  # noqa: S311  chance that repeats is what is wanted
        self.tried = 0
        """How many lists were tried."""
        self.bound = 0
        """An instant before which nothing can have finished."""
        self.best: Found | None = None
        self.lead = _lead(self.network)
        placer = trials.placer
        self.chains = Chains(self.network, placer if isinstance(placer, Packed) else None)
        before, waits = self.network.forward.before, self.network.forward.waits
        self.first = [
            sorted({*one, *(wait[0] for wait in other)}) for one, other in zip(before, waits, strict=True)
        ]
        """What each task waits for, whatever the kind of link."""
        self.then: list[list[int]] = [[] for _ in self.first]
        for number in self.network.free:
            for other in self.first[number]:
                self.then[other].append(number)

    @property
    def perfect(self) -> bool:
        """Whether nothing can be better: no date is broken or missed, nothing was moved, and none can end earlier."""
        if self.best is None:
            return False
        broken, late, finish, moved = self.best[0]
        return not (broken or late or moved) and finish <= self.bound

    @property
    def finish(self) -> int:
        """The finish of the best list so far."""
        return 0 if self.best is None else self.best[0][2]

    def over(self, budget: int) -> bool:
        """Whether enough was tried, or nothing can be better."""
        return self.tried >= budget or self.perfect

    def add(self, order: Sequence[int], worst: Key | None = None) -> Found:
        """Tries a list, justified if it is not worse than another was, and keeps it where it is the best so far."""
        self.tried += 1
        found = self.trials.justified(order, worst)
        if self.best is None or found[0] < self.best[0]:
            self.best = found
        if self.progress is not None:
            self.progress(self.tried, Score(*self.best[0][:3]))
        return found

    def run(self, begin: Sequence[Found], budget: int) -> None:
        """Searches until enough was tried, first from lists that were found elsewhere."""
        parents = MANY if budget >= LONG else PARENTS
        known = sorted(begin, key=lambda one: one[0])[:parents]
        while not self.over(budget):
            while len(known) < parents and not self.over(budget):
                known.append(self.add(self._fresh()))
            self._generations(sorted(known, key=lambda one: one[0]), budget)
            assert self.best is not None
            known = [self.add(self.best[1])] if self.random.random() < 0.5 and not self.over(budget) else []

    def _generations(self, known: list[Found], budget: int) -> None:
        """Children of lists, which take the places of worse ones, until too many generations have brought nothing."""
        stale = 0
        while stale < STALE and not self.over(budget):
            best = known[0][0]
            for _ in range(len(known)):
                if self.over(budget):
                    return
                child = self.add(self._child(known), known[-1][0])
                if child[0] <= known[-1][0] and all(child[1] != other[1] for other in known):
                    known[-1] = child
                    known.sort(key=lambda one: one[0])
            stale = 0 if known[0][0] < best else stale + 1

    def _child(self, known: Sequence[Found]) -> list[int]:
        parent, chance = self._parent(known), self.random.random()
        if chance < PULLED:
            return self._pulled(parent)
        if chance < PULLED + MIXED:
            return self._window(parent[1])
        return self._crossed(parent[1], self._parent(known)[1])

    def _parent(self, known: Sequence[Found]) -> Found:
        """The better of two lists by chance."""
        count = len(known)
        return known[min(int(self.random.random() * count), int(self.random.random() * count))]

    def _pulled(self, parent: Found) -> list[int]:
        """A list in which a task that holds up the end goes before the one that it waits for."""
        _, order, finish = parent
        late = self.trials.late(finish)
        held = self.chains.held_up(finish, late[int(self.random.random() * len(late))], self.random)
        if not held:
            return self._window(order)
        for _ in range(1 + int(self.random.random() * 2)):
            number, other = held[int(self.random.random() * len(held))]
            order = self._before(order, number, other)
        return order

    def _before(self, order: list[int], number: int, other: int) -> list[int]:
        """A list in which a task, with all that it waits for, goes before another; itself where that is waited for."""
        end, begin = order.index(number), order.index(other)
        if end < begin or begin < self.lead:
            return order
        wanted = {number}
        for at in range(end, begin - 1, -1):
            if order[at] in wanted:
                wanted.update(self.first[order[at]])
        if other in wanted:
            return order
        part = order[begin : end + 1]
        return (
            order[:begin]
            + [one for one in part if one in wanted]
            + [one for one in part if one not in wanted]
            + order[end + 1 :]
        )

    def _window(self, order: list[int]) -> list[int]:
        """A list with some neighbours in another order."""
        count = len(order) - self.lead
        longest = max(SHORTEST + 2, int(count * LONGEST))
        length = self.random.randint(SHORTEST, longest)
        begin = self.lead + int(self.random.random() * max(count - length + 1, 1))
        return order[:begin] + self._mixed(order[begin : begin + length]) + order[begin + length :]

    def _crossed(self, one: list[int], other: list[int]) -> list[int]:
        """A list with a stretch in the order of another."""
        points = sorted(self.lead + int(self.random.random() * (len(one) - self.lead)) for _ in range(2))
        head = one[: points[0]]
        seen, middle = set(head), list[int]()
        for number in other:
            if len(middle) == points[1] - points[0]:
                break
            if number not in seen:
                middle.append(number)
        seen.update(middle)
        return head + middle + [number for number in one if number not in seen]

    def _fresh(self) -> list[int]:
        """A list by chance: any, or by the latest finishes with some noise."""
        if self.random.random() < 0.5:
            return self.network.free[: self.lead] + self._mixed(self.network.free[self.lead :])
        noise = (max(self.late) - min(self.late)) / 4
        return listed(self.network, [late + self.random.random() * noise for late in self.late])

    def _mixed(self, part: Sequence[int]) -> list[int]:
        """Tasks in another order, by chance, but each behind those that it waits for."""
        random, late, inside = self.random.random, self.late, set(part)
        waiting = {number: sum(other in inside for other in self.first[number]) for number in part}
        ready = [number for number in part if not waiting[number]]
        found = []
        while ready:
            at = int(random() * len(ready))
            if random() < URGENCY:
                other = int(random() * len(ready))
                if late[ready[other]] < late[ready[at]]:
                    at = other
            number = ready[at]
            ready[at] = ready[-1]
            ready.pop()
            found.append(number)
            for other in self.then[number]:
                if other in inside:
                    waiting[other] -= 1
                    if not waiting[other]:
                        ready.append(other)
        return found


def _lead(network: Network) -> int:
    """How many tasks at the head of all lists keep their places: those begun earlier, if they wait for nothing else."""
    begun = set(network.begun)
    for number in network.begun:
        for wait in network.forward.waits[number]:
            if wait[0] not in begun:
                return 0
    return len(begun)
