"""From a schedule of the problem to what it says of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import Outcome, PlanSchedule, Scheduled
from alignplan.analysis.schedule.days import Days
from alignplan.analysis.schedule.draft import Draft, Entry
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.schedule.notes import Note, NoteKind
from alignplan.analysis.schedule.outcomes import work_below
from alignplan.analysis.schedule.reasons import Reasons
from alignplan.analysis.schedule.sparing import latest_by_dues
from alignplan.analysis.schedule.tasks import begun_on, over_on
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import is_must
from alignplan.model.words import Status
from alignplan.scheduling.critical import critical
from alignplan.scheduling.lasting import beyond, lasting
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.slack import levelled_slack
from alignplan.scheduling.why import bindings

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["answer"]


def answer(plan: Standpoint, draft: Draft, schedule: Schedule) -> PlanSchedule:
    """What a schedule of its problem says of a plan."""
    return _Answering(plan, draft, schedule).answer()


class _Answering:
    def __init__(self, plan: Standpoint, draft: Draft, schedule: Schedule) -> None:
        self._plan, self._draft, self._schedule = plan, draft, schedule
        self._placed, problem = schedule.placed, draft.problem
        self._axes = lasting(problem).axes
        self._days = Days(draft, schedule.placed)
        self._slack = levelled_slack(problem, schedule)
        self._latest = latest_by_dues(problem, schedule)
        self._free = critical(lasting(problem))
        self._reasons = Reasons(draft, schedule.placed, bindings(problem, schedule))

    def answer(self) -> PlanSchedule:
        items = dict(self._items())
        whole = self._outcome(None, [tactic.id for tactic in self._tactics()], items)
        objectives = {
            id: self._outcome(self._plan.graph.top[id], tactics, items)
            for id, tactics in work_below(self._plan).items()
            if tactics and self._plan.live(self._plan.graph.top[id])
        }
        makespan, bound = self._lengths()
        broken = tuple(id for id, item in items.items() if item.must and item.late_days)
        return PlanSchedule(
            items,
            objectives,
            whole,
            makespan,
            bound,
            None if makespan is None else self._bound_day(),
            self._schedule.optimal,
            broken,
            self._draft,
            self._schedule,
            (*self._draft.notes, *self._beyond()),
        )

    def _beyond(self) -> Iterator[Note]:
        """What has no place in the time of those who are to do it, and is not told of yet."""
        told = {note.item for note in self._draft.notes if note.kind is NoteKind.NOBODY}
        for number in beyond(self._draft.problem, self._placed):
            id = self._draft.entries[number].node.id
            if id not in told:
                yield Note(NoteKind.NOBODY, id)

    # ------------------------------------------------------------ items

    def _tactics(self) -> Iterator[Node]:
        return (node for node in self._plan.graph.kinds[Kind.TACTIC] if node.id in self._draft.numbers)

    def _items(self) -> Iterator[tuple[str, Scheduled]]:
        """Tactics, each with its steps behind it."""
        for tactic in self._plan.graph.kinds[Kind.TACTIC]:
            number = self._draft.numbers.get(tactic.id)
            steps = [self._scheduled(at) for at in self._draft.steps.get(tactic.id, ())]
            if number is not None:
                yield tactic.id, self._hull(number, steps) if steps else self._scheduled(number)
            for step in steps:
                yield step.node.id, step

    def _scheduled(self, number: int) -> Scheduled:
        """A task in its place."""
        entry, task = self._draft.entries[number], self._draft.problem.tasks[number]
        estimated = entry.length is None or entry.length.known
        start: date | None = self._days.start(number)
        finish: date | None = self._days.finish(number)
        if entry.over:
            start, finish = self._history(entry)
        elif task.began is not None:
            start = begun_on(entry.node.model, self._plan.today)
        if entry.length is not None and not estimated:
            finish = finish if entry.length.source is Source.DUE else None
            point = entry.node.kind is Kind.MILESTONE
            known = point or task.began is not None or entry.node.model.start is not None
            start = (finish if point else start) if known else None
        return self._made(number, start, finish, estimated)

    def _history(self, entry: Entry) -> tuple[date | None, date | None]:
        """When something was done, as far as anybody knows."""
        model, today = entry.node.model, self._plan.today
        finished = over_on(model, today)
        if entry.node.kind is Kind.MILESTONE:
            return finished, finished
        return begun_on(model, today), finished

    def _hull(self, number: int, steps: list[Scheduled]) -> Scheduled:
        """A tactic from its first step to its last, or to what its end waits for."""
        entry = self._draft.entries[number]
        starts = [step.start for step in steps if step.start is not None]
        ends = [step.finish for step in steps if step.finish is not None]
        start, finish = min(starts, default=None), max(ends, default=None)
        if entry.over:
            known = self._history(entry)
            start, finish = known[0] or start, known[1] or finish
        else:
            own = self._days.finish(number)
            finish = own if finish is None else max(own, finish)
        made = self._made(number, start, finish, all(step.estimated for step in steps))
        early = min((step.early_start for step in steps if step.early_start is not None), default=None)
        return replace(made, early_start=early)

    def _made(self, number: int, start: date | None, finish: date | None, estimated: bool) -> Scheduled:
        entry, problem = self._draft.entries[number], self._draft.problem
        node, place = entry.node, self._placed[number]
        due = self._plan.span(node).due
        late = None if due is None or finish is None else self._days.late(finish, due)
        early = self._days.beginning(number, self._free.early[number].start)
        slack, ends = self._slack_of(number)
        return Scheduled(
            node,
            self._plan.status(node),
            start,
            finish,
            start if entry.over or problem.tasks[number].began is not None else early,
            finish if entry.over else self._days.ending(number, ends),
            None if entry.over else slack,
            None if entry.over else self._free_days(number),
            None if entry.over else self._spare_days(number),
            not entry.over and slack == 0,
            () if not entry.ways else entry.ways[place.mode].assigned,
            due,
            is_must(due),
            late,
            estimated,
            self._reasons.why(number),
        )

    def _slack_of(self, number: int) -> tuple[float, int]:
        """The slack of a task in working days, and the instant at which it may end at the latest."""
        problem, place = self._draft.problem, self._placed[number]
        mode, slack = problem.tasks[number].modes[place.mode], self._slack[number]
        if not mode.length:
            ends = place.finish + slack
        else:
            axis = self._axes[mode.axis]
            ends = axis.slot(axis.own(place.finish - 1) + slack) + 1
        return self._days.between(place.finish, ends), ends

    def _free_days(self, number: int) -> float:
        mode = self._draft.problem.tasks[number].modes[self._free.modes[number]]
        window, free = self._free.early[number], max(self._free.free[number], 0)
        if not mode.length:
            return self._days.between(window.finish, window.finish + free)
        axis = self._axes[mode.axis]
        return self._days.between(window.finish, axis.slot(axis.own(window.finish - 1) + free) + 1)

    def _spare_days(self, number: int) -> float | None:
        latest = self._latest[number]
        return None if latest is None else self._days.between(self._placed[number].finish, latest)

    # ------------------------------------------------------------ what comes of it

    def _outcome(self, node: Node | None, tactics: Iterable[str], items: dict[str, Scheduled]) -> Outcome:
        """What comes of the work of some tactics."""
        numbers = self._draft.numbers
        found = [items[id] for id in tactics if id in items]
        starts = [item.start for item in found if item.start is not None]
        ends = [item.finish for item in found if item.finish is not None]
        finish = max(ends, default=None)
        due = self._plan.graph.plan.model.horizon and self._plan.dates.horizon.due
        if node is not None:
            due = self._plan.span(node).due
        late = None if finish is None or due is None else self._days.late(finish, due)
        hand = None if finish is None or due is None else self._days.late(due, finish)
        open_ = [item for item in found if item.status not in (Status.DONE, Status.DROPPED)]
        last = max(
            (numbers[item.node.id] for item in open_ if item.finish is not None),
            key=lambda number: self._placed[number].finish,
            default=None,
        )
        path = () if last is None else self._reasons.path(last)
        unknown = tuple(self._unknown(found, items))
        return Outcome(node, min(starts, default=None), finish, due, late, hand, path, unknown)

    def _unknown(self, tactics: Iterable[Scheduled], items: dict[str, Scheduled]) -> Iterator[str]:
        for tactic in tactics:
            steps = self._draft.steps.get(tactic.node.id, ())
            own = [self._draft.entries[at].node.id for at in steps] or [tactic.node.id]
            yield from (id for id in own if not items[id].estimated)

    # ------------------------------------------------------------ how long

    def _lengths(self) -> tuple[float | None, float | None]:
        """The working days from the first start to the last finish, and to where none can end before."""
        placed = [self._placed[at] for at in self._draft.numbers.values()]
        if not placed:
            return None, None
        first = min(place.start for place in placed)
        last = max(place.finish for place in placed)
        history = [
            place.finish for place, entry in zip(self._placed, self._draft.entries, strict=True) if entry.over
        ]
        bound = max(min(self._schedule.bound, last), max(history, default=0))
        return self._days.between(first, last), self._days.between(first, bound)

    def _bound_day(self) -> date:
        return self._draft.grid.last_day(self._schedule.bound)
