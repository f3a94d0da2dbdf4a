"""How unsure each piece of work is: from its three points; of what has begun, for what is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.draft import Draft, Entry
from alignplan.analysis.schedule.lengths import Source
from alignplan.model.values import Duration
from alignplan.records import record
from alignplan.scheduling.sampling import Spread

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Ranges", "ranges_of"]

_CALENDAR = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 365.25 / 12}
"""Calendar days to a unit."""


@record
class Ranges:
    """The spreads of the tasks of a draft, by number.

    `without` are the items that are still to be done and were estimated in one point, or not at all. `share` is the
    part of the work still to be done that is theirs, in percent of its days; none where there is no work.
    """

    spreads: dict[int, Spread]
    without: tuple[str, ...]
    share: float | None


def ranges_of(plan: Standpoint, draft: Draft) -> Ranges:
    """How unsure the work of a plan is."""
    spreads: dict[int, Spread] = {}
    without: list[str] = []
    sure = total = 0.0
    for number, days in _open(plan, draft):
        entry = draft.entries[number]
        spread = _spread(plan, entry)
        total += days
        if spread is None:
            sure += days
            without.append(entry.node.id)
        else:
            spreads[number] = spread
    return Ranges(spreads, tuple(without), sure * 100 / total if total else None)


def _open(plan: Standpoint, draft: Draft) -> Iterator[tuple[int, float]]:
    """The work that is still to be done, with its days: of people, else working days, else calendar days."""
    size = draft.grid.slots_of_day(draft.grid.calendars.default)
    for number, entry in enumerate(draft.entries):
        length = entry.length
        if entry.over or not entry.ways or length is None:
            continue
        if length.amount is not None:
            yield number, _days(plan, length.amount, length.source)
        else:
            yield number, entry.ways[0].length / size


def _spread(plan: Standpoint, entry: Entry) -> Spread | None:
    """The lowest and highest point as parts of the likely one; none where nothing was said of either."""
    assert entry.length is not None
    source, model = entry.length.source, entry.node.model
    if not source.estimated:
        return None
    stated = getattr(model, source.value, None)
    low, high = getattr(stated, "low", None), getattr(stated, "high", None)
    if stated is None or (low is None and high is None):
        return None
    likely = _days(plan, stated.likely if source is Source.EFFORT else stated, source)
    if likely <= 0:
        return None
    ends = (1.0 if end is None else _days(plan, end, source) / likely for end in (low, high))
    lowest, highest = ends
    return Spread(min(lowest, 1.0), max(highest, 1.0))


def _days(plan: Standpoint, length: Duration, source: Source) -> float:
    if source is Source.ELAPSED:
        return length.amount * _CALENDAR[length.unit]
    return length.days(plan.week.hours, plan.week.days)
