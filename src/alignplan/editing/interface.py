"""What an edit is: changes per file, what is told of them, and what has to hold afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Route
from alignplan.errors import Misuse

if TYPE_CHECKING:
    from alignplan.graph.graph import PlanGraph
    from alignplan.text.patching import Change, Edit

__all__ = ["Edition", "FileChanges", "Names", "Op", "Refusal", "Told", "unchanged_names"]

Names = Callable[[str], str]
"""What an id is called after the change."""


class Op(StrEnum):
    """What became of an item."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What is to change in one file; `path` is relative to the plan's folder.

    `comments` are edits of comments, in characters of the text as it is: they change no data. `rows` are edits of a
    file that is no YAML: measurements, or the findings that are known.
    """

    path: str
    changes: tuple[Change, ...]
    comments: tuple[Edit, ...] = ()
    rows: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One change, as it is told: what became of an item, where it stands, which of its fields it is about.

    `before` is the id that it had, or the file that it was in. The place of what was removed is where it stood. `line`
    is where it stands in a file that is no YAML.
    """

    op: Op
    id: str
    path: str
    route: Route
    field: str = ""
    before: str = ""
    line: int = 0


def unchanged_names(id: str) -> str:
    """Every id stays what it is."""
    return id


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole change of a plan.

    `holds` looks at the plan before and after, and raises Misuse where something else changed, too; `names` says what
    ids are called afterwards. `next` is the command that one will most likely type next, `notes` what is good to know.
    `kpis` are those of which is to be told what the change means for them; `doubts` say of a KPI what looks wrong in
    its values, where `check` does not say it.
    """

    files: tuple[FileChanges, ...] = ()
    told: tuple[Told, ...] = ()
    next: str = ""
    notes: tuple[str, ...] = ()
    names: Names = unchanged_names
    holds: Callable[[PlanGraph, PlanGraph], None] | None = None
    kpis: tuple[str, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


class Refusal(Misuse):
    """A change that is refused for several reasons, told line by line before the refusal itself."""

    def __init__(self, message: str, hint: str, reasons: tuple[str, ...]) -> None:
        super().__init__(message, hint)
        self.reasons = reasons
