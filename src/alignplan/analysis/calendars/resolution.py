"""How finely time has to be cut: into whole days, hours, halves or quarters of an hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from alignplan.analysis.calendars.working import WorkCalendar
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["MINUTES", "minutes_needed"]

MINUTES = (60, 30, 15)
"""How long a slot may be, where it is not a day."""
_FULL = 100.0


def minutes_needed(plan: Standpoint, calendars: Iterable[WorkCalendar]) -> int | None:
    """The minutes of a slot; None for whole days, which are enough where nothing in the plan is finer.

    Hours of a day that are no whole number of the finest slots are taken to the nearest.
    """
    hours = {calendar.hours for calendar in calendars}
    if len(hours) <= 1 and _in_whole_days(plan):
        return None
    fit = (size for size in MINUTES if all(hour * 60 % size == 0 for hour in hours))
    return next(fit, MINUTES[-1])


def _in_whole_days(plan: Standpoint) -> bool:
    """Whether all that is to be scheduled takes whole days of whole people."""
    graph = plan.graph
    people = (node.model for node in graph.kinds[Kind.PERSON])
    if not all(_is_whole(person.capacity) and _leaves_in_days(person) for person in people):
        return False
    if not all(_is_whole(node.model.capacity) for node in graph.kinds[Kind.TEAM]):
        return False
    steps = (step for tactic in graph.kinds[Kind.TACTIC] for step in (tactic.model, *_steps(tactic.model)))
    return all(_step_in_days(plan, step) for step in steps)


def _steps(tactic: Any) -> Iterator[Any]:
    yield from tactic.actions.values()
    yield from tactic.milestones.values()


def _is_whole(percent: float | None) -> bool:
    return percent is None or percent % _FULL == 0


def _leaves_in_days(person: Any) -> bool:
    return all(absence.hours is None for absence in person.leave)


def _step_in_days(plan: Standpoint, step: Any) -> bool:
    lags = (length for link in step.after for length in (link.lag, link.at_most) if length is not None)
    if not all(_days(plan, lag).denominator == 1 for lag in lags):
        return False
    shares = (*getattr(step, "assigned", ()), *getattr(step, "any_of", ()))
    if not all(_is_whole(share) for _, share in shares):
        return False
    return all(part.denominator == 1 for part in _parts(plan, step))


def _parts(plan: Standpoint, step: Any) -> Iterator[Fraction]:
    """The days that a step takes each of its people, and what is left of them where it has begun."""
    together = len(getattr(step, "assigned", ())) + bool(getattr(step, "any_of", ())) or 1
    effort, remaining = getattr(step, "effort", None), getattr(step, "remaining", None)
    left = 1 - Fraction(str(step.progress or 0.0)) / 100
    if remaining is not None:
        yield _days(plan, remaining) / together
    if effort is not None:
        yield _days(plan, effort.likely) / together
        yield _days(plan, effort.likely) * left / together
    length = getattr(step, "duration", None)
    if length is not None:
        yield _days(plan, length)
        yield _days(plan, length) * left
    elapsed = getattr(step, "elapsed", None)
    if elapsed is not None and elapsed.unit == "h":
        yield Fraction(str(elapsed.amount)) / 24


def _days(plan: Standpoint, length: Duration) -> Fraction:
    """A length of time in working days, exactly as it is written."""
    amount = Fraction(str(length.amount))
    if length.unit == "h":
        return amount / Fraction(str(plan.week.hours))
    if length.unit == "w":
        return amount * plan.week.days
    return amount * plan.week.days * Fraction("4.35") if length.unit == "m" else amount
