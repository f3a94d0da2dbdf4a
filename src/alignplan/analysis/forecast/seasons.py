"""Seasons: what comes back every year, or every week, told apart from the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from alignplan.records import record

__all__ = ["Seasons", "seasons_of"]

_CLEAR = 2.0
"""The seasons differ so many times as much as a season from itself, in variance, before they are believed."""


@record
class Seasons:
    """What each step of a season does to a value: a factor, or an amount on top."""

    effects: tuple[float, ...]
    factors: bool

    def without(self, values: Sequence[float]) -> list[float]:
        """The values without their seasons."""
        effects, size = self.effects, len(self.effects)
        if self.factors:
            return [value / effects[at % size] for at, value in enumerate(values)]
        return [value - effects[at % size] for at, value in enumerate(values)]

    def on(self, value: float, at: int) -> float:
        """A value without a season, with that of the step `at`, counted from the first value."""
        effect = self.effects[at % len(self.effects)]
        return value * effect if self.factors else value + effect

    def scale(self, at: int) -> float:
        """How much larger an error is at a step than without seasons."""
        return self.effects[at % len(self.effects)] if self.factors else 1.0


def seasons_of(values: Sequence[float], size: int) -> Seasons | None:
    """The seasons of a series of which `size` steps are one round; none where it does not show them.

    Classical decomposition: the distance of each value from a centred moving average over a round, averaged by season;
    as factors where all values are over 0. It takes two whole rounds, and seasons that differ clearly more than chance
    would have it (the F of an analysis of variance is over 2); the effects are drawn towards none by 1 - 1 ÷ F (Miller
    and Williams 2003: seasonal factors forecast better when they are drawn in).
    """
    if size < 2 or len(values) < 2 * size:
        return None
    trend = _trend(values, size)
    factors = min(values) > 0 and min(trend) > 0
    distances = [
        math.log(value / usual) if factors else value - usual
        for value, usual in zip(values, trend, strict=True)
    ]
    rounds = [distances[season::size] for season in range(size)]
    means = [sum(found) / len(found) for found in rounds]
    middle = sum(means) / size
    clear = _clear(rounds, means, middle)
    if clear <= _CLEAR:
        return None
    effects = [(mean - middle) * (1 - 1 / clear) for mean in means]
    return Seasons(tuple(map(math.exp, effects)) if factors else tuple(effects), factors)


def _clear(rounds: Sequence[Sequence[float]], means: Sequence[float], middle: float) -> float:
    """F: the variance between the seasons ÷ that within them, each with its degrees of freedom."""
    size, count = len(rounds), sum(map(len, rounds))
    within = sum((value - mean) ** 2 for found, mean in zip(rounds, means, strict=True) for value in found)
    between = sum(len(found) * (mean - middle) ** 2 for found, mean in zip(rounds, means, strict=True)) / (
        size - 1
    )
    noise = within / max(1, count - size - 1)
    return between / noise if noise > 0 else math.inf if between > 0 else 0.0


def _trend(values: Sequence[float], size: int) -> list[float]:
    """The centred moving average over a round; before the first and after the last it goes on as it went there."""
    half = size // 2
    ends = 0.5 if size % 2 == 0 else 1.0
    middle = [
        (ends * (values[at - half] + values[at + half]) + sum(values[at - half + 1 : at + half])) / size
        for at in range(half, len(values) - half)
    ]
    reach = min(size, len(middle) - 1)
    if reach < 1:
        return [middle[0]] * len(values)
    first, last = (middle[reach] - middle[0]) / reach, (middle[-1] - middle[-1 - reach]) / reach
    before = [middle[0] - first * step for step in range(half, 0, -1)]
    return [*before, *middle, *(middle[-1] + last * step for step in range(1, half + 1))]
