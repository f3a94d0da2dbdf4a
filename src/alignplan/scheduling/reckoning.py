"""Clocks without tables, for plans that reach so far that tables would be too long: slower, and as long as need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.clocks import Clock

__all__ = ["reckoned"]


class _Row(Sequence[int]):
    """A table of which each entry is reckoned when it is asked for."""

    def __init__(self, count: int, entry: Callable[[int], int]) -> None:
        self._count, self._entry = count, entry

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self._entry(one) for one in range(*at.indices(self._count))]
        if not 0 <= at < self._count:
            raise IndexError("behind the horizon")
        return self._entry(at)


def reckoned(axis: Axis, horizon: int) -> tuple[Clock, Clock]:
    """The clocks of an axis up to a horizon, forwards and backwards."""
    count = axis.own(horizon)
    forward = Clock(
        _Row(horizon + 1, axis.own),
        _Row(count + 1, lambda own: axis.slot(own - 1) + 1 if own else 0),
        _Row(count, axis.slot),
    )
    backward = Clock(
        _Row(horizon + 1, lambda instant: count - axis.own(horizon - instant)),
        _Row(count + 1, lambda own: horizon - axis.slot(count - own) if own else 0),
        _Row(count, lambda own: horizon - 1 - axis.slot(count - 1 - own)),
    )
    return forward, backward
