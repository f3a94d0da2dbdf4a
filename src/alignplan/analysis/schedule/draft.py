"""What is to be scheduled: the problem, and which of its tasks stands for which item of the plan."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.schedule.lengths import Length
from alignplan.analysis.schedule.notes import Note
from alignplan.analysis.schedule.staff import Way
from alignplan.graph.nodes import Node
from alignplan.records import record
from alignplan.scheduling.problem import Problem

__all__ = ["Draft", "Entry", "Role"]


class Role(Enum):
    """What a task stands for."""

    WORK = "an action, or a tactic without steps"
    POINT = "a milestone"
    OPENING = "the instant from which on the steps of a tactic may begin"
    CLOSING = "the end of a tactic: of its last step, and of what its end waits for"


@record
class Entry:
    """A task of the problem: its item and what it stands for.

    `length` says what its length is taken from, none of what is over and of points; `ways` are its modes with their
    people, in their order. `over` is what is done.
    """

    node: Node
    role: Role
    length: Length | None = None
    ways: tuple[Way, ...] = ()
    over: bool = False


@record
class Draft:
    """A problem, and what its tasks stand for: `entries` by task number.

    `numbers` gives the task of an action or milestone, and of a tactic without steps; of a tactic with steps the one
    that closes it. `steps` are the tasks of the steps of such a tactic.
    """

    grid: Grid
    problem: Problem
    entries: tuple[Entry, ...]
    numbers: dict[str, int]
    steps: dict[str, tuple[int, ...]]
    notes: tuple[Note, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether there is nothing left to do."""
        return all(entry.over for entry in self.entries)
