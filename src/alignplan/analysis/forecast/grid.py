"""A series at even steps, as the methods want it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from alignplan.analysis.forecast.steps import Steps, steps_of
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["MOST_STEPS", "Grid", "grid_of"]

MOST_STEPS = 160
"""So many steps back are looked at: three years of weeks, and thirteen of months."""


@record
class Grid:
    """Values at even steps, the last one on the day `end`."""

    values: tuple[float, ...]
    steps: Steps
    end: date
    measured: int
    """How many of the values were measured; the others lie on the straight line between them."""

    def ahead(self, day: date) -> float:
        """How many steps a day lies after the last one."""
        return self.steps.between(self.end, day)


def grid_of(points: Sequence[Point]) -> Grid:
    """The series (at least two points, by day) at even steps, counted back from its last day.

    A point stands at the step next to it, the later of two that share one; steps without a point lie on the straight
    line between their neighbours.
    """
    steps = steps_of([point.day for point in points])
    end = points[-1].day
    at = {round(steps.between(end, point.day)): point.value for point in points}
    known = [step for step in sorted(at) if step > -MOST_STEPS]
    values: list[float] = []
    for before, after in pairwise(known):
        rise = (at[after] - at[before]) / (after - before)
        values += [at[before] + rise * step for step in range(after - before)]
    return Grid((*values, at[known[-1]]), steps, end, len(known))
