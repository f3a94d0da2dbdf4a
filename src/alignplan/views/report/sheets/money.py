"""Money: planned, spent and to come, of the plan, its objectives and its tactics."""

from __future__ import annotations

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.load import answer
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import in_currency, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 100
_KEYS = (
    "id",
    "title",
    "kind",
    "planned",
    "spent",
    "open_cost",
    "committed",
    "forecast",
    "over",
    "uncosted_days",
)
_HEADS = {
    "planned": "planned", "spent": "spent", "open_cost": "still to cost", "committed": "committed",
    "forecast": "forecast", "over": "over the budget",
}  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each, amounts in the plan's currency; none where no amount is known."""
    rows = answer(seen.load)["money"]
    assert isinstance(rows, list)
    known = [row for row in rows if any(row[name] is not None for name in _HEADS)]
    return sheet_of("Money", rows if known else (), _KEYS, heads=in_currency(seen, _HEADS))
