"""The rows of what is handed over: each item with its times, its length, and what it waits for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from alignplan.analysis.handover.clock import Clock
from alignplan.analysis.handover.project import Form, Lost, Need, Row, Tie
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.draft import Entry, Role
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Link, Mode

if TYPE_CHECKING:
    from alignplan.analysis.selectors.choice import Choice

__all__ = ["Rows"]

_DAY = 24 * 60


class Rows:
    """Makes the rows of chosen items; `lost` counts what has no place in them."""

    def __init__(self, found: PlanSchedule, clock: Clock, choice: Choice) -> None:
        self._found, self._clock = found, clock
        self._draft, self._problem = found.draft, found.draft.problem
        self._placed = found.schedule.placed
        self._axes = lasting(self._problem).axes
        self._chosen = self._wanted(choice)
        self._incoming: dict[int, list[Link]] = {}
        for link in self._problem.links:
            self._incoming.setdefault(link.after, []).append(link)
        self._held: set[int] = set()
        self.lost: Counter[Lost] = Counter()

    def rows(self) -> Iterator[Row]:
        """Tactics, each with its chosen steps behind it."""
        for id, item in self._found.items.items():
            if id in self._chosen:
                yield self._row(self._draft.numbers[id], item)

    def _wanted(self, choice: Choice) -> frozenset[str]:
        """The chosen items, and the tactics of chosen steps."""
        items = [item.node for item in self._found.items.values() if item.node in choice]
        return frozenset(one.id for node in items for one in (node, node.parent) if one is not None)

    # ------------------------------------------------------------ one row

    def _row(self, number: int, item: Scheduled) -> Row:
        entry = self._draft.entries[number]
        start, finish = self._times(number, item)
        if start is None or finish is None:
            self.lost[Lost.DAYS] += 1
        above = None if item.node.parent is None else item.node.parent.id
        if entry.role is Role.CLOSING:
            self._ends(number)
            steps = self._draft.steps[item.node.id]
            below = any(self._draft.entries[at].node.id in self._chosen for at in steps)
            return Row(item, Form.SUMMARY if below else Form.FIXED, start, finish, self._days(item))
        ties = tuple(self._ties(number, number))
        if entry.over:
            form = Form.POINT if item.node.kind is Kind.MILESTONE else Form.FIXED
            return Row(item, form, start, finish, self._days(item), ties=ties, above=above)
        return self._open(number, item, (start, finish), ties, above)

    def _days(self, item: Scheduled) -> int:
        """The working minutes from the first day of an item through its last, by the plan's calendar."""
        grid = self._draft.grid
        if item.start is None or item.finish is None or item.node.kind is Kind.MILESTONE:
            return 0
        first, last = grid.instant_of(item.start), grid.instant_of(item.finish, end=True)
        return max(grid.working.own(last) - grid.working.own(first), 0) * self._clock.slot

    def _open(
        self,
        number: int,
        item: Scheduled,
        times: tuple[datetime | None, datetime | None],
        ties: tuple[Tie, ...],
        above: str | None,
    ) -> Row:
        """What is still to do."""
        task, place = self._problem.tasks[number], self._placed[number]
        entry, mode = self._draft.entries[number], task.modes[place.mode]
        start, finish = times
        self.lost[Lost.CHOICE] += len(task.modes) > 1
        self.lost[Lost.PIECES] += len(place.pieces) > 1
        form = self._form(entry, mode, place.mode)
        minutes = mode.length * self._clock.slot
        if form is Form.ELAPSED:
            minutes = _between(self._clock.starting(place.start), self._clock.ending(place.finish))
        ready = None
        if task.began is None:
            ready = self._ready(entry, mode, max(task.release, self._problem.now))
        needs = tuple(self._needs(entry, mode, place.mode))
        spent = 0 if task.began is None else self._spent(mode, task.began)
        effort = self._effort(entry) if form is Form.EFFORT else 0
        held = number in self._held
        return Row(item, form, start, finish, minutes, effort, spent, ready, needs, ties, above, held)

    def _form(self, entry: Entry, mode: Mode, way: int) -> Form:
        if not mode.length or entry.length is None:
            return Form.POINT
        source, grid = entry.length.source, self._draft.grid
        if source is Source.EFFORT and any(one.share for one in entry.ways[way].assigned):
            return Form.EFFORT
        calendar = self._problem.axes[mode.axis] is grid.elapsed and grid.working is not grid.elapsed
        return Form.ELAPSED if source is Source.ELAPSED or calendar else Form.LENGTH

    def _effort(self, entry: Entry) -> int:
        """The work of all together, in minutes."""
        assert entry.length is not None
        assert entry.length.amount is not None
        return self._draft.grid.slots(entry.length.amount) * self._clock.slot

    def _spent(self, mode: Mode, began: int) -> int:
        axis = self._problem.axes[mode.axis]
        return max(axis.own(self._problem.now) - axis.own(began), 0) * self._clock.slot

    def _needs(self, entry: Entry, mode: Mode, way: int) -> Iterator[Need]:
        """Who and what it needs; the work of people alone, not that of their team by it."""
        resources = self._problem.resources
        units = {resources[number].name: amount for number, amount in mode.needs}
        assigned = entry.ways[way].assigned if entry.ways else ()
        for one in assigned:
            yield Need(one.who, one.share / 100, units.pop(one.who, 0))
        for id, amount in entry.node.model.uses if mode.length else ():
            if id in units:
                yield Need(id, 1.0 if amount is None else amount, units.pop(id))
        self.lost[Lost.SHARED] += bool(units)

    # ------------------------------------------------------------ times

    def _times(self, number: int, item: Scheduled) -> tuple[datetime | None, datetime | None]:
        """When it starts and finishes; by the day where no instant is known."""
        clock, place = self._clock, self._placed[number]
        entry = self._draft.entries[number]
        if entry.over or entry.role is Role.CLOSING:
            first = None if item.start is None else clock.begin(item.start)
            last = None if item.finish is None else clock.close(item.finish)
            if item.node.kind is Kind.MILESTONE:
                first = last
            return first, last
        finish = None if item.finish is None else clock.on(item.finish, place.finish)
        if item.start is None:
            return None, finish
        if self._problem.tasks[number].began is not None:
            return clock.begin(item.start), finish
        return (finish if place.start == place.finish else clock.starting(place.start)), finish

    def _ready(self, entry: Entry, mode: Mode, instant: int) -> datetime:
        """The time before which it cannot begin; a day on which something is due ends with it."""
        if mode.length:
            axis = self._axes[mode.axis]
            return self._clock.starting(axis.slot(axis.own(instant)))
        if entry.length is None or entry.length.source is not Source.DUE:
            return self._clock.starting(instant)
        return max(self._clock.ending(instant), self._clock.starting(self._problem.now))

    # ------------------------------------------------------------ what it waits for

    def _ties(self, number: int, waiting: int) -> Iterator[Tie]:
        """What a task waits for, and what opens its tactic."""
        for link in self._incoming.get(number, ()):
            if self._draft.entries[link.before].role is Role.OPENING:
                yield from self._ties(link.before, waiting)
            else:
                yield from self._tie(link, waiting)

    def _tie(self, link: Link, waiting: int) -> Iterator[Tie]:
        before = self._draft.entries[link.before].node
        self.lost[Lost.AT_MOST] += link.at_most is not None
        if before.id not in self._chosen or before == self._draft.entries[waiting].node.parent:
            self.lost[Lost.OUTSIDE] += 1
            self._held.add(waiting)
            return
        elapsed = link.axis is None
        lag = round(link.lag * _DAY / self._draft.grid.per_day) if elapsed else link.lag * self._clock.slot
        yield Tie(before.id, link.kind, lag, elapsed and lag != 0)

    def _ends(self, number: int) -> None:
        """What the end of a tactic waits for besides its steps has no place."""
        node = self._draft.entries[number].node
        others = [link for link in self._incoming.get(number, ()) if not self._is_own(link, node)]
        self.lost[Lost.TACTIC_END] += len(others)

    def _is_own(self, link: Link, tactic: Node) -> bool:
        return self._draft.entries[link.before].node.parent == tactic and not link.lag


def _between(first: datetime, last: datetime) -> int:
    return round((last - first).total_seconds() / 60)
