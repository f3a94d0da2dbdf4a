"""When everything is finished: as it was, or as it will be."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.outcomes import work_below
from alignplan.analysis.schedule.tasks import over_on
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Finishes"]

_WORK = (Kind.TACTIC, Kind.ACTION, Kind.MILESTONE)


class Finishes:
    """The finish of what is done, and of what is open as far as a schedule tells; see `coming`."""

    def __init__(self, plan: Standpoint) -> None:
        self._plan = plan

    def of(self, node: Node) -> date | None:
        """The day on which an objective or work of any kind was or will be finished; none where nobody knows."""
        if node.kind is Kind.OBJECTIVE:
            return self._of_objective(node)
        if node.kind not in _WORK:
            return None
        if self._plan.status(node) is Status.DONE:
            return over_on(node.model, self._plan.today)
        found = self._plan.coming.get(node.id)
        return None if found is None else found.finish

    def days_late(self, node: Node) -> int | None:
        """The working days from its due, own or inherited, to its finish; 0 where it is in time, none where unknown."""
        finish, due = self.of(node), self._plan.span(node).due
        if finish is None or due is None:
            return None
        return max(self._plan.work_days.after(due, finish), 1) if finish > due else 0

    def below(self, objective: Node) -> tuple[str, ...]:
        """The ids of the tactics that are to be finished for an objective."""
        return self._below[objective.id]

    def _of_objective(self, objective: Node) -> date | None:
        """The last finish of what is done for it; none where one of them is unknown."""
        top = self._plan.graph.top
        ends = [self.of(top[id]) for id in self._below[objective.id]]
        known = [day for day in ends if day is not None]
        return max(known) if known and len(known) == len(ends) else None

    def as_locked(self, node: Node) -> date | None:
        """The finish of an objective or of work by the locked schedule; none where it has none."""
        lock = self._plan.lock
        if lock is None:
            return None
        ids = self._below[node.id] if node.kind is Kind.OBJECTIVE else (node.id,)
        ends = [lock.items[id].finish for id in ids if id in lock.items]
        return max((day for day in ends if day is not None), default=None)

    def late_as_locked(self, node: Node) -> tuple[date, date] | None:
        """That finish and the due, own or inherited, where it lies after it."""
        finish, due = self.as_locked(node), self._plan.span(node).due
        return (finish, due) if finish is not None and due is not None and finish > due else None

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        return work_below(self._plan)
