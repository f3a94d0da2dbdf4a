"""Time as whole slots, and the slots of it in which somebody works.

Every calendar day has the same number of slots, worked or not: day 0 is slots 0 to `per_day` - 1, and so on. An
*instant* is the border before a slot, so instants and slots share their numbers: a piece of work in slots 3 and 4 runs
from the instant 3 to the instant 5.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["Axis"]


class Axis:
    """The slots of the grid that are worked: of each day the first few, `worked[day]` of `per_day`.

    The n-th worked slot is said to be at the *own* position n. Days before 0 are not worked. What lies behind the
    last day repeats the last seven days of `beyond`, for ever; without any work in them nothing is worked any more.
    """

    def __init__(self, per_day: int, worked: Sequence[int], beyond: Sequence[int]) -> None:
        if len(beyond) != 7:
            raise ValueError("`beyond` is a week")
        self.per_day = per_day
        self.worked = worked
        self.beyond = beyond
        before = [0]
        for amount in worked:
            before.append(before[-1] + amount)
        self._before = before
        """Worked slots before each day; one entry more than there are days."""
        week = [0]
        for amount in beyond:
            week.append(week[-1] + amount)
        self._week = week

    @property
    def always(self) -> bool:
        """Whether every slot is worked."""
        return all(amount == self.per_day for amount in (*self.worked, *self.beyond))

    @property
    def ends(self) -> int | None:
        """The number of worked slots in all; None where there is no end."""
        return None if self._week[7] else self._before[-1]

    def own(self, instant: int) -> int:
        """How many worked slots lie before an instant: the own position of the first one from it on.

        >>> office = Axis(8, [8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 8, 8, 0, 0])
        >>> office.own(8 * 5), office.own(8 * 7 + 2)  # on Saturday, and in the third hour of the Monday after it
        (40, 42)
        """
        day, rest = divmod(instant, self.per_day)
        days = len(self.worked)
        if day < 0:
            return 0
        if day < days:
            return self._before[day] + min(rest, self.worked[day])
        weeks, day = divmod(day - days, 7)
        return self._before[days] + weeks * self._week[7] + self._week[day] + min(rest, self.beyond[day])

    def slot(self, own: int) -> int:
        """The slot at an own position.

        Raises `OverflowError` where the axis ends before it.

        >>> Axis(8, [8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 8, 8, 0, 0]).slot(40)
        56
        """
        before = self._before
        if own < before[-1]:
            day = bisect_right(before, own) - 1
            return day * self.per_day + own - before[day]
        if not self._week[7]:
            raise OverflowError("nothing is worked any more")
        weeks, rest = divmod(own - before[-1], self._week[7])
        day = bisect_right(self._week, rest) - 1
        return (len(self.worked) + weeks * 7 + day) * self.per_day + rest - self._week[day]

    def finish(self, start: int, length: int) -> int:
        """The instant at which `length` worked slots from the instant `start` on are over; `start` for none.

        >>> Axis(8, [8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 8, 8, 0, 0]).finish(8 * 4, 10)  # two hours into Monday
        58
        """
        return start if length <= 0 else self.slot(self.own(start) + length - 1) + 1

    def shifted(self, instant: int, lag: int) -> int:
        """The instant that lies `lag` worked slots after (below 0: before) another; the same for no lag."""
        if lag > 0:
            return self.finish(instant, lag)
        return instant if lag == 0 else self.slot(max(self.own(instant) + lag, 0))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Axis) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        return self.per_day, tuple(self.worked), tuple(self.beyond)
