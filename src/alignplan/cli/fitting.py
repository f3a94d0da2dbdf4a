"""Tables on narrow terminals: columns that a view can spare go, before anything would run over the edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignplan.output.document import Block, Row, Table
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink

__all__ = ["fitted"]


def fitted(blocks: Iterable[Block], width: int | None, spare: Sequence[str]) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks in `width` cells, and the titles of columns that had to go, first of `spare` first."""
    shown = tuple(blocks)
    gone: list[str] = []
    if width is None:
        return shown, gone
    for key in spare:
        if all(_fits(block, width) for block in shown if isinstance(block, Table)):
            break
        titles = [column.title for block in shown if isinstance(block, Table) for column in block.columns if column.key == key]
        gone.extend(titles[:1])
        shown = tuple(_without(block, key) if isinstance(block, Table) else block for block in shown)
    return shown, gone


def _fits(table: Table, width: int) -> bool:
    return lay_out(table, Ink(), width).width <= width


def _without(table: Table, key: str) -> Table:
    kept = [at for at, column in enumerate(table.columns) if column.key != key]
    rows = tuple(Row(tuple(row.cells[at] for at in kept), row.depth) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
