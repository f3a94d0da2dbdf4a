"""Both plans for machines: a row for each value, all of them exact."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.output.document import Cell, Column, Row, Table
from alignplan.views.what_if.beside import Line, once

__all__ = ["sheet"]


def sheet(lines: Sequence[Line], *, everything: bool) -> Table:
    """A row for each value, all of them exact; what became of its row stands beside the id."""
    titles = ("id", "change", "figure", "today", "what_if", "difference")
    rows = [
        Row(
            (
                Cell(line.id),
                Cell(line.fate),
                Cell(pair.column.key),
                Cell(pair.today.text, pair.today.exact),
                Cell(pair.what_if.text, pair.what_if.exact),
                Cell("", pair.difference if pair.differs else None),
            )
        )
        for line in once(lines)
        for pair in line.pairs
        if everything or pair.differs
    ]
    return Table(tuple(Column(title, title) for title in titles), tuple(rows))
