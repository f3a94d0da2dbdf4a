"""Objectives: whose they are, how far, how they go, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of
from alignplan.views.report.work import described

__all__ = ["ORDER", "sheet"]

ORDER = 10
_KEYS = (
    "id", "title", "parent", "owner", "status", "start", "due", "progress", "planned_share", "health", "reason",
    "finish", "days_late", "tactics", "sufficiency", "data_age_days",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each objective in the order of the tree, its title indented by its depth."""
    return sheet_of("Objectives", _entries(seen), _KEYS, heads={"parent": "realizes"})


def _entries(seen: Seen) -> Iterator[Entry]:
    gaps = {one.id: one for one in seen.beside.gaps.objectives}
    for entry in described(seen, "objective"):
        gap = gaps.get(str(entry["id"]))
        yield {
            **entry,
            "tactics": None if gap is None else gap.tactics,
            "sufficiency": None if gap is None else gap.sufficiency,
        }
