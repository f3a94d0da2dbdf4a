"""Where tasks are placed, and from when on their links let them be."""

from __future__ import annotations

from alignplan.scheduling.clocks import Clock
from alignplan.scheduling.network import Side

__all__ = ["Places", "ready", "shifted"]


class Places:
    """Where tasks were placed, by number: instants of start and finish, the mode, and the pieces of split ones."""

    __slots__ = ("finish", "mode", "pieces", "start")

    def __init__(self, count: int) -> None:
        self.start = [0] * count
        self.finish = [0] * count
        self.mode = [0] * count
        self.pieces: dict[int, tuple[tuple[int, int], ...]] = {}


def ready(
    side: Side, number: int, start: list[int], finish: list[int], first: int, last: int
) -> tuple[int, int]:
    """The instants before which a task can neither begin nor end, from those that its links leave aside."""
    for other in side.before[number]:
        first = max(first, finish[other])
    for other, of_start, to_start, lag, clock in side.waits[number]:
        instant = shifted(clock, start[other] if of_start else finish[other], lag)
        if to_start:
            first = max(first, instant)
        else:
            last = max(last, instant)
    return first, last


def shifted(clock: Clock | None, instant: int, lag: int) -> int:
    """The instant that lies a lag after another, as `Axis.shifted` and on the grid."""
    if clock is None:
        return max(instant + lag, 0)
    if lag > 0:
        return clock.done[clock.own[instant] + lag]
    return instant if lag == 0 else clock.slot[max(clock.own[instant] + lag, 0)]
