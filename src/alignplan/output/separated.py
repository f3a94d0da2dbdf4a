"""Rows with a separator between the cells: what CSV and TSV share."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO

from alignplan.output.document import Document, Exact, Facts, Table
from alignplan.output.escape import Sheet
from alignplan.output.figures import exact_text
from alignplan.output.ink import Ink

__all__ = ["separated"]


def separated(document: Document, ink: Ink, delimiter: str, escape: Callable[[str], Sheet]) -> Iterator[str]:
    """A row of keys and one row for each row of the first table; facts and prose where there is no table."""
    paper = StringIO(newline="")
    writer = csv.writer(paper, delimiter=delimiter, lineterminator="\n")
    for row in _rows(document):
        writer.writerow([_cell(value, ink, escape) for value in row])
        yield paper.getvalue().removesuffix("\n")
        paper.seek(0)
        paper.truncate()


def _rows(document: Document) -> Iterator[list[Exact]]:
    table = next((block for block in document.blocks if isinstance(block, Table)), None)
    if table is None:
        yield from _pairs(document)
        return
    yield [column.key for column in table.columns]
    for row in table.rows:
        yield [cell.exact for cell in row.cells]


def _pairs(document: Document) -> Iterator[list[Exact]]:
    yield ["key", "value"]
    for block in document.blocks:
        if isinstance(block, Facts):
            for name, cell in block.pairs:
                yield [name, cell.exact]


def _cell(value: Exact, ink: Ink, escape: Callable[[str], Sheet]) -> str:
    written = exact_text(value)
    return escape(ink.sign(str(value))) if written is None else written
