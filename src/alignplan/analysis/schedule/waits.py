"""What waits for what: the links of `after` between the tasks of a plan, those of its tactics among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.schedule.draft import Entry, Role
from alignplan.analysis.schedule.notes import Note, NoteKind
from alignplan.analysis.schedule.tasks import Proto
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.scheduling.problem import FF, FS, Link

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["WORKING", "Waits"]

WORKING = 0
"""The number of the axis of working time by the plan's calendar, in which lags are counted."""


class Waits:
    """Makes the links of a plan whose tasks are known; tactics whose start waits get a task that opens them."""

    def __init__(
        self,
        plan: Standpoint,
        grid: Grid,
        protos: list[Proto],
        numbers: Mapping[str, int],
        steps: Mapping[str, tuple[int, ...]],
    ) -> None:
        self._plan, self._grid = plan, grid
        self._protos, self._numbers, self._steps = protos, numbers, steps
        self._openings: dict[str, int] = {}
        self.links: list[Link] = []
        self.notes: list[Note] = []

    def find(self) -> None:
        """All links, in the order of the plan."""
        for number, proto in enumerate(list(self._protos)):
            entry = proto.entry
            if entry.over:
                continue
            if entry.role is Role.CLOSING:
                self._closing(entry.node, number)
            if entry.node.model.after:
                self._after(entry, number)

    def _closing(self, tactic: Node, number: int) -> None:
        """A tactic ends with its steps: with those that no other step waits for."""
        steps = self._steps[tactic.id]
        awaited = {
            link.id
            for at in steps
            if not self._protos[at].entry.over
            for link in self._plain(self._protos[at])
        }
        for at in steps:
            node = self._protos[at].entry.node
            if node.name not in awaited:
                self.links.append(Link(at, number, FF))

    def _plain(self, proto: Proto) -> Iterator[Any]:
        """The links by which a step begins after another has ended, and so ends after it."""
        for link in proto.entry.node.model.after:
            if link.kind == FS and (link.lag is None or link.lag.amount >= 0):
                yield link

    def _after(self, entry: Entry, number: int) -> None:
        for reference in references(entry.node):
            if reference.field != "after":
                continue
            other = self._plan.graph.resolve(reference)
            if other is None or other.kind not in reference.kinds:
                continue
            before = self._before(entry.node, other, reference.detail.kind)
            after = self._behind(entry, number, reference.detail.kind)
            if before is not None and after is not None and before != after:
                self.links.append(self._link(before, after, reference.detail))

    def _link(self, before: int, after: int, said: Any) -> Link:
        measure = self._grid.elapsed_slots if said.elapsed else self._grid.slots
        lag = 0 if said.lag is None else measure(said.lag)
        at_most = None if said.at_most is None else measure(said.at_most)
        return Link(before, after, said.kind, lag, None if said.elapsed else WORKING, at_most)

    def _before(self, node: Node, other: Node, kind: str) -> int | None:
        """The task that stands for the end of what comes first; none where it is not scheduled."""
        number = self._numbers.get(other.id)
        if number is None:
            if self._plan.stands_by(other) and self._plan.status(other) is not Status.DROPPED:
                self.notes.append(Note(NoteKind.STANDING_BY, node.id, (other.id,)))
            return None
        steps = self._steps.get(other.id)
        return self._first(steps) if steps and kind.startswith("start") else number

    def _first(self, steps: Sequence[int]) -> int:
        """The step with which a tactic begins: the one that began first, else the first that waits for nothing."""
        begun = [at for at in steps if self._instant(at) is not None]
        if begun:
            return min(begun, key=lambda at: (self._instant(at) or 0, at))
        work = [at for at in steps if self._protos[at].entry.role is Role.WORK] or list(steps)
        return next((at for at in work if not self._protos[at].entry.node.model.after), work[0])

    def _instant(self, number: int) -> int | None:
        """When a step began, where it has."""
        proto = self._protos[number]
        if proto.fixed is not None:
            return proto.fixed[0] if proto.entry.node.kind is Kind.ACTION else None
        return proto.began

    def _behind(self, entry: Entry, number: int, kind: str) -> int | None:
        """The task that stands for the end of what waits; none where it has come already."""
        if not kind.endswith("start"):
            return number
        if entry.role is Role.CLOSING:
            return self._opening(entry.node)
        return None if self._protos[number].began is not None else number

    def _opening(self, tactic: Node) -> int | None:
        """The task that opens a tactic: those of its steps wait for it that have not begun."""
        if tactic.id not in self._openings:
            waiting = [at for at in self._steps[tactic.id] if self._waits(at)]
            number = len(self._protos)
            self._openings[tactic.id] = number
            self._protos.append(Proto(Entry(tactic, Role.OPENING)))
            self.links.extend(Link(number, at, FS) for at in waiting)
        return self._openings[tactic.id]

    def _waits(self, number: int) -> bool:
        proto = self._protos[number]
        return not proto.entry.over and proto.began is None
