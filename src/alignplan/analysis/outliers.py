"""Actuals that do not fit their series: a step far beyond the usual one, or a day that is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from alignplan.analysis.wording import amount_text
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["FACTOR", "LEAST", "Jump", "future", "jump_text", "jumps"]

FACTOR = 5.0
"""How many times the median step a step stands out from."""
LEAST = 6
"""The fewest actuals of which a step is called usual."""


@record
class Jump:
    """A step that stands out: from one actual to the next, and the median step of the series."""

    before: Point
    after: Point
    usual: float


def future(points: Sequence[Point], today: date) -> list[Point]:
    """Actuals that are dated after today."""
    return [point for point in points if point.day > today]


def jump_text(id: str, jump: Jump, unit: str | None) -> str:
    """What there is to say of a step of a KPI, in words."""
    before, after = amount_text(jump.before.value, unit), amount_text(jump.after.value, unit)
    step = amount_text(abs(jump.after.value - jump.before.value), unit)
    usual = amount_text(jump.usual, unit)
    return f"`{id}` jumps from {before} to {after} on {jump.after.day}, a step of {step} where the median is {usual}"


def jumps(points: Sequence[Point], factor: float, least: int) -> list[Jump]:
    """Steps over `factor` times the median step, of a series with at least `least` actuals, in order of their days.

    The way back from a value that stood out alone is the same fault, and is left out. Where most steps are 0 there is
    no usual step, and nothing stands out.
    """
    if len(points) < least:
        return []
    steps = [after.value - before.value for before, after in pairwise(points)]
    usual = median(map(abs, steps))
    if usual <= 0:
        return []
    found: list[Jump] = []
    last = -2
    for at, step in enumerate(steps):
        if abs(step) <= factor * usual:
            continue
        back = last == at - 1 and step * steps[last] < 0
        if not back:
            found.append(Jump(points[at], points[at + 1], usual))
            last = at
    return found
