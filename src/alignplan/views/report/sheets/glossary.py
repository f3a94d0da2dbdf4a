"""What the figures mean, and how each is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.document import Table
from alignplan.output.reports.interface import flat_parts
from alignplan.output.workbooks.sheet import Sheet, Value
from alignplan.views.report.interface import Seen
from alignplan.views.report.page import glossary

__all__ = ["ORDER", "sheet"]

ORDER = 140


def sheet(seen: Seen) -> Sheet | None:
    """A row for each figure that the plan has."""
    section = glossary.section(seen)
    tables = [] if section is None else [part for part in flat_parts(section) if isinstance(part, Table)]
    if not tables:
        return None
    return Sheet("Glossary", tuple(column.title for column in tables[0].columns), tuple(_rows(tables[0])))


def _rows(table: Table) -> Iterator[tuple[Value, ...]]:
    for row in table.rows:
        yield tuple(cell.text or None for cell in row.cells)
