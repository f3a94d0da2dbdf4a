"""Rules of thumb: which task should be placed first, judged from the problem alone."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.network import Network, Side
from alignplan.scheduling.places import ready

__all__ = ["Span", "alone", "followers", "latest", "rules"]

Span = tuple[list[int], list[int]]
"""Starts and finishes by task number."""


def alone(
    network: Network, side: Side, release: Sequence[int], floor: Sequence[int], order: Sequence[int]
) -> Span:
    """Where each task would lie if nobody had to share anything, in its first mode."""
    start, finish = [0] * len(release), [0] * len(release)
    tasks = network.problem.tasks
    for number in order:
        first, last = ready(side, number, start, finish, release[number], floor[number])
        mode = tasks[number].modes[0]
        if not mode.length:
            start[number] = finish[number] = max(first, last)
            continue
        clock = side.clocks[mode.axis]
        own = clock.own[first]
        if last:
            own = max(own, clock.own[last - 1] - mode.length + 1)
        start[number], finish[number] = clock.slot[own], clock.done[own + mode.length]
    return start, finish


def latest(network: Network, early: Span) -> Span:
    """The latest places that keep the earliest end of all, and every wished or demanded date that can be kept alone."""
    end = max((early[1][number] for number in network.free), default=0)
    limits = [end] * len(network.rank)
    for number in network.free:
        task = network.problem.tasks[number]
        dates = [date for date in (task.must, task.due) if date is not None]
        if dates:
            limits[number] = min(end, max(min(dates), early[1][number]))
    horizon = network.horizon
    release = [horizon - limit for limit in limits]
    order = network.free[::-1]
    floor = [0] * len(release)
    try:
        start, finish = alone(network, network.backward, release, floor, order)
    except IndexError:  # a lead that is shorter backwards than forwards
        return early
    return [horizon - late for late in finish], [horizon - late for late in start]


def rules(network: Network, early: Span, late: Span) -> tuple[list[list[float]], list[list[float]]]:
    """Four rules for placing forwards and four for placing backwards, each a key by task number, smallest first.

    Latest finish, latest start, most tasks that follow, most work in the task and behind it; backwards their mirror.
    """
    load = _loads(network)
    forward, backward = network.forward, network.backward
    order = network.free
    ahead = [
        [float(instant) for instant in late[1]],
        [float(instant) for instant in late[0]],
        followers(network),
        _heaviest(backward, load),
    ]
    behind = [
        [-float(instant) for instant in early[0]],
        [-float(instant) for instant in early[1]],
        _most(forward, order),
        _heaviest(forward, load),
    ]
    return ahead, behind


def followers(network: Network) -> list[float]:
    """Minus the number of tasks that wait for each, also at several removes."""
    return _most(network.backward, network.free[::-1])


def _most(side: Side, order: Sequence[int]) -> list[float]:
    """Minus the number of tasks that are reached from each against the direction of a side."""
    reached = [1 << number for number in range(len(side.before))]
    for number in order:
        for other in side.before[number]:
            reached[number] |= reached[other]
        for wait in side.waits[number]:
            reached[number] |= reached[wait[0]]
    return [-float(bits.bit_count()) for bits in reached]


def _heaviest(side: Side, load: Sequence[float]) -> list[float]:
    """Minus the load of each task and of those next to it."""
    return [
        -one - sum(load[other] for other in before) - sum(load[wait[0]] for wait in waits)
        for one, before, waits in zip(load, side.before, side.waits, strict=True)
    ]


def _loads(network: Network) -> list[float]:
    """What each task takes of its resources, as a share of them, times its length; its length where it needs none."""
    resources = network.problem.resources
    found = []
    for task in network.problem.tasks:
        mode = task.modes[0]
        shares = [units / max(resources[number].capacity, 1) for number, units in mode.needs]
        found.append(mode.length * (sum(shares) if shares else 1.0))
    return found
