"""By how much each item slips against a frozen schedule, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import PlanSchedule
from alignplan.analysis.slipping.freezing import planned_cost
from alignplan.analysis.slipping.reasons import Reasons
from alignplan.analysis.slipping.slip import Move, Slip, Slips
from alignplan.graph.nodes import Node
from alignplan.loading.frozen import Frozen, FrozenItem
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["slips"]


def slips(plan: Assessment, found: PlanSchedule, frozen: Frozen) -> Slips:
    """What became of a frozen schedule."""
    return _Slipping(plan, found, frozen).slips()


class _Slipping:
    def __init__(self, plan: Assessment, found: PlanSchedule, frozen: Frozen) -> None:
        self._plan, self._found, self._frozen = plan, found, frozen

    def slips(self) -> Slips:
        bare = {slip.id: slip for slip in (*self._now(), *self._gone())}
        reasons = Reasons(self._plan, self._found, self._frozen, bare)
        items = {id: reasons.with_reasons(slip) for id, slip in bare.items()}
        ends = [item.finish for item in self._frozen.items.values() if item.finish is not None]
        then, now = max(ends, default=None), self._found.whole.finish
        return Slips(self._frozen, items, self._between(then, now), then, now)

    def _now(self) -> Iterator[Slip]:
        for id, outcome in self._found.objectives.items():
            yield self._slip(self._plan.graph.top[id], outcome.start, outcome.finish)
        for item in self._found.items.values():
            yield self._slip(item.node, item.start, item.finish)

    def _slip(self, node: Node, start: date | None, finish: date | None) -> Slip:
        cost = planned_cost(self._plan, node)
        then = self._frozen.items.get(node.id)
        if then is None:
            return Slip(node.id, node, Move.NEW, None, None, start, finish, None, None, cost)
        days = self._between(then.finish, finish)
        return Slip(node.id, node, _move(days), then.start, then.finish, start, finish, days, then.cost, cost)

    def _gone(self) -> Iterator[Slip]:
        """What was scheduled then, and is not now."""
        for id, then in self._frozen.items.items():
            if id not in self._found.items and id not in self._found.objectives:
                yield self._without(id, then)

    def _without(self, id: str, then: FrozenItem) -> Slip:
        node = self._plan.graph.find(id)
        if node is not None and node.kind not in (Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE):
            node = None
        return Slip(id, node, Move.GONE, then.start, then.finish, None, None, None, then.cost, None)

    def _between(self, then: date | None, now: date | None) -> int | None:
        """Working days from one day to another; a day that is not worked counts as one where nothing else does."""
        if then is None or now is None:
            return None
        days = self._plan.work_days
        if now >= then:
            return max(days.after(then, now), int(now > then))
        return -max(days.after(now, then), 1)


def _move(days: int | None) -> Move:
    if days is None:
        return Move.UNKNOWN
    return Move.LATER if days > 0 else Move.EARLIER if days < 0 else Move.KEPT
