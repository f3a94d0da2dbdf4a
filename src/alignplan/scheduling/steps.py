"""What is left of a resource over time, as steps: from each time on so much, up to the next.

Times are own positions on the axis on which the resource is used at all, so that nights and weekends cost nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.clocks import Clock

__all__ = ["Steps", "pieces", "steps", "take", "together", "turned"]

Steps = tuple[list[int], list[int]]
"""Times in order, the first 0, and what is left from each on; neighbours differ."""


def steps(left: Iterable[tuple[int, int]]) -> Steps:
    """The steps of positions, in order, and what is left from each on."""
    times: list[int] = []
    levels: list[int] = []
    for position, level in left:
        if not levels or levels[-1] != level:
            times.append(position)
            levels.append(level)
    return times, levels


def turned(given: Steps, count: int) -> Steps:
    """The same from the other end of so many positions."""
    times, levels = given
    inside = [at for at, time in enumerate(times) if time < count]
    return [0, *(count - times[at] for at in reversed(inside[1:]))], [
        levels[at] for at in reversed(inside)
    ] or levels[:1]


def take(times: list[int], levels: list[int], begin: int, end: int, units: int) -> None:
    """Takes units from one position to another."""
    first = bisect_left(times, begin)
    if first == len(times) or times[first] != begin:
        times.insert(first, begin)
        levels.insert(first, levels[first - 1])
    last = bisect_left(times, end, first + 1)
    if last == len(times) or times[last] != end:
        times.insert(last, end)
        levels.insert(last, levels[last - 1])
    if last == first + 1:
        levels[first] -= units
    else:
        for at in range(first, last):
            levels[at] -= units
    if levels[last] == levels[last - 1]:
        del times[last], levels[last]
    if first and levels[first] == levels[first - 1]:
        del times[first], levels[first]


def pieces(clock: Clock, base: Clock, own: int, length: int) -> list[tuple[int, int]]:
    """What a task takes from an own position on, as stretches of positions of the resource's axis, which has all slots
    of the task's axis and more.
    """
    found = []
    slot, position = clock.slot, base.own
    end = own + length
    while own < end:
        begin = position[slot[own]]
        if position[slot[end - 1]] - begin == end - 1 - own:
            found.append((begin, begin + end - own))
            break
        near, far = own, end - 1  # the last own position that is reached without a gap lies between
        while far - near > 1:
            middle = (near + far) // 2
            if position[slot[middle]] - begin == middle - own:
                near = middle
            else:
                far = middle
        found.append((begin, begin + near + 1 - own))
        own = near + 1
    return found


def together(axes: Sequence[Axis]) -> Axis:
    """The axis that has all slots of some axes."""
    first = axes[0]
    if all(axis is first or axis == first for axis in axes):
        return first
    days = max(len(axis.worked) for axis in axes)
    amounts = list(map(max, *(_amounts(axis, days + 7) for axis in axes)))
    return Axis(first.per_day, amounts[:days], amounts[days:])


def _amounts(axis: Axis, days: int) -> list[int]:
    """What is worked of each of the first days."""
    listed = len(axis.worked)
    return [*axis.worked, *(axis.beyond[(day - listed) % 7] for day in range(listed, days))]
