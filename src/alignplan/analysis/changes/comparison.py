"""Two versions of a plan beside each other: the whole answer of `diff`."""

from __future__ import annotations

from alignplan.analysis.changes.effects import Effect, FigureChange
from alignplan.analysis.changes.items import Changes
from alignplan.diagnostics.report import Reported
from alignplan.records import record

__all__ = ["Comparison", "Version"]


@record
class Version:
    """One side: what it is called, and of a commit its hash and day (ISO)."""

    name: str
    commit: str | None = None
    day: str | None = None


@record
class Comparison:
    """What changed from `old` to `new`, what that causes, and the findings that only one side has."""

    old: Version
    new: Version
    changes: Changes
    effects: tuple[Effect, ...]
    figures: tuple[FigureChange, ...]
    found: tuple[Reported, ...]
    solved: tuple[Reported, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed but the files in which things stand."""
        return bool(self.changes.meant or self.changes.settings)
