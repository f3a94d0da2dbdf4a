"""Accepted exceptions: what is waived, why and until when."""

from __future__ import annotations

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import sheet_of
from alignplan.views.waivers import answer

__all__ = ["ORDER", "sheet"]

ORDER = 130
_KEYS = (
    "rules", "item", "field", "reason", "since", "until", "days_left", "expired", "findings", "path", "line",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each."""
    found = seen.beside.waivers
    if found is None:
        return None
    rows = answer(found.listed, found.ignored)["waivers"]
    assert isinstance(rows, list)
    return sheet_of("Waivers", rows, _KEYS, heads={"path": "file"})
