"""The combination of the methods, and how far it has been off at each distance."""

from __future__ import annotations

import math
from collections.abc import Sequence

from alignplan.analysis.forecast.methods import METHODS, Method, season_before
from alignplan.records import record

__all__ = ["Combination", "combined", "weights_of"]

_DISTANCES = (1, 2, 3, 4, 6, 8, 12)
_ENOUGH = 12
"""With fewer values than these the last one counts for more: too little is known of a trend."""
_A_FEW = 5
"""From so many values on, a very regular trend is believed."""
_BEYOND = 2
"""So many values beyond its first round a series needs before a season is looked for."""
_SHARPNESS = 2
"""Weights go with 1 ÷ (mean squared error) to this power."""


@record
class Combination:
    """What the methods say together, and the errors that they would have made so far, by steps ahead."""

    methods: tuple[Method, ...]
    weights: tuple[float, ...]
    errors: dict[int, list[float]]
    at: int
    """The last step, from which it looks ahead."""
    squared: tuple[float, ...]
    """The mean of error² ÷ steps of each method."""

    @property
    def seasonal(self) -> bool:
        """Whether the season before weighs most."""
        return len(self.methods) > len(METHODS) and self.weights[-1] > 0.5

    def ahead(self, steps: int) -> float:
        """The value expected so many steps ahead."""
        return _together(self.methods, self.weights, self.at, steps)


def combined(values: Sequence[float], season: int = 1) -> Combination:
    """The methods, weighted by how well each would have done on the last two thirds of the series.

    At every step there each method tells what comes 1, 2, 3 … steps later, as far as a third of the series; its mean
    squared error per step is m, and its weight goes with 1 ÷ m². Of n values under 12, the last one gets (12 - n) ÷ 12
    of all weight before that, from 5 values on times ⁴√(least m ÷ its own m): too little is known of a trend, unless
    it is very regular. Where there are over one but not yet two rounds of `season` steps, the season before is one
    more method, and all are judged on what came after the first round. Combinations of simple methods are among the
    best that forecasting competitions know (Makridakis and others 2020, on M4); weights by past errors are those of
    Bates and Granger (1969), made sharper.
    """
    count = len(values)
    methods, first = [method(values) for method in METHODS], max(2, count // 3) - 1
    if 1 < season <= count - _BEYOND and count < 2 * season:
        methods.append(season_before(values, season))
        first = max(first, season - 1 + (count > season + _BEYOND))
    reach = max(1, min(count // 3, count - 1 - first))
    distances = [distance for distance in _DISTANCES if distance <= reach]
    pairs = [(at, distance) for distance in distances for at in range(first, count - distance)]
    squared = [
        sum([(values[at + distance] - method(at, distance)) ** 2 / distance for at, distance in pairs])
        / len(pairs)
        for method in methods
    ]
    weights = weights_of(squared, count)
    errors: dict[int, list[float]] = {distance: [] for distance in distances}
    for at, distance in pairs:
        errors[distance].append(values[at + distance] - _together(methods, weights, at, distance))
    return Combination(tuple(methods), weights, errors, count - 1, tuple(squared))


def weights_of(squared: Sequence[float], count: int) -> tuple[float, ...]:
    """The weights of the methods by their mean squared errors, of a series of `count` steps; they sum to 1."""
    least = min(squared)
    floor = max(least * 1e-9, 1e-300)
    raw = [(max(least, floor) / max(error, floor)) ** _SHARPNESS for error in squared]
    whole = math.fsum(raw)
    to_last = max(0.0, (_ENOUGH - count) / _ENOUGH)
    if count >= _A_FEW and squared[0] > 0:
        to_last *= (least / squared[0]) ** 0.25
    shares = [share / whole * (1 - to_last) for share in raw]
    return (shares[0] + to_last, *shares[1:])


def _together(methods: Sequence[Method], weights: Sequence[float], at: int, ahead: int) -> float:
    return sum([weight * method(at, ahead) for method, weight in zip(methods, weights, strict=True)])
