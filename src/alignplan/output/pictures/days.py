"""Days along a line: where each lies, and which names stand above them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from alignplan.records import record

__all__ = ["Scale", "scale_of", "ticks"]


@record
class Scale:
    """The days from `first` to `last`, both inside, from `left` to `right` in pixels; a day is `day` wide."""

    first: date
    last: date
    left: float
    right: float

    @property
    def day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.day


def scale_of(days: Sequence[date], left: float, width: float) -> Scale:
    """A line on which all of some days lie, with a little room at both ends."""
    first, last = min(days), max(days)
    spare = max(((last - first).days + 1) // 50, 1)
    first = date.fromordinal(max(first.toordinal() - spare, 1))
    last = date.fromordinal(min(last.toordinal() + spare, date.max.toordinal()))
    return Scale(first, last, left, left + width)


def ticks(scale: Scale) -> list[tuple[date, str]]:
    """Days with a name where something begins: weeks, months, quarters, years … the finest for which there is room."""
    for named, least, room in _NAMED:
        if least * scale.day * 1.2 < room:
            continue
        found = list(named(scale))
        gaps = [(other[0] - one[0]).days * scale.day for one, other in pairwise(found)]
        if found and min(gaps, default=room) >= room:
            return found
    return []


def _weeks(scale: Scale) -> Iterator[tuple[date, str]]:
    first = scale.first.toordinal() + -scale.first.weekday() % 7
    for number in range(first, scale.last.toordinal() + 1, 7):
        day = date.fromordinal(number)
        yield day, f"{day:%m-%d}"


def _starts(scale: Scale, months: int) -> Iterator[date]:
    """The first days of periods of so many months."""
    year, month = scale.first.year, (scale.first.month - 1) // months * months + 1
    while year <= scale.last.year:
        day = date(year, month, 1)
        if scale.first <= day <= scale.last:
            yield day
        month += months
        if month > 12:
            year, month = year + 1, 1


def _months(scale: Scale) -> Iterator[tuple[date, str]]:
    return ((day, f"{day.year:04}-{day.month:02}") for day in _starts(scale, 1))


def _quarters(scale: Scale) -> Iterator[tuple[date, str]]:
    return ((day, f"{day.year:04} Q{(day.month + 2) // 3}") for day in _starts(scale, 3))


def _years(every: int) -> Callable[[Scale], Iterator[tuple[date, str]]]:
    def named(scale: Scale) -> Iterator[tuple[date, str]]:
        for year in range(max(-(-scale.first.year // every) * every, 1), scale.last.year + 1, every):
            if date(year, 1, 1) >= scale.first:
                yield date(year, 1, 1), f"{year:04}"

    return named


_NAMED: tuple[tuple[Callable[[Scale], Iterator[tuple[date, str]]], int, float], ...] = (
    (_weeks, 7, 42),
    (_months, 28, 52),
    (_quarters, 90, 56),
    *((_years(every), 365 * every, 36) for every in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
"""What begins, the days that it takes at least, and the pixels that its name takes."""
