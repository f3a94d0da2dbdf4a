"""Tables on narrow terminals: columns that a view can spare go, before anything would run over the edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignplan.output.document import Block, Row, Table
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink

__all__ = ["fitted"]


_COMFORT = 28
"""Cells that a title should have before a column that is only nice to have takes room."""


def fitted(
    blocks: Iterable[Block], width: int | None, spare: Sequence[str], luxury: Sequence[str] = ()
) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks in `width` cells, and the titles of columns that had to go for it, first one first.

    Columns of `luxury` go where titles would be cut short, those of `spare` only where a line would run over the edge.
    """
    shown = tuple(blocks)
    gone: list[str] = []
    if width is None:
        return shown, gone
    for keys, comfort in ((luxury, _COMFORT), (spare, 0)):
        for key in keys:
            tables = [block for block in shown if isinstance(block, Table)]
            if all(_fits(table, width, comfort) for table in tables):
                break
            gone += [column.title for table in tables for column in table.columns if column.key == key][:1]
            shown = tuple(_without(block, key) if isinstance(block, Table) else block for block in shown)
    return shown, gone


def _fits(table: Table, width: int, comfort: int) -> bool:
    grid = lay_out(table, Ink(), width)
    rooms = zip(grid.widths, lay_out(table, Ink(), None).widths, table.columns, strict=True)
    return grid.width <= width and all(
        room >= min(full, comfort) for room, full, column in rooms if column.shrink
    )


def _without(table: Table, key: str) -> Table:
    kept = [at for at, column in enumerate(table.columns) if column.key != key]
    rows = tuple(Row(tuple(row.cells[at] for at in kept), row.depth) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
