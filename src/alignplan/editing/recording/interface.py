"""Measurements: as they were said, as they are understood, and where the values of a KPI are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from alignplan.editing.interface import Told
from alignplan.graph.nodes import Node
from alignplan.text.patching import Change, Edit

__all__ = ["Entry", "Held", "Keeper", "Measurement", "Written"]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value of a KPI on a day, as it was said: typed, or in a row of a file, whose place is `file:line` then."""

    kpi: str
    day: str
    value: str
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A measurement as it is understood: the KPI that was asked for, the one that keeps its value, the day."""

    said: Measurement
    asked: Node
    kpi: Node
    day: date
    number: float
    text: str
    """The value as it is to be written."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of a day: the number (none where it is none), as it is written, the note, and where: `file:line`."""

    number: float | None
    text: str
    note: str
    spot: str


@dataclass(frozen=True, slots=True)
class Written:
    """What becomes of a file: changes of what is there, new entries, or edits of rows; and what is told of them."""

    path: str
    changes: tuple[Change, ...] = ()
    additions: tuple[Change, ...] = ()
    rows: tuple[Edit, ...] = ()
    told: tuple[Told, ...] = ()


class Keeper(Protocol):
    """Where the values of a KPI are kept."""

    keeps_notes: bool
    """Whether there is a place for notes."""
    name: str
    """The file, as it is shown."""
    also: tuple[str, ...]
    """Other KPIs that have the same values by an alias."""

    def held(self, day: date) -> Held | None:
        """What is kept of a day. Raises Misuse where that cannot be said."""
        ...

    def written(self, entries: Sequence[Entry]) -> Written:
        """What takes the entries in: new days, and other values or notes for days that are there."""
        ...
