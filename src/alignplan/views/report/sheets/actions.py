"""Actions and milestones: the steps of tactics."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of
from alignplan.views.report.work import described

__all__ = ["ORDER", "sheet"]

ORDER = 30
_KEYS = (
    "id", "title", "kind", "parent", "owner", "status", "start", "due", "started", "finished", "progress",
    "planned_share", "finish", "days_late", "evidence",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each step, tactic by tactic."""
    return sheet_of("Actions", _entries(seen), _KEYS, heads={"parent": "tactic"})


def _entries(seen: Seen) -> Iterator[Entry]:
    for entry in described(seen, "action", "milestone"):
        yield {**entry, "depth": None}
