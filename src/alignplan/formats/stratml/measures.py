"""The results of one indicator → baseline, target, path and measurements, where the document has numbers.

- A numeric result marked `Status = Baseline` (or `Annual Baseline`) is a baseline: the earliest is the KPI's. Other
  actual results so marked are measurements; other target results so marked are no targets.
- Of the other numeric targets the latest is the KPI's, the earlier ones are checkpoints of its path.
- A numeric actual result is a measurement on the last day of its period.
- Nothing is invented: without a day there is no checkpoint and no measurement, without a number no target.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from alignplan.formats.stratml.document import Indicator, Result, ResultKind
from alignplan.formats.stratml.figures import length_of_period, parse_day, parse_number
from alignplan.formats.stratml.report import Tally
from alignplan.records import record

__all__ = ["Figure", "Series", "figures", "series"]

_BASELINES = frozenset({"baseline", "annual baseline"})


@record
class Figure:
    """A result, and what of it was understood."""

    position: int
    """Which result of its indicator it is, from 0."""
    result: Result
    start: date | None
    end: date | None
    value: Decimal | None
    percent: bool = False
    """Its number was written with a percent sign."""

    @property
    def day(self) -> date | None:
        """The day that it speaks of: the last of its period, else the first."""
        return self.end or self.start

    @property
    def period(self) -> str:
        """The length of its period (`yearly` …), or ``""``."""
        if self.start is None or self.end is None or self.end < self.start:
            return ""
        return length_of_period(self.start, self.end)

    @property
    def is_baseline(self) -> bool:
        """Whether a descriptor says so."""
        words = ((one.value or one.name).casefold() for one in self.result.descriptors)
        return any(word in _BASELINES for word in words)


@record
class Series:
    """The figures of one KPI, each result used once at most; all have a value."""

    baseline: Figure | None
    target: Figure | None
    checkpoints: tuple[Figure, ...]
    """By day, all before the target's."""
    actuals: tuple[Figure, ...]
    """By day, one a day."""
    frequency: str

    def used(self) -> frozenset[int]:
        """The positions of the results that it holds."""
        single = (one for one in (self.baseline, self.target) if one is not None)
        return frozenset(one.position for one in (*single, *self.checkpoints, *self.actuals))


def figures(indicator: Indicator, tally: Tally) -> list[Figure]:
    """Every result with its days and number as far as they are such."""
    return [_figure(position, result, tally) for position, result in enumerate(indicator.results)]


def _figure(position: int, result: Result, tally: Tally) -> Figure:
    start, end = parse_day(result.start, end=False), parse_day(result.end, end=True)
    unread = [text for text, day in ((result.start, start), (result.end, end)) if text and day is None]
    if unread:
        tally.kept("date{s} not understood", len(unread))
    if start and end and end < start:
        tally.kept("period{s} with the end before the start")
    number = parse_number(result.number) if result.number else None
    if number is None and result.number:
        tally.kept("number{s} not understood")
    if number is not None and number.repaired:
        tally.repaired("number{s} with signs that do not belong there")
    if number is None:
        return Figure(position, result, start, end, None)
    return Figure(position, result, start, end, number.value, number.percent)


def series(found: Sequence[Figure]) -> Series:
    """What of the figures a KPI can hold."""
    numeric = [figure for figure in found if figure.value is not None]
    baseline = _earliest([figure for figure in numeric if figure.is_baseline])
    rest = [figure for figure in numeric if figure is not baseline]
    targets = [
        figure for figure in rest if figure.result.kind is ResultKind.TARGET and not figure.is_baseline
    ]
    actuals = _by_day([figure for figure in rest if figure.result.kind is ResultKind.ACTUAL])
    path = _by_day(targets)
    target = path[-1] if path else next(iter(targets), None)
    return Series(baseline, target, tuple(path[:-1]), tuple(actuals), _frequency(actuals))


def _earliest(marked: list[Figure]) -> Figure | None:
    return min(marked, key=lambda figure: figure.day or date.max, default=None)


def _by_day(some: list[Figure]) -> list[Figure]:
    """Those with a day, in its order; of several on one day the first in the document."""
    first: dict[date, Figure] = {}
    for figure in some:
        if figure.day is not None:
            first.setdefault(figure.day, figure)
    return [first[day] for day in sorted(first)]


_GAPS = {"yearly": (365, 366), "quarterly": (90, 92), "monthly": (28, 31), "weekly": (7, 7), "daily": (1, 1)}


def _frequency(actuals: list[Figure]) -> str:
    """How often it was measured, where two or more measurements show it: by their periods, else by the days between."""
    if len(actuals) < 2:
        return ""
    periods = {figure.period for figure in actuals}
    if periods != {""}:
        return periods.pop() if len(periods) == 1 else ""
    gaps = [(after.day - before.day).days for before, after in pairwise(actuals) if before.day and after.day]
    return next((name for name, (low, high) in _GAPS.items() if all(low <= gap <= high for gap in gaps)), "")
