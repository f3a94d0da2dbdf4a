"""The simple methods whose forecasts are combined. None is good for every series; each is good for some.

A method looks at a series once and then tells, from each of its steps `at`, what it would have expected `ahead` steps
later: so one pass gives the forecast from the last step and all earlier ones, by which the method is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["METHODS", "Method", "damped", "last", "line", "season_before", "smoothed", "theta"]

Method = Callable[[int, int], float]
"""(at, ahead) → the value expected at the step `at + ahead`."""

_WEIGHTS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_LEVELS, _TRENDS, _DAMPINGS = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0), (0.05, 0.2, 0.5), (0.8, 0.95)


def last(values: Sequence[float]) -> Method:
    """The last value, as for a random walk."""
    return lambda at, _ahead: values[at]


def smoothed(values: Sequence[float]) -> Method:
    """Simple exponential smoothing (Brown 1959); the weight is the one with the least squared errors."""
    levels, _ = _smoothed(values)
    return lambda at, _ahead: levels[at]


def theta(values: Sequence[float]) -> Method:
    """The Theta method (Assimakopoulos and Nikolopoulos 2000), as smoothing with half the slope of the straight line.

    Hyndman and Billah (2003) showed that the two are the same.
    """
    levels, weight = _smoothed(values)
    slopes = [slope for _, slope in _lines(values)]

    def expected(at: int, ahead: int) -> float:
        return levels[at] + slopes[at] / 2 * (ahead - 1 + (1 - (1 - weight) ** (at + 1)) / weight)

    return expected


def line(values: Sequence[float]) -> Method:
    """The straight line with the least squared errors through all values so far."""
    lines = _lines(values)
    return lambda at, ahead: lines[at][0] + lines[at][1] * (at + ahead)


def damped(values: Sequence[float]) -> Method:
    """Exponential smoothing with a trend that fades (Gardner and McKenzie 1985); weights with least squared errors."""
    choices = [(level, trend, fade) for level in _LEVELS for trend in _TRENDS for fade in _DAMPINGS]
    runs = {choice: _run(values, *choice) for choice in choices}
    fade = min(choices, key=lambda choice: runs[choice][0])[2]
    states = min(runs.values(), key=lambda run: run[0])[1]

    def expected(at: int, ahead: int) -> float:
        level, trend = states[at]
        return level + trend * fade * (1 - fade**ahead) / (1 - fade)

    return expected


def season_before(values: Sequence[float], size: int) -> Method:
    """The value one round of `size` steps earlier, moved by what a round has added on average so far.

    The seasonal naive method with drift, for series that are too short to tell their seasons apart. It can be asked
    from the last step of the first round on.
    """
    added = [0.0] * len(values)
    total = 0.0
    for at in range(size, len(values)):
        total += values[at] - values[at - size]
        added[at] = total / (at - size + 1)

    def expected(at: int, ahead: int) -> float:
        rounds = -(-ahead // size)
        return values[at + ahead - rounds * size] + rounds * added[at]

    return expected


METHODS: tuple[Callable[[Sequence[float]], Method], ...] = (last, smoothed, theta, line, damped)
"""All of them; the first is the one that is fallen back on."""


def _smoothed(values: Sequence[float]) -> tuple[list[float], float]:
    """The level after each value, and the weight of a new one."""
    best: tuple[float, list[float], float] | None = None
    for weight in _WEIGHTS:
        level, levels, errors = values[0], [values[0]], 0.0
        for value in values[1:]:
            error = value - level
            errors += error * error
            level += weight * error
            levels.append(level)
        if best is None or errors < best[0]:
            best = (errors, levels, weight)
    assert best is not None
    return best[1], best[2]


def _run(
    values: Sequence[float], weight: float, trend_weight: float, fade: float
) -> tuple[float, list[tuple[float, float]]]:
    """The squared errors of one step ahead, and level and trend after each value."""
    reach = min(len(values) - 1, 3)
    level, trend, errors = values[0], (values[reach] - values[0]) / reach, 0.0
    states = [(level, trend)]
    gain = weight * trend_weight
    for value in values[1:]:
        trend *= fade
        error = value - level - trend
        errors += error * error
        level += trend + weight * error
        trend += gain * error
        states.append((level, trend))
    return errors, states


def _lines(values: Sequence[float]) -> list[tuple[float, float]]:
    """Height at step 0 and slope of the straight line through the values up to each step."""
    found = [(values[0], 0.0)]
    total, moment = values[0], 0.0
    for at, value in enumerate(values[1:], start=1):
        total += value
        moment += at * value
        count, steps = at + 1, at * (at + 1) / 2
        squares = steps * (2 * at + 1) / 3
        slope = (count * moment - steps * total) / (count * squares - steps * steps)
        found.append(((total - slope * steps) / count, slope))
    return found
