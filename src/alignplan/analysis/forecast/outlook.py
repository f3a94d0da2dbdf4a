"""What may come of a series of values, on any later day."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from alignplan.analysis.forecast.combination import Combination, combined
from alignplan.analysis.forecast.grid import Grid, grid_of
from alignplan.analysis.forecast.seasons import Seasons, seasons_of
from alignplan.analysis.forecast.spread import Spread, spread_of
from alignplan.analysis.forecast.student import below, quantile
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["INTERVAL", "LEAST", "Outlook", "Series", "resolution_of", "series_of"]

LEAST = 3
"""The fewest values from which anything is foretold."""
_LARGEST = 1e100
_FINEST = -100
INTERVAL = 80
"""The percentage of cases in which the interval is meant to hold the truth."""


@record
class Outlook:
    """What may come on a day: a value, and a scale of Student's t distribution around it."""

    value: float
    scale: float
    degrees: int
    resolution: float
    """The least difference between two values of the series: 1 where all are whole."""

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds that hold the truth in 80 of 100 cases."""
        reach = quantile((1 + INTERVAL / 100) / 2, self.degrees) * self.scale
        return self.value - reach, self.value + reach

    def at_least(self, value: float) -> float:
        """The probability of this value or more; half of the resolution below it would be shown as it."""
        return 1 - below((value - self.resolution / 2 - self.value) / self.scale, self.degrees)

    def at_most(self, value: float) -> float:
        """The probability of this value or less."""
        return below((value + self.resolution / 2 - self.value) / self.scale, self.degrees)


@record
class Series:
    """A series that was looked at."""

    grid: Grid
    seasons: Seasons | None
    combination: Combination
    spread: Spread
    resolution: float

    @property
    def seasonal(self) -> bool:
        """Whether it shows seasons, told apart or as the round before."""
        return self.seasons is not None or self.combination.seasonal

    def on(self, day: date) -> Outlook:
        """What may come on a day after the last value; between two steps on the straight line between them."""
        steps = max(self.grid.ahead(day), 0.0)
        before, part = math.floor(steps), steps % 1
        (low, narrow), (high, wide) = self.ahead(before), self.ahead(before + (part > 0))
        value = low + (high - low) * part
        scale = math.sqrt(narrow * narrow * (1 - part) + wide * wide * part)
        least = self.resolution / math.sqrt(12)
        return Outlook(value, max(scale, least), self.spread.degrees, self.resolution)

    def ahead(self, steps: int) -> tuple[float, float]:
        """Value and scale so many whole steps ahead; at 0 the last value, which is known."""
        if steps == 0:
            return self.grid.values[-1], 0.0
        value, scale = self.combination.ahead(steps), self.spread.ahead(steps)
        if self.seasons is None:
            return value, scale
        at = self.combination.at + steps
        return self.seasons.on(value, at), scale * self.seasons.scale(at)


def series_of(points: Sequence[Point]) -> Series | None:
    """The series of these points, in the order of their days; none of fewer than three, and none of absurd ones."""
    if len(points) < LEAST or max(abs(point.value) for point in points) > _LARGEST:
        return None
    grid = grid_of(points)
    if len(grid.values) < LEAST:
        return None
    seasons = seasons_of(grid.values, grid.steps.season)
    values = grid.values if seasons is None else seasons.without(grid.values)
    combination = combined(values, grid.steps.season)
    resolution = resolution_of(points)
    taken = 0 if seasons is None else len(seasons.effects) - 1
    return Series(
        grid, seasons, combination, spread_of(combination.errors, values, taken, resolution), resolution
    )


def resolution_of(points: Sequence[Point]) -> float:
    """The place of the last decimal that any value has: 0.1 for 18.2 and 19; 1 where all are whole."""
    exponents = [
        Decimal(repr(point.value)).normalize().as_tuple().exponent for point in points if point.value
    ]
    last = min((exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    return float(Decimal(1).scaleb(min(max(last, _FINEST), 0)))
