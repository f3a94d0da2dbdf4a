"""Stated dates against the links between works: which of them cannot hold together.

Compared are days, so that what one hands over at noon the other may take up on the same day. The days between are
counted as the link says: working days by the days of the week that are worked, or calendar days for what is elapsed.
Ends that have come already are not compared: what happened may be late, but contradicts nothing. What should have come
by now is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import TYPE_CHECKING, Any

from alignplan.analysis.linked import Waiting, waits_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Broken", "Stated", "broken_links"]

_BEGUN = (Status.ACTIVE, Status.PAUSED, Status.DONE)
_ELAPSED = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.4375}
"""Calendar days of a unit; a month is a twelfth of 365 and a quarter."""


@record
class Stated:
    """A day that an item states, in a field."""

    node: Node
    field: str
    day: date


@record
class Broken:
    """A link that stated days break: `first` is what has to come so many days before `then`.

    `too_long`: the two are further apart than the link lets them be.
    """

    waiting: Waiting
    first: Stated
    then: Stated
    too_long: bool = False


def broken_links(plan: Standpoint) -> Iterator[Broken]:
    """Links of live work that stated days break: of several on one field of an item the first."""
    seen: set[tuple[str, str]] = set()
    for waiting in waits_of(plan, _states_a_day):
        if not plan.live(waiting.item):
            continue
        broken = _broken(plan, waiting)
        if broken is not None and (broken.then.node.id, broken.then.field) not in seen:
            seen.add((broken.then.node.id, broken.then.field))
            yield broken


def _states_a_day(model: Any) -> bool:
    return model.due is not None or getattr(model, "start", None) is not None


def _broken(plan: Standpoint, waiting: Waiting) -> Broken | None:
    first, then = _first(plan, waiting), _then(plan, waiting)
    if first is None or then is None:
        return None
    link = waiting.link
    if link.lag is None or link.lag.amount == 0:
        early = then.day < first.day
    else:
        early = _apart(plan, first.day, then.day, elapsed=link.elapsed) < floor(
            _days(plan, link.lag, elapsed=link.elapsed)
        )
    if early:
        return Broken(waiting, first, then)
    if link.at_most is None or not _exact(waiting, first, then):
        return None
    apart = _apart(plan, first.day, then.day, elapsed=link.elapsed)
    apart -= waiting.of_finish and waiting.to_start  # the days between the two
    too_long = apart > _days(plan, link.at_most, elapsed=link.elapsed)
    return Broken(waiting, first, then, too_long=True) if too_long else None


def _first(plan: Standpoint, waiting: Waiting) -> Stated | None:
    """The earliest day that the end of what comes first can have, by what is stated; none where it has come."""
    status = plan.status(waiting.other)
    if status is Status.DONE or (status in _BEGUN and not waiting.of_finish):
        return None
    return _stated(waiting.other, *(("due", "start") if waiting.of_finish else ("start",)))


def _then(plan: Standpoint, waiting: Waiting) -> Stated | None:
    """The latest day that the end of what waits can have, by what is stated; none where it has come."""
    item = waiting.item
    if not waiting.to_start or item.kind is Kind.MILESTONE:
        return _stated(item, "due")
    return None if plan.status(item) in _BEGUN else _stated(item, "start", "due")


def _stated(node: Node, *fields: str) -> Stated | None:
    """The first of these fields that an item states."""
    for field in fields:
        day = getattr(node.model, field, None)
        if day is not None:
            return Stated(node, field, day)
    return None


def _exact(waiting: Waiting, first: Stated, then: Stated) -> bool:
    """Whether the days are those of the ends that are linked, and not only bounds of them."""
    point = waiting.item.kind is Kind.MILESTONE
    return (first.field == "due") == waiting.of_finish and (
        point or (then.field == "start") == waiting.to_start
    )


def _apart(plan: Standpoint, first: date, then: date, *, elapsed: bool) -> int:
    """Days from one to the other, below 0 where that lies before it."""
    if elapsed:
        return (then - first).days
    if then >= first:
        return plan.work_days.after(first, then)
    return -plan.work_days.after(then, first) or -1


def _days(plan: Standpoint, length: Duration, *, elapsed: bool) -> float:
    """A lag in days of its own kind."""
    if elapsed:
        return length.amount * _ELAPSED[length.unit]
    return length.days(plan.week.hours, plan.week.days)
