"""`plain`: aligned columns without boxes, nothing cut; what a view prints off a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alignplan.output.document import Document, Table
from alignplan.output.escape import Shown
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.output.prose import stack, title_line

__all__ = ["render"]


def render(document: Document, ink: Ink) -> Iterator[Shown]:
    """The lines of `document`."""
    unlimited = replace(ink, width=None)

    def lines(table: Table) -> Iterator[Shown]:
        yield from title_line(table.title, unlimited)
        grid = lay_out(table, unlimited, None)
        yield grid.head(unlimited)
        yield from grid.lines(unlimited)

    return stack(document, unlimited, lines)
