"""Load: demand against capacity, period by period."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.load import answer
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 90
_KEYS = (
    "who", "name", "kind", "period", "from", "to", "capacity_days", "demand_days", "percent", "over_days", "items",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each person, team or resource and period."""
    periods = answer(seen.load)["periods"]
    assert isinstance(periods, list)
    return sheet_of("Load", _entries(seen, periods), _KEYS)


def _entries(seen: Seen, periods: list[Entry]) -> Iterator[Entry]:
    for one in periods:
        yield {**one, "name": seen.names.get(str(one["who"]))}
