"""The common time of a model: only slots that some axis has, numbered; own positions of axes are moved into it.

Between two gaps an own position and its place in common time differ by the same number. So a place is the position
plus, for each gap in reach, its size where the position lies behind it: one yes or no for each gap of each task.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from alignplan.scheduling.bounds.energy import joined
from alignplan.scheduling.problem import Problem

__all__ = ["Gap", "Timeline", "common", "gaps"]

Gap = tuple[int, int]
"""The first position behind it, and its size."""


class Timeline:
    """Common time up to a horizon: the union of some axes, by their numbers."""

    def __init__(self, problem: Problem, horizon: int, axes: Iterable[int]) -> None:
        self._problem, self._horizon = problem, horizon
        self.axis = joined([problem.axes[number] for number in sorted(set(axes))])
        self.last = self.axis.own(horizon)
        self._gaps: dict[int, list[Gap]] = {}

    def at(self, instant: int) -> int:
        """The place of the first slot from an instant on: how many slots of common time lie before it."""
        return self.axis.own(instant)

    def start(self, place: int) -> int:
        """The instant at which what is placed there begins."""
        return self.axis.slot(place)

    def end(self, place: int) -> int:
        """The instant at which so many slots are over."""
        return self.axis.slot(place - 1) + 1 if place > 0 else 0

    def place(self, number: int, own: int) -> int:
        """Where an own position of an axis lies."""
        return self.at(self._problem.axes[number].slot(own))

    def gaps(self, number: int, low: int, high: int) -> list[Gap]:
        """The gaps of an axis behind its position `low` and up to `high`, against common time."""
        if self.axis is self._problem.axes[number]:
            return []
        if number not in self._gaps:
            reach = self._problem.axes[number].own(self._horizon)
            self._gaps[number] = list(gaps(lambda own: self.place(number, own), 0, reach))
        found = self._gaps[number]
        return found[bisect_right(found, low, key=_position) : bisect_right(found, high, key=_position)]


def common(problem: Problem, horizon: int) -> Timeline:
    """The union of all axes on which tasks run."""
    used = {mode.axis for task in problem.tasks for mode in task.modes if mode.length}
    return Timeline(problem, horizon, used or {0})


def _position(gap: Gap) -> int:
    return gap[0]


def gaps(function: Callable[[int], int], low: int, high: int) -> Iterator[Gap]:
    """Where a function that never falls behind its argument's steps jumps, and how far beyond one."""
    before = function(low)
    for position in range(low + 1, high + 1):
        value = function(position)
        if value != before + 1:
            yield position, value - before - 1
        before = value
