"""The tasks of a plan, one by one: what is over, what runs, what is still to begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.dates import Span
from alignplan.analysis.schedule.draft import Entry, Role
from alignplan.analysis.schedule.lengths import Length, Source, day_within, length_of_action, length_of_span
from alignplan.analysis.schedule.staff import Staff
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Proto", "Tasks", "begun_on", "over_on"]

_BEGUN = (Status.ACTIVE, Status.PAUSED)
_MEDIUM = 500.0


@record
class Proto:
    """A task before resources and axes have their numbers; the fields are those of the task of the problem."""

    entry: Entry
    release: int = 0
    due: date | None = None
    fixed: tuple[int, int] | None = None
    began: int | None = None
    priority: int = 500


def begun_on(model: Any, today: date) -> date | None:
    """The day on which what has begun did so: as it was, else as it was planned, else unknown."""
    return day_within(model.started, today) or day_within(model.start, today)


def over_on(model: Any, today: date) -> date | None:
    """The day on which what is done was finished: as it was, else as it was planned, else unknown."""
    return day_within(model.finished, today) or day_within(model.due, today)


class Tasks:
    """Makes the tasks of a plan."""

    def __init__(self, plan: Standpoint, grid: Grid, staff: Staff) -> None:
        self._plan, self._grid, self._staff = plan, grid, staff
        self._today = plan.today

    def of_tactic(self, tactic: Node) -> tuple[list[Proto], Proto]:
        """The tasks of the steps of a tactic, and the one that stands for itself."""
        steps = [proto for step in self._steps(tactic) if (proto := self._step(step)) is not None]
        priority = self._priority(tactic)
        if self._plan.status(tactic) is Status.DONE:
            return steps, self._over(tactic, Role.CLOSING if steps else Role.WORK, steps)
        due = self._plan.span(tactic).due
        if steps:
            return steps, Proto(Entry(tactic, Role.CLOSING), due=due, priority=priority)
        return steps, self._alone(tactic, due, priority)

    def _steps(self, tactic: Node) -> Iterator[Node]:
        for kind, section in ((Kind.ACTION, tactic.model.actions), (Kind.MILESTONE, tactic.model.milestones)):
            for name, model in section.items():
                yield Node(kind, f"{tactic.id}/{name}", model, tactic.file, tactic)

    def _step(self, step: Node) -> Proto | None:
        """The task of a step; none where it was dropped, or is open in a tactic that is done."""
        status = self._plan.status(step)
        assert step.parent is not None
        if status is Status.DONE:
            role = Role.POINT if step.kind is Kind.MILESTONE else Role.WORK
            return self._over(step, role)
        if status is Status.DROPPED or self._plan.status(step.parent) is Status.DONE:
            return None
        return self._point(step) if step.kind is Kind.MILESTONE else self._action(step, status)

    def _action(self, action: Node, status: Status | None) -> Proto:
        model = action.model
        span = Span(model.start, model.due)
        assert status is not None
        length = length_of_action(model, span, status)
        return self._work(action, length, span, begun=status in _BEGUN)

    def _alone(self, tactic: Node, due: date | None, priority: int) -> Proto:
        """The task of a tactic without steps: its own planned days, else until its own due."""
        model = tactic.model
        span = Span(model.start, model.due)
        begun = self._plan.status(tactic) in _BEGUN
        left = None if model.progress is None else 1 - Fraction(str(model.progress)) / 100
        length = length_of_span(span, left if begun else None, begun=begun)
        made = self._work(tactic, length, span, begun=begun)
        return Proto(made.entry, made.release, due, None, made.began, priority)

    def _work(self, node: Node, length: Length, span: Span, *, begun: bool) -> Proto:
        ways = self._staff.ways(node, length, span)
        release = 0 if begun else self._opens(node)
        if length.source is Source.DUE and span.due is not None:
            release = max(release, self._grid.instant_of(span.due, end=True))
        elif not length.source.estimated and span.start is not None and not begun:
            release = max(release, self._grid.instant_of(span.start))
        began = None
        if begun:
            day = begun_on(node.model, self._today)
            began = self._grid.now if day is None else self._grid.instant_of(day)
        entry = Entry(node, Role.WORK, length, ways)
        return Proto(entry, release, node.model.due, None, began, self._priority(node))

    def _point(self, milestone: Node) -> Proto:
        """The task of a milestone: what waits for nothing is taken to be reached when it is due."""
        model = milestone.model
        source = Source.UNKNOWN if model.due is None else Source.DUE
        length = None if model.after else Length(source)
        release = self._opens(milestone)
        if not model.after and model.due is not None:
            release = max(release, self._grid.instant_of(model.due, end=True))
        entry = Entry(milestone, Role.POINT, length)
        return Proto(entry, release, model.due, None, None, self._priority(milestone))

    def _over(self, node: Node, role: Role, steps: list[Proto] | None = None) -> Proto:
        """The task of what is done, where it was; where nobody knows when, before today."""
        model, grid = node.model, self._grid
        finished = over_on(model, self._today)
        finish = grid.now if finished is None else grid.instant_of(finished, end=True)
        if finished is None and steps:
            finish = max((proto.fixed[1] for proto in steps if proto.fixed is not None), default=finish)
        started = None if node.kind is Kind.MILESTONE else begun_on(model, self._today)
        start = finish if started is None else min(grid.instant_of(started), finish)
        return Proto(Entry(node, role, over=True), fixed=(max(start, 0), max(finish, 0)))

    def _opens(self, node: Node) -> int:
        """The instant before which what has not begun cannot begin: `not_before`, and the first day of its tactic."""
        models = [node.model] if node.parent is None else [node.model, node.parent.model]
        days = [model.not_before for model in models]
        if node.kind is not Kind.MILESTONE:
            days.append(self._plan.span(node.parent or node).start)
        return max((self._grid.instant_of(day) for day in days if day is not None), default=0)

    def _priority(self, node: Node) -> int:
        stated = (node.parent or node).model.priority
        return round(_MEDIUM if stated is None else stated)
