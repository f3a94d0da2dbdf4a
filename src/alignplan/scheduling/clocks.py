"""Axes as tables: looking an instant up costs less than reckoning it, and a schedule looks up thousands.

Tables reach as far as a horizon that all clocks of a problem share. Who asks for more gets an `IndexError`; then the
horizon is doubled and the schedule made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alignplan.scheduling.axis import Axis

__all__ = ["Clock", "tabled"]

Stretch = tuple[int, int]
"""The first slot and the number of slots that are worked without a break."""


class Clock:
    """One axis up to the horizon.

    `own[instant]` is how many worked slots lie before it, `slot[own]` the slot at an own position, and `done[own]`
    the instant at which the first `own` worked slots are over (0 for none).
    """

    __slots__ = ("done", "own", "slot")

    def __init__(self, own: Sequence[int], done: Sequence[int], slot: Sequence[int]) -> None:
        self.own, self.done, self.slot = own, done, slot


def tabled(axis: Axis, numbers: Sequence[int]) -> tuple[Clock, Clock]:
    """The clocks of an axis forwards and backwards, up to the last of the numbers from 0 on, the end of a day.

    Backwards, time runs from there, the instant 0, on. All tables are cut from the numbers, so that they share them.
    """
    horizon = len(numbers) - 1
    stretches = list(_joined(_days(axis, horizon)))
    turned = [(horizon - first - length, length) for first, length in reversed(stretches)]
    return _cut(stretches, numbers), _cut(turned, numbers)


def _cut(stretches: Iterable[Stretch], numbers: Sequence[int]) -> Clock:
    own: list[int] = []
    done: list[int] = [0]
    slot: list[int] = []
    count = 0
    for first, length in stretches:
        if first > len(own):
            own += [numbers[count]] * (first - len(own))
        own += numbers[count : count + length]
        slot += numbers[first : first + length]
        done += numbers[first + 1 : first + length + 1]
        count += length
    own += [numbers[count]] * (len(numbers) - len(own))
    return Clock(own, done, slot)


def _days(axis: Axis, horizon: int) -> Iterable[Stretch]:
    """What is worked of each day."""
    listed, per_day = len(axis.worked), axis.per_day
    amounts = list(axis.worked[: horizon // per_day])
    while len(amounts) < horizon // per_day:
        amounts.append(axis.beyond[(len(amounts) - listed) % 7])
    return [(day * per_day, amount) for day, amount in enumerate(amounts) if amount]


def _joined(stretches: Iterable[Stretch]) -> Iterable[Stretch]:
    """The same with neighbours made one."""
    begin, length = 0, 0
    for first, amount in stretches:
        if first == begin + length:
            length += amount
        else:
            if length:
                yield begin, length
            begin, length = first, amount
    if length:
        yield begin, length
