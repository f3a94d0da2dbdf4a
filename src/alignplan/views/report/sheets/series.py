"""The values of the KPIs day by day, each beside what was planned for that day."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.kpis.goal import expected
from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 50
_KEYS = ("kpi", "title", "day", "value", "planned", "unit")


def sheet(seen: Seen) -> Sheet | None:
    """A row for each value that is known, KPI by KPI and day by day."""
    return sheet_of("KPI values", _entries(seen), _KEYS, heads={"planned": "planned for that day"})


def _entries(seen: Seen) -> Iterator[Entry]:
    for outlook in seen.outlooks:
        kpi = outlook.kpi
        for point in kpi.actuals:
            yield {
                "kpi": kpi.id,
                "title": kpi.node.title,
                "day": point.day,
                "value": point.value,
                "planned": None if kpi.goal.is_range else expected(kpi.goal, point.day),
                "unit": kpi.unit,
            }
