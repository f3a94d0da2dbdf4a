"""Values that are aggregated: over each calendar period, or since the baseline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from alignplan.analysis.kpis.combine import Timeline
from alignplan.analysis.kpis.decimals import EXACT, exact, quotient
from alignplan.analysis.kpis.goal import Mark
from alignplan.analysis.kpis.periods import end_of_period
from alignplan.model.words import Aggregate, PeriodKind

__all__ = ["by_period", "since_baseline"]


def by_period(
    timeline: Timeline, how: Aggregate, period: PeriodKind, year_starts: int, today: date
) -> list[tuple[date, Decimal | None]]:
    """The sum or mean of the values of each period, on its last day, as far as the period is over today.

    A period without a value has none: nothing measured is not 0. Where its values are all unknown, so is its own.
    """
    found: list[tuple[date, Decimal | None]] = []
    for end, group in groupby(timeline, key=lambda entry: end_of_period(entry[0], period, year_starts)):
        if end < today:
            values = [value for _, value in group if value is not None]
            found.append((end, _of(values, how) if values else None))
    return found


def since_baseline(
    timeline: Timeline, how: Aggregate, baseline: Mark | None
) -> Iterator[tuple[date, Decimal | None]]:
    """The sum or mean of the values after the day of the baseline, on each day of one.

    A sum stands on top of the baseline; a mean does not count it. What was measured on the day of the baseline belongs
    to it. Without a baseline, or its day, all values count. Unknown ones are left out.
    """
    first = baseline.day if baseline is not None else None
    running, count = Decimal(0), 0
    start = exact(baseline.value) if baseline is not None and how is Aggregate.SUM else Decimal(0)
    for day, value in timeline:
        if value is not None and (first is None or day > first):
            running, count = EXACT.add(running, value), count + 1
            yield (
                day,
                EXACT.add(start, running) if how is Aggregate.SUM else quotient(running, Decimal(count)),
            )


def _of(values: list[Decimal], how: Aggregate) -> Decimal:
    running = Decimal(0)
    for value in values:
        running = EXACT.add(running, value)
    return running if how is Aggregate.SUM else quotient(running, Decimal(len(values)))
