"""Tactics: what they serve, whose they are, how far, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, in_currency, sheet_of
from alignplan.views.report.work import described

__all__ = ["ORDER", "sheet"]

ORDER = 20
_KEYS = (
    "id", "title", "serves", "owner", "status", "start", "due", "progress", "planned_share", "health", "reason",
    "finish", "days_late", "planned", "spent",
)  # fmt: skip
_HEADS = {"planned": "budget, planned", "spent": "budget, spent"}


def sheet(seen: Seen) -> Sheet | None:
    """A row for each tactic in the order of the tree."""
    return sheet_of("Tactics", _entries(seen), _KEYS, heads=in_currency(seen, _HEADS))


def _entries(seen: Seen) -> Iterator[Entry]:
    for entry in described(seen, "tactic"):
        budget = seen.plan.graph.top[str(entry["id"])].model.budget
        planned, spent = (None, None) if budget is None else (budget.planned, budget.spent)
        yield {**entry, "depth": None, "planned": planned, "spent": spent}
