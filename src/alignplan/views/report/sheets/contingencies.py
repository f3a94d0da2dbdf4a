"""Contingencies: what is done when something goes wrong, and whether it has."""

from __future__ import annotations

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import sheet_of
from alignplan.views.risks import answer

__all__ = ["ORDER", "sheet"]

ORDER = 75
_KEYS = (
    "id", "title", "of", "owner", "state", "armed", "since", "first_held", "says", "then", "activates", "activated",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each contingency."""
    contingencies = answer(seen.register, seen.plan)["contingencies"]
    assert isinstance(contingencies, list)
    return sheet_of("Contingencies", contingencies, _KEYS, heads={"since": "held since"})
