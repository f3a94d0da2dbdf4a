"""Student's t distribution: what is known of an error whose size is itself estimated from few values."""

from __future__ import annotations

import math

__all__ = ["below", "quantile"]

_PRECISION = 1e-12


def below(t: float, degrees: int) -> float:
    """The probability of a value up to `t`, with so many degrees of freedom (1 or more).

    The finite series in θ = arctan(t ÷ √degrees) of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3
    and 26.7.4.
    """
    theta = math.atan2(t, math.sqrt(degrees))
    cosine, sine = math.cos(theta), math.sin(theta)
    odd = degrees % 2
    term = cosine if odd else 1.0
    total = term if degrees > 1 else 0.0
    for k in range(2 + odd, degrees, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    inside = (theta + sine * total) * 2 / math.pi if odd else sine * total
    return min(max((1 + inside) / 2, 0.0), 1.0)


def quantile(probability: float, degrees: int) -> float:
    """The value below which `probability` (between 0 and 1) lies: found by halving."""
    low, high = -1.0, 1.0
    while below(low, degrees) > probability:
        low *= 2
    while below(high, degrees) < probability:
        high *= 2
    while high - low > _PRECISION * max(1.0, abs(low), abs(high)):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, degrees) < probability else (low, middle)
    return (low + high) / 2
