"""Effects: what each tactic is to move, and what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.effect import answer
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 55
_KEYS = (
    "tactic", "title", "kpi", "unit", "place", "reason", "progress", "planned_share", "executed", "by", "began",
    "before", "actual", "date", "delivered", "seen", "ratio",
)  # fmt: skip
_HEADS = {
    "by": "moves it by in all", "before": "before all began", "actual": "now", "delivered": "of all, to come by now",
    "seen": "of all, seen", "ratio": "seen of what was to come",
}  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each tactic and KPI that it moves, amounts in the unit of the KPI."""
    return sheet_of("Effects", _entries(seen), _KEYS, heads=_HEADS)


def _entries(seen: Seen) -> Iterator[Entry]:
    entries = answer(seen.effects)["effects"]
    assert isinstance(entries, list)
    for one in entries:
        yield {**one, "planned_share": one["planned"]}
