"""How figures moved from version to version of a plan, and how far due dates slipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from alignplan.analysis.figures.interface import Value
from alignplan.records import record

__all__ = ["Chronicle", "Every", "Move", "Point", "Slip", "Track", "sampled", "slips", "tracks"]


class Every(StrEnum):
    """How much time lies between two points: of each period the last version is one."""

    COMMIT = "commit"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@record
class Point:
    """A version of the plan, judged on its day. `added` and `dropped` count items since the point before."""

    commit: str
    day: date
    subject: str
    figures: dict[str, Value]
    added: int | None = None
    dropped: int | None = None


@record
class Track:
    """A figure of an item at each point; `None` where it is unknown or the item is not there."""

    id: str
    kind: str
    title: str
    values: tuple[Value, ...]


@record
class Chronicle:
    """The points, oldest first, and the `figures` in their order; `of_items`: one figure of items, their `tracks`."""

    points: tuple[Point, ...]
    figures: tuple[str, ...]
    of_items: bool = False
    tracks: tuple[Track, ...] = ()


@record
class Move:
    """A due date that was changed: at which point, and from when to when."""

    at: Point
    old: date
    new: date


@record
class Slip:
    """How the due date of an item moved; `days` from the first to the last that was stated (later is positive)."""

    track: Track
    first: date
    last: date
    moves: tuple[Move, ...]

    @property
    def days(self) -> int:
        """Calendar days from the first due date to the last."""
        return (self.last - self.first).days


def slips(found: Chronicle) -> tuple[Slip, ...]:
    """The items whose due date moved, the farthest first."""
    moved = []
    for track in found.tracks:
        known = [
            (point, value)
            for point, value in zip(found.points, track.values, strict=True)
            if isinstance(value, date)
        ]
        moves = [
            Move(point, before, value) for (_, before), (point, value) in pairwise(known) if before != value
        ]
        if moves:
            moved.append(Slip(track, known[0][1], known[-1][1], tuple(moves)))
    return tuple(sorted(moved, key=lambda slip: -abs(slip.days)))


def sampled(days: Sequence[date], every: Every | None, most: int) -> tuple[list[int], Every]:
    """Which of the versions made on these days, oldest first, are the last of their period.

    Without `every` of the finest periods that give at most `most`.
    """
    for period in (every,) if every is not None else Every:
        last = {_PERIODS[period](day, at): at for at, day in enumerate(days)}
        if every is not None or len(last) <= most or period is Every.YEAR:
            return sorted(last.values()), period
    raise AssertionError("a year is the last period")


_PERIODS: dict[Every, Callable[[date, int], object]] = {
    Every.COMMIT: lambda _day, at: at,
    Every.DAY: lambda day, _at: day,
    Every.WEEK: lambda day, _at: day.isocalendar()[:2],
    Every.MONTH: lambda day, _at: (day.year, day.month),
    Every.QUARTER: lambda day, _at: (day.year, (day.month - 1) // 3),
    Every.YEAR: lambda day, _at: day.year,
}


def tracks(states: Iterable[dict[str, tuple[str, str, Value]]]) -> tuple[Track, ...]:
    """The items of all points, each with a value for every point; titles are those of the last point that has it."""
    found = list(states)
    heads = {id: (kind, title) for state in found for id, (kind, title, _) in state.items()}
    return tuple(
        Track(id, kind, title, tuple(state[id][2] if id in state else None for state in found))
        for id, (kind, title) in heads.items()
    )
