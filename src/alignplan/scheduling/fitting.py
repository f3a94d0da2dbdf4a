"""The first place for one task of any kind, among what is left of its resources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.steps import Steps, pieces, take

__all__ = ["Way", "best", "best_split", "taken"]

Need = tuple[int, int, Clock]
"""The resource, units, and the clock of all who use it."""


class Way:
    """A mode made ready."""

    __slots__ = ("clock", "length", "needs")

    def __init__(self, clock: Clock, length: int, needs: list[Need]) -> None:
        self.clock, self.length, self.needs = clock, length, needs


def best(left: list[Steps], ways: Sequence[Way], first: int, last: int) -> tuple[int, int, int]:
    """Start, finish and mode of the place that ends first; it is taken."""
    chosen: tuple[int, int, int, int] | None = None
    for mode, way in enumerate(ways):
        length, clock = way.length, way.clock
        if not length:
            instant = max(first, last)
            place = instant, instant, mode, -1
        else:
            own = _earliest(way, first, last) if last else clock.own[first]
            if way.needs:
                own = _whole(left, way, own, length)
            place = clock.done[own + length], clock.slot[own], mode, own
        if chosen is None or place[0] < chosen[0]:
            chosen = place
    assert chosen is not None
    finish, start, mode, own = chosen
    if own >= 0:
        taken(left, ways[mode], own, ways[mode].length)
    return start, finish, mode


def _earliest(way: Way, first: int, last: int) -> int:
    """The first own position that neither begins before one instant nor ends before the other."""
    own = way.clock.own[first]
    return max(own, way.clock.own[last - 1] - way.length + 1) if last else own


def _whole(left: list[Steps], way: Way, own: int, length: int) -> int:
    """The first own position from one on from which so many slots are free on all resources."""
    needs, clock = way.needs, way.clock
    fitting = at = 0
    while fitting < len(needs):
        resource, units, base = needs[at]
        times, levels = left[resource]
        found = (
            _fitting(times, levels, own, length, units)
            if base is clock
            else _apart(left, way, at, own, length)
        )
        fitting = fitting + 1 if found == own else 1
        own = found
        at = at + 1 if at + 1 < len(needs) else 0
    return own


def _fitting(times: list[int], levels: list[int], own: int, length: int, units: int) -> int:
    """The first position from one on from which there are enough units."""
    while True:
        at = bisect_left(times, own + length) - 1
        while times[at] > own and levels[at] >= units:
            at -= 1
        if levels[at] >= units:
            return own
        own = times[at + 1]


def _apart(left: list[Steps], way: Way, need: int, own: int, length: int) -> int:
    """The same for a task on another axis than that of the resource, in its own positions."""
    resource, units, base = way.needs[need]
    times, levels = left[resource]
    slot, done, position = way.clock.slot, way.clock.done, base.own
    while True:
        begin, end = position[slot[own]], position[done[own + length]]
        if end - begin == length:
            at = bisect_left(times, end) - 1
            while times[at] > begin and levels[at] >= units:
                at -= 1
            if levels[at] >= units:
                return own
        else:
            at = _lacking(times, levels, pieces(way.clock, base, own, length), units)
            if at < 0:
                return own
        own = max(way.clock.own[base.slot[times[at + 1]]], own + 1)


def _lacking(times: list[int], levels: list[int], taken: list[tuple[int, int]], units: int) -> int:
    """The last step with too few units under some stretches; below 0 for none."""
    for begin, end in reversed(taken):
        at = bisect_left(times, end) - 1
        while times[at] > begin and levels[at] >= units:
            at -= 1
        if levels[at] < units:
            return at
    return -1


def taken(left: list[Steps], way: Way, own: int, length: int) -> None:
    """Takes what a way needs, so many slots from an own position on."""
    for resource, units, base in way.needs:
        times, levels = left[resource]
        if base is way.clock:
            take(times, levels, own, own + length, units)
        else:
            for begin, end in pieces(way.clock, base, own, length):
                take(times, levels, begin, end, units)


def best_split(
    left: list[Steps], ways: Sequence[Way], first: int, last: int
) -> tuple[list[tuple[int, int]], int]:
    """The pieces, as instants, of the mode that ends first; nothing is taken."""
    found = []
    for mode, way in enumerate(ways):
        parts = _split(left, way, _earliest(way, first, last)) if way.length else []
        found.append((parts[-1][1] if parts else max(first, last), mode, parts))
    _, mode, parts = min(found, key=lambda one: one[:2])
    return parts, mode


def _split(left: list[Steps], way: Way, own: int) -> list[tuple[int, int]]:
    """The pieces of a task that takes what is free from an own position on."""
    parts: list[tuple[int, int]] = []
    missing = way.length
    while missing:
        own = _whole(left, way, own, 1)
        reach = _reach(left, way, own, missing)
        parts.append((way.clock.slot[own], way.clock.done[reach]))
        missing -= reach - own
        own = reach
    return parts


def _reach(left: list[Steps], way: Way, own: int, length: int) -> int:
    """How far all resources are free from an own position on, up to a length."""
    reach = own + length
    for resource, units, base in way.needs:
        times, levels = left[resource]
        whole = base is way.clock
        for begin, end, position in _stretches(way, None if whole else base, own, reach - own):
            at = bisect_right(times, begin) - 1
            while at < len(times) and times[at] < end and levels[at] >= units:
                at += 1
            if at < len(times) and times[at] < end:
                reach = position + max(times[at] - begin, 0)
                break
    return reach


def _stretches(way: Way, base: Clock | None, own: int, length: int) -> list[tuple[int, int, int]]:
    """What a task would take, as stretches in positions of a resource, each with the own position of its begin."""
    if base is None:
        return [(own, own + length, own)]
    found = []
    for begin, end in pieces(way.clock, base, own, length):
        found.append((begin, end, own))
        own += end - begin
    return found
