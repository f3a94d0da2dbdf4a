"""Lists of tasks, in the order in which they are placed: each behind those that it waits for, what was begun first."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from alignplan.scheduling.network import Network, Side

__all__ = ["by_finish", "by_start", "completed", "listed"]


def listed(network: Network, keys: Sequence[float], *, backward: bool = False) -> list[int]:
    """The free tasks by their keys; of equal ones that with the higher priority first, backwards last."""
    tasks, rank = network.problem.tasks, network.rank
    sign = -1 if backward else 1
    weighted = [
        (not backward and task.began is None, key, -sign * task.priority, sign * at)
        for task, key, at in zip(tasks, keys, rank, strict=True)
    ]
    side = network.backward if backward else network.forward
    found = sorted(network.free, key=weighted.__getitem__)
    return found if _follows(side, found) else _sequenced(network, side, weighted)


def completed(network: Network, order: Sequence[int], other: Sequence[int]) -> list[int]:
    """A list that may lack tasks, stand on its head or name what is gone, made whole: what it lacks as in another."""
    free = set(network.free)
    place = {number: at for at, number in enumerate(order) if number in free}
    keys = [0.0] * len(network.rank)
    last = -1.0
    for number in other:
        last = keys[number] = float(place[number]) if number in place else last
    for number in free:
        keys[number] = place.get(number, keys[number] + 0.5)
    return listed(network, keys)


def by_start(network: Network, turned: Sequence[int]) -> list[int]:
    """The free tasks by start, from their finishes backwards."""
    count, rank = len(turned), network.rank
    keys = [at - finish * count for at, finish in zip(rank, turned, strict=True)]
    for number in network.begun:
        keys[number] -= count * count * max(turned)
    return _repaired(network, network.forward, keys)


def by_finish(network: Network, finish: Sequence[int]) -> list[int]:
    """The free tasks by finish, the last one first: the list for placing backwards."""
    count = len(finish)
    return _repaired(
        network, network.backward, [-at - one * count for at, one in zip(network.rank, finish, strict=True)]
    )


def _repaired(network: Network, side: Side, keys: Sequence[int]) -> list[int]:
    found = sorted(network.free, key=keys.__getitem__)
    return found if network.plain or _follows(side, found) else _sequenced(network, side, keys)


def _follows(side: Side, order: Sequence[int]) -> bool:
    """Whether each task of a list stands behind those that it waits for."""
    place = [0] * len(side.before)
    for at, number in enumerate(order):
        place[number] = at
    before, waits = side.before, side.waits
    for at, number in enumerate(order):
        for other in before[number]:
            if place[other] > at:
                return False
        for wait in waits[number]:
            if place[wait[0]] > at:
                return False
    return True


def _sequenced(network: Network, side: Side, keys: Sequence[object]) -> list[int]:
    """The free tasks, always that with the smallest key next of those that wait for none."""
    waiting = [len(one) + len(other) for one, other in zip(side.before, side.waits, strict=True)]
    behind: list[list[int]] = [[] for _ in waiting]
    for number in network.free:
        for other in (*side.before[number], *(wait[0] for wait in side.waits[number])):
            behind[other].append(number)
    heap: list[tuple[object, int]] = [
        (keys[number], number) for number in network.free if not waiting[number]
    ]
    heapify(heap)
    found = []
    while heap:
        _, number = heappop(heap)
        found.append(number)
        for other in behind[number]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(heap, (keys[other], other))
    return found
