"""`table`: for people at a terminal. A rule under the titles; only titles of items give way where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from alignplan.output.document import Document, Table
from alignplan.output.escape import Shown
from alignplan.output.grid import GAP, Grid, lay_out
from alignplan.output.ink import PEN_OF_TONE, Ink, Pen
from alignplan.output.prose import stack, title_line

__all__ = ["render"]

# rich takes a fifth of a millisecond a row; longer tables are ruled by hand, and look the same.
_MOST_ROWS_FOR_RICH = 500


def render(document: Document, ink: Ink) -> Iterator[Shown]:
    """The lines of `document`."""

    def lines(table: Table) -> Iterator[Shown]:
        yield from title_line(table.title, ink)
        if table.columns:
            yield from _boxed(table, ink) if len(table.rows) <= _MOST_ROWS_FOR_RICH else _ruled(table, ink)

    return stack(document, ink, lines)


def _ruled(table: Table, ink: Ink) -> Iterator[Shown]:
    grid = lay_out(table, ink, ink.width)
    yield grid.head(ink)
    yield ink.stroke(ink.sign("─" * grid.width), Pen.DIM)
    yield from grid.lines(ink)


def _boxed(table: Table, ink: Ink) -> Iterator[Shown]:
    from rich.cells import cell_len
    from rich.console import Console

    grid = lay_out(table, ink, ink.width, cell_len)
    paper = StringIO()
    console = Console(
        file=paper,
        width=grid.width,
        height=25,
        force_terminal=ink.colour,
        color_system="standard" if ink.colour else None,
        no_color=not ink.colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(_rich_table(grid, ink))
    for line in paper.getvalue().splitlines():
        yield Shown(line.rstrip(" "))


def _rich_table(grid: Grid, ink: Ink) -> object:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    # GAP - 1 blanks of padding and the one blank that the box draws between columns.
    rule = (
        box.SIMPLE_HEAD if ink.encodes("─") else box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True)
    )
    drawn = RichTable(
        box=rule,
        show_edge=False,
        pad_edge=False,
        padding=(0, 0, 0, GAP - 1),
        header_style="bold",
        border_style="dim",
    )
    for column, head, room in zip(grid.table.columns, grid.heads, grid.widths, strict=True):
        drawn.add_column(Text(head), justify=column.align.value, width=room, no_wrap=True, overflow="crop")
    for row in grid.rows:
        cells = [
            Text(text, PEN_STYLES[PEN_OF_TONE[cell.tone]])
            for text, cell in zip(row.texts, row.source.cells, strict=True)
        ]
        if row.guide:
            cells[0] = Text.assemble((row.guide, "dim"), cells[0])
        drawn.add_row(*cells)
    return drawn


PEN_STYLES = {
    Pen.NONE: "",
    Pen.BOLD: "bold",
    Pen.DIM: "dim",
    Pen.GREEN: "green",
    Pen.YELLOW: "yellow",
    Pen.RED: "red",
}
