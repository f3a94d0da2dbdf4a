"""KPIs: where each stands, and what is likely to come of it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.kpis import answer
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 40
_KEYS = (
    "id", "title", "of", "unit", "baseline", "actual", "date", "planned", "target", "low", "high", "state", "reason",
    "attainment", "against_plan", "age_days", "stale", "forecast", "forecast_low", "forecast_high", "forecast_date",
    "chance", "forecast_gap",
)  # fmt: skip
_HEADS = {"actual": "now", "planned": "planned by today", "low": "at least", "high": "at most"}


def sheet(seen: Seen) -> Sheet | None:
    """A row for each KPI, its values in its unit."""
    return sheet_of("KPIs", _entries(seen), _KEYS, heads=_HEADS)


def _entries(seen: Seen) -> Iterator[Entry]:
    entries = answer(seen.outlooks, seen.plan)["kpis"]
    assert isinstance(entries, list)
    for outlook, entry in zip(seen.outlooks, entries, strict=True):
        likely = outlook.forecast
        names = ("value", "low", "high", "date", "chance")
        values = [None if likely is None else getattr(likely, name) for name in names]
        keys = ("forecast", "forecast_low", "forecast_high", "forecast_date", "chance")
        yield {**entry, **dict(zip(keys, values, strict=True))}
