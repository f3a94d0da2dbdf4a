"""What a KPI is to do: from where, to where, by when and on what path."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal

from alignplan.analysis.kpis.decimals import exact
from alignplan.model.values import Point
from alignplan.model.words import Direction
from alignplan.records import record

__all__ = ["Goal", "Mark", "exact", "expected", "path"]


@record
class Mark:
    """A value that stands on a day; no day where nothing states one."""

    value: float
    day: date | None = None


@record
class Goal:
    """A target, or a range to stay in, and the way there."""

    baseline: Mark | None = None
    target: Mark | None = None
    low: float | None = None
    high: float | None = None
    by: date | None = None
    """The day from which the range holds; none: at once."""
    checkpoints: tuple[Point, ...] = ()
    step: bool = False
    """Whether a checkpoint holds until the next; else the path is straight between them."""
    direction: Direction | None = None

    @property
    def is_range(self) -> bool:
        """Whether it is a range in place of a target."""
        return self.low is not None or self.high is not None

    def inside(self, value: float) -> bool:
        """Whether a value lies in the range, bounds included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    @property
    def aim(self) -> Mark | None:
        """The target; of a range the bound nearest to the baseline, when the baseline lies outside."""
        if not self.is_range:
            return self.target
        start = self.baseline
        if start is None or self.inside(start.value):
            return None
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return Mark(min(bounds, key=lambda bound: abs(bound - start.value)), self.by)

    @property
    def sense(self) -> int:
        """1 where more is better, -1 where less is; where the aim does not show it, as `direction` says, else 0."""
        aim = self.aim
        if aim is not None and self.baseline is not None and aim.value != self.baseline.value:
            return 1 if aim.value > self.baseline.value else -1
        return {None: 0, Direction.INCREASE: 1, Direction.DECREASE: -1}[self.direction]

    def at_least(self, value: float, wanted: float) -> bool:
        """Whether `value` is `wanted` or better."""
        return (value - wanted) * self.sense >= 0 if self.sense else value == wanted

    def beyond(self, value: float) -> bool:
        """Whether a value lies outside of the range on the side away from the baseline."""
        aim = self.aim
        other = self.high if aim is not None and aim.value == self.low else self.low
        return self.is_range and other is not None and (value - other) * self.sense > 0

    def passed(self, today: date) -> bool:
        """Whether the day of the target is over; of a range also where it holds at once or held at the baseline."""
        if self.is_range and (self.by is None or self.aim is None):
            return True
        aim = self.aim
        return aim is not None and aim.day is not None and today > aim.day


def expected(goal: Goal, day: date) -> float | None:
    """The planned path on a day, in the KPI's unit.

    Through baseline, checkpoints and target in the order of their days: straight between them (with `step` each holds
    until the next), flat before the first and after the last. A range that holds at once is expected at its bound.
    Unknown where there is no target, and before or after the known part of a path whose baseline or target has no day.
    """
    value = path(goal, day)
    return None if value is None else float(value)


def path(goal: Goal, day: date) -> Decimal | None:
    """The same without rounding."""
    aim = goal.aim
    if aim is None:
        return None
    if goal.is_range and goal.by is None:
        return exact(aim.value)
    marks = _marks(goal, aim)
    at = bisect_right(marks, day, key=lambda mark: mark[0])
    if at == 0:
        begins = goal.baseline is not None and goal.baseline.day is not None
        return exact(marks[0][1]) if begins else None
    if at == len(marks):
        return exact(marks[-1][1]) if aim.day is not None or marks[-1][0] == day else None
    return exact(marks[at - 1][1]) if goal.step else _between(marks[at - 1], marks[at], day)


def _marks(goal: Goal, aim: Mark) -> list[tuple[date, float]]:
    """The known days of the path; of two on one day the later part of the path holds."""
    marks = [(point.day, point.value) for point in goal.checkpoints]
    if goal.baseline is not None and goal.baseline.day is not None:
        marks.insert(0, (goal.baseline.day, goal.baseline.value))
    if aim.day is not None:
        marks.append((aim.day, aim.value))
    return sorted(marks, key=lambda mark: mark[0])


def _between(before: tuple[date, float], after: tuple[date, float], day: date) -> Decimal:
    """On the straight line from one mark to the next."""
    start, end = exact(before[1]), exact(after[1])
    return start + (end - start) * (day - before[0]).days / (after[0] - before[0]).days
