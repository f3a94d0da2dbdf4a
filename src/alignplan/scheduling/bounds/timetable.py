"""What tasks take wherever they lie: the slots between the latest start of a task and its earliest finish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignplan.scheduling.bounds.windows import Network, Refuted
from alignplan.scheduling.problem import Mode, Problem

__all__ = ["Timetable"]

_SLOTS = 30_000
"""Tasks of more slots than this in all are not looked at slot by slot."""


class Timetable:
    """Takes the sure part of each task out of what there is, and moves the others to where they still fit.

    Tasks of several modes and split ones are left out.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._problem = network.problem
        self._modes = [
            (number, task.modes[0])
            for number, task in enumerate(self._problem.tasks)
            if len(task.modes) == 1 and task.modes[0].length and task.fixed is None and not task.split
        ]
        if sum(mode.length for _, mode in self._modes) > _SLOTS:
            self._modes = []

    def narrow(self, floor: list[int], ceiling: list[int]) -> bool:
        """Moves windows; whether anything moved. Raises `Refuted` where the sure parts alone are too much."""
        free: list[dict[int, int]] = [{} for _ in self._problem.resources]
        for number, mode in self._modes:
            self._take(self._sure(number, mode), mode, free)
        moved = False
        for number, mode in self._modes:
            if self.network.start[number] < self.network.latest[number]:
                moved |= self._move(number, mode, free, floor, ceiling)
        return moved

    def _take(self, slots: Iterable[int], mode: Mode, free: list[dict[int, int]]) -> None:
        """Takes the needs of a mode in some slots out of what is free; only slots in which there is less are kept."""
        for slot in slots:
            for resource, units in mode.needs:
                there = free[resource]
                left = (there[slot] if slot in there else _there(self._problem, resource, slot)) - units
                if left < 0:
                    raise Refuted
                there[slot] = left

    def _sure(self, number: int, mode: Mode) -> Iterator[int]:
        """The slots that a task takes wherever in its window it lies."""
        begin, end = self.network.latest[number], self.network.end[number]
        axis = self._problem.axes[mode.axis]
        return map(axis.slot, range(axis.own(begin), axis.own(end)))

    def _move(
        self, number: int, mode: Mode, free: list[dict[int, int]], floor: list[int], ceiling: list[int]
    ) -> bool:
        """Moves a task to its first and its last place among the sure parts of the others."""
        axis = self._problem.axes[mode.axis]
        mine = set(self._sure(number, mode))
        needs = [(free[resource], units) for resource, units in mode.needs]

        def taken(at: int) -> bool:
            slot = axis.slot(at)
            if slot in mine:
                return False
            return any(slot in there and there[slot] < units for there, units in needs)

        first, last = axis.own(self.network.start[number]), axis.own(self.network.deadline[number])
        early = first + _room(map(taken, range(first, last)), mode.length)
        late = last - _room(map(taken, range(last - 1, first - 1, -1)), mode.length)
        if early == first and late == last:
            return False
        floor[number] = max(floor[number], axis.slot(early))
        ceiling[number] = min(ceiling[number], axis.slot(late - 1) + 1)
        return True


def _room(taken: Iterable[bool], length: int) -> int:
    """The first place at which so many slots in a row are free; raises `Refuted` where there is none."""
    row = 0
    for at, blocked in enumerate(taken):
        row = 0 if blocked else row + 1
        if row == length:
            return at + 1 - length
    raise Refuted


def _there(problem: Problem, number: int, slot: int) -> int:
    """The units of a resource in a slot."""
    resource, day = problem.resources[number], slot // problem.axes[0].per_day
    return resource.days[day] if day < len(resource.days) else resource.capacity
