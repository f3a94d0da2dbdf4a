"""Series that are made, so that it is known what comes next."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from alignplan.analysis.forecast.outlook import Series, series_of
from alignplan.model.values import Point

Made = Callable[[random.Random, int], list[float]]


def months(count: int) -> list[date]:
    """The last days of so many months, from January 2020 on."""
    firsts = [date(2020 + at // 12, at % 12 + 1, 1) for at in range(1, count + 1)]
    return [first - timedelta(1) for first in firsts]


def series(values: Sequence[float], days: Sequence[date] | None = None) -> Series:
    """A series of these values, by month where no days are given."""
    points = [Point(day, value) for day, value in zip(days or months(len(values)), values, strict=True)]
    found = series_of(points)
    assert found is not None
    return found


def ahead(found: Series, months_ahead: int) -> date:
    """The last day of a month so many after the last one."""
    after = found.grid.end.year * 12 + found.grid.end.month + months_ahead
    return date(after // 12, after % 12 + 1, 1) - timedelta(1)


def _walk(dice: random.Random, count: int) -> list[float]:
    now, found = 50.0, []
    for _ in range(count):
        now += dice.gauss(0, 2)
        found.append(now)
    return found


KINDS: dict[str, Made] = {
    "line": lambda dice, count: [100 + 2 * at + dice.gauss(0, 3) for at in range(count)],
    "noise": lambda dice, count: [100 + dice.gauss(0, 5) for at in range(count)],
    "walk": _walk,
    "season": lambda dice, count: [
        100 + at + 20 * math.sin(math.pi * at / 6) + dice.gauss(0, 3) for at in range(count)
    ],
    "growing season": lambda dice, count: [
        (100 + 2 * at) * (1 + 0.3 * math.sin(math.pi * at / 6)) + dice.gauss(0, 3) for at in range(count)
    ],
    "levelling": lambda dice, count: [
        100 * (1 - math.exp(-at / 8)) + dice.gauss(0, 1.5) for at in range(count)
    ],
}
"""Kinds of series, with some chance in them."""
