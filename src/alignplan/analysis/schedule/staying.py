"""Who leaves before all that is theirs is done: how much fits, and what their time would be if they stayed."""

from __future__ import annotations

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.schedule.pools import FULL
from alignplan.graph.nodes import Node
from alignplan.scheduling.axis import Axis

__all__ = ["Staying"]


class Staying:
    """The people of a plan who leave, with the work that they are given one after the other."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._given: dict[str, int] = {}
        self._axes: dict[str, Axis] = {}

    def fits(self, person: Node, axis: Axis, work: int) -> bool:
        """Whether so much work (slots by ten-thousandths of a day) fits before they leave, beside what they have.

        What does not is not given to them.
        """
        capacity = person.model.capacity
        most = FULL if capacity is None else round(capacity * FULL / 100)
        left = (axis.ends or 0) - axis.own(self._grid.now)
        given = self._given.get(person.id, 0) + work
        if given > left * most:
            return False
        self._given[person.id] = given
        return True

    def axis(self, person: Node, axis: Axis) -> Axis:
        """Their time, from the day on which they leave on that of their calendar."""
        if person.id not in self._axes:
            usual = self._grid.axis(self._grid.calendars.of(person))
            until = person.model.until
            known = 0 if until is None else max((until - self._grid.origin).days + 1, 0)
            worked = [*axis.worked[:known], *usual.worked[known:]]
            self._axes[person.id] = Axis(axis.per_day, worked, usual.beyond)
        return self._axes[person.id]
