"""When someone is not there: before their first day, after their last, on leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from alignplan.records import record

__all__ = ["Away", "away"]


@record
class Away:
    """Days away from one to another, both included; `hours` of each, or all day where none are stated."""

    first: date
    last: date
    hours: float | None = None

    def within(self, first: date, last: date) -> Away | None:
        """The part of it that lies between two days; none where nothing does."""
        one, other = max(self.first, first), min(self.last, last)
        return Away(one, other, self.hours) if one <= other else None


def away(person: Any, first: date, last: date) -> tuple[tuple[Away, ...], dict[date, float]]:
    """When a person is away between two days, both included: whole days, and hours by day.

    Whole days are merged where they overlap or touch, and in order. Hours of one day add up.
    """
    spans = [span for one in _spans(person) if (span := one.within(first, last)) is not None]
    hours: dict[date, float] = defaultdict(float)
    for span in spans:
        for step in range((span.last - span.first).days + 1 if span.hours is not None else 0):
            hours[span.first + timedelta(days=step)] += span.hours or 0.0
    return tuple(_merged(span for span in spans if span.hours is None)), dict(hours)


def _spans(person: Any) -> Iterable[Away]:
    if person.from_ is not None and person.from_ > date.min:
        yield Away(date.min, person.from_ - timedelta(days=1))
    if person.until is not None and person.until < date.max:
        yield Away(person.until + timedelta(days=1), date.max)
    for absence in person.leave:
        yield Away(absence.from_, absence.until, absence.hours)


def _merged(spans: Iterable[Away]) -> Iterable[Away]:
    """The same days in as few spans as can be."""
    open: Away | None = None
    for span in sorted(spans, key=lambda one: one.first):
        if open is None or (span.first - open.last).days > 1:
            if open is not None:
                yield open
            open = span
        else:
            open = Away(open.first, max(open.last, span.last))
    if open is not None:
        yield open
