"""Things that a locked schedule gives to more works at once than there are units of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.load.presence import day_at
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Clash", "clashes"]

Use = tuple[int, int, float, str]
"""The first and the last day of a use, counted from today; how many units, and of which action."""


@record
class Clash:
    """A thing of which more units are taken on a day than there are, and by which actions."""

    thing: Node
    day: date
    units: float
    capacity: float
    actions: tuple[str, ...]


def clashes(plan: Standpoint) -> Iterator[Clash]:
    """The first day of each thing; none without a locked schedule.

    On the day on which one ends another may begin: that both need it at the same hours, days do not tell.
    """
    if plan.lock is None:
        return
    demand = plan.demand
    for thing in plan.graph.kinds[Kind.RESOURCE]:
        uses: list[Use] = []
        for piece in demand.of(thing.id):
            action = demand.item(piece.number)
            if action.id in plan.lock.items:
                units = dict(action.model.uses)[thing.id]
                uses.append((piece.first, piece.last - 1, 1.0 if units is None else units, action.id))
        found = _first(plan, thing, uses)
        if found is not None:
            yield found


def _first(plan: Standpoint, thing: Node, uses: list[Use]) -> Clash | None:
    """On the day on which one of them begins, or never."""
    capacity = 1.0 if thing.model.capacity is None else float(thing.model.capacity)
    for day in sorted({start for start, _, _, _ in uses}):
        then = [(units, id) for start, finish, units, id in uses if start <= day < finish]
        taken = sum(units for units, _ in then)
        if len(then) > 1 and taken > capacity:
            return Clash(thing, day_at(plan.today, day), taken, capacity, tuple(id for _, id in then))
    return None
