"""From a plan on a day to the problem of scheduling it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.analysis.calendars.grid import Grid, grid
from alignplan.analysis.schedule.draft import Draft, Entry, Role
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.schedule.notes import Note, NoteKind
from alignplan.analysis.schedule.pools import Pools
from alignplan.analysis.schedule.staff import Staff, Way, teams_at_work
from alignplan.analysis.schedule.tasks import Proto, Tasks
from alignplan.analysis.schedule.untangling import circular, overlapping
from alignplan.analysis.schedule.waits import Waits
from alignplan.model.kinds import Kind
from alignplan.model.values import is_must
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link, Mode, Problem, Task
from alignplan.scheduling.ranking import in_turn

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["draft"]

_HEAVY = 50
"""So much of a priority makes one unit of weight of its lateness: 10 of a medium one."""


def draft(plan: Standpoint) -> Draft:
    """What is to be scheduled of a plan: all that counts."""
    return _Drafting(plan).draft()


class _Drafting:
    def __init__(self, plan: Standpoint) -> None:
        self._plan = plan
        self._grid: Grid = grid(plan)
        self._pools = Pools(plan.graph, self._grid, teams_at_work(plan.graph))
        self._staff = Staff(plan.graph, self._grid, self._pools)
        self._protos: list[Proto] = []
        self._numbers: dict[str, int] = {}
        self._steps: dict[str, tuple[int, ...]] = {}
        self._axes: dict[int, int] = {}
        self._kept: list[Axis] = []
        self._working = self._grid.working
        self._point = Way(0, self._working)
        self._axis(self._working)

    def draft(self) -> Draft:
        self._collect()
        waits = Waits(self._plan, self._grid, self._protos, self._numbers, self._steps)
        waits.find()
        links, notes = self._untangled(waits.links)
        problem = self._problem(links)
        entries = tuple(proto.entry for proto in self._protos)
        told = (*notes, *waits.notes, *self._staff.notes, *_unknown(entries))
        return Draft(self._grid, problem, entries, self._numbers, self._steps, told)

    def _collect(self) -> None:
        """The tasks of all tactics that count, the steps of each before itself."""
        tasks = Tasks(self._plan, self._grid, self._staff)
        for tactic in self._plan.graph.kinds[Kind.TACTIC]:
            if not self._plan.counts(tactic):
                continue
            steps, own = tasks.of_tactic(tactic)
            first = len(self._protos)
            self._protos.extend((*steps, own))
            for at, proto in enumerate((*steps, own), first):
                self._numbers[proto.entry.node.id] = at
            if steps:
                self._steps[tactic.id] = tuple(range(first, first + len(steps)))

    # ------------------------------------------------------------ circles

    def _untangled(self, links: list[Link]) -> tuple[list[Link], list[Note]]:
        """The links without circles; the tasks that wait for themselves are gone, and all numbers are new."""
        if len(in_turn(len(self._protos), links)) == len(self._protos):
            return links, []
        notes: list[Note] = []
        gone: set[int] = set()
        for part in circular(len(self._protos), links):
            names = list(dict.fromkeys(self._protos[at].entry.node.id for at in part))
            notes.append(Note(NoteKind.CIRCLE, names[0], tuple(names[1:])))
            gone.update(part)
        links = self._without(gone, links)
        for link in overlapping(len(self._protos), links):
            before, after = self._protos[link.before].entry.node.id, self._protos[link.after].entry.node.id
            notes.append(Note(NoteKind.OVERLAP, after, (before,)))
            links.remove(link)
        return links, notes

    def _without(self, gone: set[int], links: Sequence[Link]) -> list[Link]:
        kept = [at for at in range(len(self._protos)) if at not in gone]
        new = {at: number for number, at in enumerate(kept)}
        self._protos = [self._protos[at] for at in kept]
        self._numbers = {id: new[at] for id, at in self._numbers.items() if at in new}
        self._steps = {id: tuple(new[at] for at in steps if at in new) for id, steps in self._steps.items()}
        return [
            replace(link, before=new[link.before], after=new[link.after])
            for link in links
            if link.before in new and link.after in new
        ]

    # ------------------------------------------------------------ the problem

    def _problem(self, links: Sequence[Link]) -> Problem:
        ways = [self._ways(proto) for proto in self._protos]
        taken = [way.taken for some in ways for way in some]
        resources, units = self._pools.resources(taken)
        tasks = tuple(
            self._task(proto, tuple(self._mode(way, units) for way in some))
            for proto, some in zip(self._protos, ways, strict=True)
        )
        return Problem(tasks, tuple(links), resources, tuple(self._kept), self._grid.now)

    def _ways(self, proto: Proto) -> tuple[Way, ...]:
        """The ways of what is still to do; a point in time has but one."""
        return proto.entry.ways or (self._point,)

    def _mode(self, way: Way, units: Sequence[int]) -> Mode:
        needs = tuple((number, amount // units[number]) for number, amount in way.taken) if way.length else ()
        return Mode(way.length, self._axis(way.axis), needs)

    def _axis(self, axis: Axis) -> int:
        """The number of an axis; axes of the grid are the same where they are equal."""
        number = self._axes.get(id(axis))
        if number is None:
            number = self._axes[id(axis)] = len(self._kept)
            self._kept.append(axis)
        return number

    def _task(self, proto: Proto, modes: tuple[Mode, ...]) -> Task:
        due = None if proto.due is None else self._grid.instant_of(proto.due, end=True)
        entry = proto.entry
        name = f"{entry.node.id}:start" if entry.role is Role.OPENING else entry.node.id
        return Task(
            name,
            modes,
            max(proto.release, 0),
            due if is_must(proto.due) else None,
            due,
            max(round(proto.priority / _HEAVY), 1),
            proto.fixed,
            proto.began,
            proto.priority,
            bool(getattr(entry.node.model, "split", None)) and entry.role is Role.WORK,
        )


def _unknown(entries: Sequence[Entry]) -> list[Note]:
    return [
        Note(NoteKind.UNESTIMATED, entry.node.id)
        for entry in entries
        if entry.length is not None and entry.length.source is Source.UNKNOWN
    ]
