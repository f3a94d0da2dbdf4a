"""Investment: whether money and effort go where the weights say."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.load import answer
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, in_currency, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 110
_KEYS = (
    "objective",
    "title",
    "of",
    "weight",
    "money_share",
    "effort_share",
    "money",
    "effort_days",
    "misinvested",
)


def sheet(seen: Seen) -> Sheet | None:
    """A row for each objective whose siblings have weights."""
    rows = answer(seen.load)["alignment"]
    assert isinstance(rows, list)
    heads = {"of": "realizes", **in_currency(seen, {"money": "money"})}
    return sheet_of("Investment", _entries(seen, rows), _KEYS, heads=heads)


def _entries(seen: Seen, rows: list[Entry]) -> Iterator[Entry]:
    for one in rows:
        yield {**one, "title": seen.names.get(str(one["objective"]))}
