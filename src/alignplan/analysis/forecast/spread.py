"""How far off a forecast may be: from the errors that it would have made so far."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean

from alignplan.records import record

__all__ = ["Spread", "scale_at", "spread_of"]

_CHOSEN = 1.05
"""Errors are this much larger than they look: weights were chosen where they were measured."""
_FREE = 2
"""Values that a level and a trend take up."""


@record
class Spread:
    """The scale of the errors by steps ahead, and the degrees of freedom with which it is known."""

    scales: Mapping[int, float]
    degrees: int

    def ahead(self, steps: int) -> float:
        """The scale of an error so many steps ahead.

        The largest that was seen up to that distance; beyond the distances that could be seen it grows with the root of
        the distance, as the errors of a random walk do.
        """
        known = max(distance for distance in self.scales if distance <= steps)
        seen = max(scale for distance, scale in self.scales.items() if distance <= known)
        return seen * math.sqrt(steps / known)


def spread_of(
    errors: Mapping[int, Sequence[float]], values: Sequence[float], taken: int, resolution: float
) -> Spread:
    """The scale of the errors, by the distances at which they were measured.

    One more error is taken to have been seen at each distance, of the size of a usual step (times the root of the
    distance): it keeps three values that happen to lie on a line from promising certainty, and is soon outweighed. The
    scale is widened by √(n ÷ (n - p)) for the p values that level, trend and seasons (`taken`) take up, and is at least
    that of rounding to `resolution`.
    """
    usual = fmean([abs(after - before) for before, after in pairwise(values)])
    scales = {
        distance: scale_at(distance, _squares(found), len(found), usual, len(values), taken, resolution)
        for distance, found in errors.items()
    }
    return Spread(scales, max(1, len(errors[1])))


def scale_at(
    distance: int, squares: float, number: int, usual: float, count: int, taken: int, resolution: float
) -> float:
    """The scale at a distance: of `number` errors the sum of squares, in a series of `count` values."""
    widening = _CHOSEN * math.sqrt(count / max(1, count - _FREE - taken))
    seen = widening * math.sqrt((squares + usual * usual * distance) / (number + 1))
    return max(resolution / math.sqrt(12), seen)


def _squares(errors: Sequence[float]) -> float:
    return math.fsum([error * error for error in errors])
