"""Which days a grid lists one by one: all that the plan speaks of, within reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["extent"]

_YEARS = 30
"""Neither earlier nor later than so many years from today: a slip of the pen is to cost no memory."""
_AHEAD = 2
"""At least so many years from today: work may end later than anyone planned."""


def extent(plan: Standpoint) -> tuple[date, date]:
    """The first and the last day: the year of the earliest begin through the one after the latest due."""
    year = plan.today.year
    earliest, latest = max(year - _YEARS, 1), min(year + _YEARS, date.max.year)
    begins = min((day.year for day in _begins(plan)), default=year)
    ends = max((day.year + 1 for day in _ends(plan)), default=year)
    first = max(min(begins, year), earliest)
    last = min(max(ends, year + _AHEAD), latest)
    return date(first, 1, 1), date(last, 12, 31)


def _work(plan: Standpoint) -> Iterator[Any]:
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        yield tactic.model
        yield from tactic.model.actions.values()
        yield from tactic.model.milestones.values()


def _begins(plan: Standpoint) -> Iterator[date]:
    for item in _work(plan):
        for name in ("started", "finished", "start"):
            day = getattr(item, name, None)
            if day is not None:
                yield day


def _ends(plan: Standpoint) -> Iterator[date]:
    horizon = plan.graph.plan.model.horizon
    objectives = (node.model for node in plan.graph.kinds[Kind.OBJECTIVE])
    for item in (*([horizon] if horizon is not None else []), *objectives, *_work(plan)):
        for name in ("due", "not_before"):
            day = getattr(item, name, None)
            if day is not None:
                yield day
