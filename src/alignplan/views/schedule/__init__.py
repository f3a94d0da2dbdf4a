"""The schedule of a plan, as bars, as tables, and as data."""

from alignplan.views.schedule.chart import KEY, chart
from alignplan.views.schedule.data import answer
from alignplan.views.schedule.notes import notes
from alignplan.views.schedule.reasons import chain, why_table
from alignplan.views.schedule.tables import ends, late, sheet, summary, table, told

__all__ = [
    "KEY",
    "answer",
    "chain",
    "chart",
    "ends",
    "late",
    "notes",
    "sheet",
    "summary",
    "table",
    "told",
    "why_table",
]
