"""Which of several changes can be made in one look at the text: those that do not touch one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from alignplan.text.patching.changes import (
    Append,
    Change,
    Delete,
    Echo,
    Edit,
    Insert,
    InsertMany,
    Plant,
    Put,
    Rename,
    Route,
)
from alignplan.text.patching.intended import Absent, after_change, has, settled, value_at
from alignplan.text.patching.merging import parts_of

__all__ = ["Batch", "apart"]


class Batch:
    """Changes taken together, at most so many, each with its route settled, and the data after them."""

    def __init__(self, data: Any, most: int) -> None:
        self.data = data
        self.most = most
        self.changes: list[Change] = []
        self._touched: set[Route] = set()
        self._above: set[Route] = set()

    def fill(self, changes: list[Change], start: int) -> None:
        """Take changes from `start` on, while they do not touch those taken.

        One that is better made in parts is replaced by them. One that cannot be made in these data is taken alone: the
        text shows why.
        """
        at = start
        while at < len(changes) and len(self.changes) < self.most:
            ready = settled(changes[at], self.data)
            parts = parts_of(ready, self.data)
            if parts is not None:
                changes[at : at + 1] = parts
                continue
            touched = _touches(ready, self.data)
            if self.changes and any(self._meets(route) for route in touched):
                return
            try:
                after = after_change(self.data, ready)
            except Absent:
                if not self.changes:
                    self.changes.append(ready)
                return
            self.data = after
            self.changes.append(ready)
            self._touched.update(touched)
            self._above.update(route[:depth] for route in touched for depth in range(len(route)))
            at += 1

    def _meets(self, route: Route) -> bool:
        return (
            route in self._above
            or route in self._touched
            or any(route[:depth] in self._touched for depth in range(len(route)))
        )

    def data_after(self, data: Any, number: int) -> Any:
        """The data after the first so many changes alone."""
        for change in self.changes[:number]:
            data = after_change(data, change)
        return data


def apart(numbered: Sequence[tuple[Edit, int]], count: int) -> int:
    """How many of `count` changes have edits that lie apart: given are all edits, sorted, each with its change."""
    for (one, first), (other, second) in pairwise(numbered):
        if first != second and (one.end > other.start or one.start == other.start):
            count = min(count, max(first, second))
    return count


def _touches(change: Change, data: Any) -> list[Route]:
    """The parts of the data that a change may alter: a value, or all of what holds the entries that change."""
    match change:
        case Echo(echoed):
            return _touches(echoed, data)
        case Rename(route, key):
            return [route, (*route[:-1], key)]
        case Append(route) | InsertMany(route):
            return [route]
        case Delete(_, True):
            return [()]
        case Delete(route) if _has_siblings(route, data):
            return [route]
        case Insert(route) | Plant(route) | Delete(route):
            return [_reached(route[:-1], data)]
        case Put(route):
            return [_reached(route, data)]


def _has_siblings(route: Route, data: Any) -> bool:
    """Whether an entry of a mapping is not the only one: it can go without a trace in what is around it."""
    holder = value_at(data, route[:-1])
    return isinstance(holder, dict) and len(holder) > 1


def _reached(route: Route, data: Any) -> Route:
    """As much of a route as leads somewhere."""
    for depth, step in enumerate(route):
        is_there = step in data if isinstance(data, dict) else isinstance(data, list) and has(data, step)
        if not is_there:
            return route[:depth]
        data = data[step]
    return route
