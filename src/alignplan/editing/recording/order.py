"""Where a new day stands among those that are there: in their order, which is that of time or the other way round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

__all__ = ["Days"]

P = TypeVar("P")


class Days(Generic[P]):
    """Days in the order of their file, each with its place there."""

    def __init__(self, days: Sequence[tuple[date, P]]) -> None:
        self._falling = len(days) > 1 and all(one[0] > other[0] for one, other in pairwise(days))
        self._sorted = sorted(days, key=lambda entry: entry[0])
        self._days = [day for day, _ in self._sorted]

    def above(self, day: date) -> P | None:
        """The place below which a new day goes: none where it comes before all others."""
        at = bisect_left(self._days, day)
        if self._falling:
            return self._sorted[at][1] if at < len(self._sorted) else None
        return self._sorted[at - 1][1] if at else None

    def in_order(self, days: Iterable[date]) -> list[date]:
        """New days in the same order."""
        return sorted(days, reverse=self._falling)

    def nearest(self, day: date) -> P | None:
        """The place of the day before a new one, else of the first after it."""
        at = bisect_left(self._days, day)
        return self._sorted[max(at - 1, 0)][1] if self._sorted else None
