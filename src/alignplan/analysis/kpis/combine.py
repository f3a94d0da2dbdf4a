"""Values that are computed from those of other KPIs: sums, weighted means, ratios.

A *timeline* is what is known of a KPI by day, in order: `None` where it is known that there is no value, as where a
ratio divides by 0. What is computed from several timelines has a value on each day on which one of them is measured
and all have been; each holds its last value until the next. Where one of them has no value, neither has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from alignplan.analysis.kpis.decimals import EXACT, quotient

__all__ = ["Timeline", "mean", "ratio", "total"]

Timeline = Sequence[tuple[date, Decimal | None]]


def total(parts: Sequence[Timeline], weights: Sequence[Decimal] = ()) -> list[tuple[date, Decimal | None]]:
    """Σ weight × value, without rounding; weights left out are 1."""
    factors = weights or [Decimal(1)] * len(parts)
    now: list[Decimal | None] = [None] * len(parts)
    measured: set[int] = set()
    found: list[tuple[date, Decimal | None]] = []
    running, unknown = Decimal(0), len(parts)
    for day, changes in _by_day(parts):
        for at, value in changes:
            measured.add(at)
            before, now[at] = now[at], value
            unknown += (value is None) - (before is None)
            change = EXACT.subtract(value or Decimal(0), before or Decimal(0))
            running = EXACT.add(running, EXACT.multiply(factors[at], change))
        if len(measured) == len(parts):
            found.append((day, None if unknown else running))
    return found


def mean(parts: Sequence[Timeline], weights: Sequence[Decimal]) -> list[tuple[date, Decimal | None]]:
    """Σ weight × value ÷ Σ weight; the weights do not sum to 0."""
    whole = sum(weights, Decimal(0))
    return [(day, None if value is None else quotient(value, whole)) for day, value in total(parts, weights)]


def ratio(
    numerator: Timeline, denominator: Timeline, scale: Decimal = Decimal(1)
) -> list[tuple[date, Decimal | None]]:
    """Numerator ÷ denominator × scale; no value where the denominator is 0."""
    parts = (numerator, denominator)
    now: list[Decimal | None] = [None, None]
    measured: set[int] = set()
    found: list[tuple[date, Decimal | None]] = []
    for day, changes in _by_day(parts):
        for at, value in changes:
            measured.add(at)
            now[at] = value
        if len(measured) == len(parts):
            above, below = now
            found.append(
                (day, quotient(EXACT.multiply(above, scale), below) if above is not None and below else None)
            )
    return found


def _by_day(parts: Sequence[Timeline]) -> Iterator[tuple[date, list[tuple[int, Decimal | None]]]]:
    """Day by day, which parts are measured, and what."""
    entries = sorted(
        ((day, at, value) for at, part in enumerate(parts) for day, value in part),
        key=lambda entry: entry[:2],
    )
    for day, group in groupby(entries, key=lambda entry: entry[0]):
        yield day, [(at, value) for _, at, value in group]
