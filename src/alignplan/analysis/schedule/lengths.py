"""How long a piece of work takes, as far as the plan says so; of what has begun, how long the rest of it takes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from alignplan.analysis.dates import Span
from alignplan.model.values import Duration
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Length", "Source", "day_within", "length_of_action", "length_of_span"]

_ALL = Fraction(1)


class Source(StrEnum):
    """What says how long something takes."""

    EFFORT = "effort"
    """The work of people: its length follows from who they are."""
    DURATION = "duration"
    """Working time by the plan's calendar."""
    ELAPSED = "elapsed"
    """Calendar time."""
    DATES = "dates"
    """From its planned first day through its planned last day, by the plan's calendar."""
    DUE = "due"
    """Nobody knows; it is taken to end on its planned last day."""
    UNKNOWN = "unknown"
    """Nobody knows."""

    @property
    def estimated(self) -> bool:
        """Whether it is an estimate, and not only days that were planned."""
        return self in (Source.EFFORT, Source.DURATION, Source.ELAPSED)


@record
class Length:
    """How long something takes from today or its beginning on.

    `amount` is what an estimate leaves to do; `left` the part of the days of `DATES` that is left, from 0 to 1.
    """

    source: Source
    amount: Duration | None = None
    left: Fraction = _ALL

    @property
    def known(self) -> bool:
        """Whether anybody said how long it takes."""
        return self.source not in (Source.DUE, Source.UNKNOWN)


def length_of_action(action: Any, span: Span, status: Status) -> Length:
    """Of an action that is not over: its estimate, else its planned days, else until it is due, else unknown.

    `span` holds its own dates. Once it has begun, `remaining` stands for its estimate, else the part that its progress
    leaves.
    """
    begun = status in (Status.ACTIVE, Status.PAUSED)
    left = _left(action.progress) if begun else _ALL
    for source in (Source.EFFORT, Source.DURATION, Source.ELAPSED):
        stated = getattr(action, source.value)
        if stated is not None:
            amount = stated.likely if source is Source.EFFORT else stated
            if begun and action.remaining is not None:
                return Length(source, action.remaining)
            return Length(source, _part(amount, left) if begun else amount)
    if begun and action.remaining is not None:
        return Length(Source.EFFORT, action.remaining)
    return length_of_span(span, left if begun and action.progress is not None else None, begun=begun)


def length_of_span(span: Span, left: Fraction | None, *, begun: bool) -> Length:
    """Of what has no estimate, by its planned days; `left` is the part still to do, None where nobody says.

    What has begun and does not say how far it is goes on until it is due.
    """
    planned = span.start is not None and span.due is not None and span.start <= span.due
    if planned and (not begun or left is not None):
        return Length(Source.DATES, left=_ALL if left is None else left)
    return Length(Source.UNKNOWN if span.due is None else Source.DUE)


def day_within(day: date | None, today: date) -> date | None:
    """The day where it is known and not later than today."""
    return day if day is not None and day <= today else None


def _left(progress: float | None) -> Fraction:
    return _ALL - Fraction(str(progress)) / 100 if progress else _ALL


def _part(amount: Duration, left: Fraction) -> Duration:
    """A part of a length of time, as exact as numbers of two places after the point are."""
    if left is _ALL or left == 1:
        return amount
    return Duration(float(Fraction(str(amount.amount)) * left), amount.unit)
