"""Three-valued answers, and how they change from day to day.

Kleene's strong logic of three values: unknown is between no and yes; `any` is the greatest of its parts, `all` the
least. So `any` holds as soon as one part does, whatever the others are, and what is unknown never holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from itertools import groupby

from alignplan.records import record

__all__ = ["Course", "Truth", "all_of", "any_of", "course"]


class Truth(IntEnum):
    """Whether something holds."""

    NO = 0
    UNKNOWN = 1
    HOLDS = 2


@record
class Course:
    """What holds from which day on, in the order of the days: the first is the first day of the calendar, and no two
    neighbours say the same.
    """

    turns: tuple[tuple[date, Truth], ...]

    def on(self, day: date) -> Truth:
        """What holds on a day."""
        return self.turns[bisect_right(self.turns, day, key=lambda turn: turn[0]) - 1][1]

    @property
    def last(self) -> Truth:
        """What holds in the end."""
        return self.turns[-1][1]

    @property
    def since(self) -> date | None:
        """The first day of the unbroken run of days to the end on which it holds.

        None where it does not hold in the end, and where it held on every day: then nothing says when it began.
        """
        day, truth = self.turns[-1]
        return day if truth is Truth.HOLDS and day > date.min else None

    @property
    def first(self) -> date | None:
        """The first day on which it held; none where it never did, and where it held from the first day on."""
        began = next((day for day, truth in self.turns if truth is Truth.HOLDS), date.min)
        return began if began > date.min else None


def course(turns: Iterable[tuple[date, Truth]], before: Truth = Truth.NO) -> Course:
    """A course that begins with `before`; of turns on one day, which follow each other, the last one is taken."""
    listed = [(date.min, before), *turns]
    latest = [list(group)[-1] for _, group in groupby(listed, key=lambda turn: turn[0])]
    return Course(tuple(next(group) for _, group in groupby(latest, key=lambda turn: turn[1])))


def any_of(parts: Sequence[Course]) -> Course:
    """What holds when one of several does; there is at least one."""
    return _joined(parts, tuple(reversed(Truth)))


def all_of(parts: Sequence[Course]) -> Course:
    """What holds when all of several do; there is at least one."""
    return _joined(parts, tuple(Truth))


def _joined(parts: Sequence[Course], strongest: tuple[Truth, ...]) -> Course:
    """Day by day the first truth of `strongest` that one of the parts has."""
    changes = sorted((day, at, truth) for at, part in enumerate(parts) for day, truth in part.turns)
    now: dict[int, Truth] = {}
    counts = dict.fromkeys(Truth, 0)
    found: list[tuple[date, Truth]] = []
    for day, group in groupby(changes, key=lambda change: change[0]):
        for _, at, truth in group:
            if at in now:
                counts[now[at]] -= 1
            now[at] = truth
            counts[truth] += 1
        found.append((day, next(truth for truth in strongest if counts[truth])))
    return course(found[1:], found[0][1])
