"""What will be finished too late, or on the last day, by the schedule: one entry for each cause.

Judged is what is live, has a due of its own and is not overdue already. Where a tactic will be late, its late steps are
told with it; an objective is told where none of its tactics is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.coming import Coming, moving
from alignplan.analysis.schedule.outcomes import work_below
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Told", "just_in_time", "late_to_come", "looked_at"]


@record
class Told:
    """An item with the day on which it will be finished, and those of its parts of which the same is true."""

    node: Node
    finish: date
    parts: tuple[tuple[Node, date], ...] = ()


Is = Callable[[Coming, date], bool]


def late_to_come(plan: Assessment, known: Mapping[str, Coming]) -> Iterator[Told]:
    """What will be finished after its due, and not only because the days that were planned for it are drawn out."""
    pushed = {id: one for id, one in known.items() if not one.alone}
    return _Telling(plan, pushed, lambda one, due: one.finish > due).all()


def just_in_time(plan: Assessment, known: Mapping[str, Coming]) -> Iterator[Told]:
    """What will be finished on the last working day before it is late, and not because it was planned so."""

    def just(one: Coming, due: date) -> bool:
        return not one.planned and one.finish <= due and plan.work_days.after(one.finish, due) == 0

    return _Telling(plan, known, just).all()


def looked_at(plan: Assessment) -> Iterator[Node]:
    """The tactics of whose work something is made here: all, where they are scheduled or were promised."""
    return moving(plan) if plan.lock is None else iter(plan.graph.kinds[Kind.TACTIC])


class _Telling:
    def __init__(self, plan: Assessment, known: Mapping[str, Coming], holds: Is) -> None:
        self._plan, self._known, self._holds = plan, known, holds

    def all(self) -> Iterator[Told]:
        """Objectives, then tactics and what is theirs, in the order of the plan."""
        if not self._known:
            return
        tactics = {node.id: list(self._of_tactic(node)) for node in self._plan.judged(Kind.TACTIC)}
        yield from self._objectives({id for id, told in tactics.items() if told})
        for told in tactics.values():
            yield from told

    def _of_tactic(self, tactic: Node) -> Iterator[Told]:
        """A tactic with its steps, or its steps alone."""
        steps = [
            (node, one.finish) for node in self._steps(tactic) if (one := self._true_of(node)) is not None
        ]
        own = self._true_of(tactic)
        if own is not None:
            yield Told(tactic, own.finish, tuple(steps))
        else:
            yield from (Told(node, finish) for node, finish in steps)

    def _steps(self, tactic: Node) -> Iterator[Node]:
        for kind, section in ((Kind.ACTION, tactic.model.actions), (Kind.MILESTONE, tactic.model.milestones)):
            for name, step in section.items():
                if step.due is not None:
                    yield Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic)

    def _true_of(self, node: Node) -> Coming | None:
        due, one = node.model.due, self._known.get(node.id)
        if due is None or one is None or due < self._plan.today or not self._plan.live(node):
            return None
        return one if self._holds(one, due) else None

    def _objectives(self, told: set[str]) -> Iterator[Told]:
        """Those of which it is true, and of none of their tactics."""
        below: Mapping[str, tuple[str, ...]] | None = None
        for objective in self._plan.judged(Kind.OBJECTIVE):
            due = objective.model.due
            if due is None or due < self._plan.today:
                continue
            below = work_below(self._plan) if below is None else below
            last = self._last(below[objective.id])
            if last is not None and self._holds(last[1], due) and not told.intersection(below[objective.id]):
                yield Told(objective, last[1].finish, ((last[0], last[1].finish),))

    def _last(self, tactics: tuple[str, ...]) -> tuple[Node, Coming] | None:
        known = [(self._plan.graph.top[id], self._known[id]) for id in tactics if id in self._known]
        return max(known, key=lambda pair: pair[1].finish, default=None)
