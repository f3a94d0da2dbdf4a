"""A table laid out: harmless texts, the width of each column, and lines of padded cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from alignplan.output.document import Row, Table
from alignplan.output.escape import Shown
from alignplan.output.guides import guides
from alignplan.output.ink import Ink, Pen
from alignplan.output.measure import cut, pad, width
from alignplan.records import record

__all__ = ["GAP", "Grid", "GridRow", "lay_out"]

GAP = 2
"""Blanks between two columns."""

_NARROWEST = 8


@record
class GridRow:
    """A row: the guide of a tree before its first text, and the texts."""

    source: Row
    guide: Shown
    texts: tuple[Shown, ...]


@record
class Grid:
    """A table with a width for each column."""

    table: Table
    heads: tuple[Shown, ...]
    rows: Sequence[GridRow]
    widths: tuple[int, ...]

    @property
    def width(self) -> int:
        """The width of a whole line, in cells."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    def head(self, ink: Ink) -> Shown:
        """The line of column titles."""
        return self._line([(head, ink.stroke(head, Pen.BOLD)) for head in self.heads])

    def lines(self, ink: Ink) -> Iterator[Shown]:
        """One line for each row."""
        for row in self.rows:
            cells = zip(row.texts, row.source.cells, strict=True)
            painted = [(text, ink.paint(text, cell.tone)) for text, cell in cells]
            if row.guide:
                text, paint = painted[0]
                painted[0] = (Shown(row.guide + text), Shown(ink.stroke(row.guide, Pen.DIM) + paint))
            yield self._line(painted)

    def _line(self, cells: Sequence[tuple[Shown, Shown]]) -> Shown:
        parts = zip(cells, self.table.columns, self.widths, strict=True)
        padded = [pad(paint, room, column.align, width(text)) for (text, paint), column, room in parts]
        return Shown((" " * GAP).join(padded).rstrip(" "))


def lay_out(table: Table, ink: Ink, limit: int | None, measure: Callable[[str], int] = width) -> Grid:
    """Every column as wide as its widest text; beyond `limit` cells, columns that may shrink are cut."""
    heads = tuple(ink.show(column.title) for column in table.columns)
    branches = guides([row.depth for row in table.rows], ink) if table.tree else [Shown("")] * len(table.rows)
    rows = [
        GridRow(row, guide, tuple(ink.show(cell.text) for cell in row.cells))
        for row, guide in zip(table.rows, branches, strict=True)
    ]
    widths = [measure(head) for head in heads]
    for row in rows:
        for at, text in enumerate(row.texts):
            needed = measure(text) + (measure(row.guide) if at == 0 else 0)
            widths[at] = max(widths[at], needed)
    grid = Grid(table, heads, rows, tuple(widths))
    return grid if limit is None or grid.width <= limit else _shrunk(grid, ink, limit)


def _shrunk(grid: Grid, ink: Ink, limit: int) -> Grid:
    deepest = max((width(row.guide) for row in grid.rows), default=0)
    widths = _narrowed(grid, limit, _NARROWEST + deepest)
    mark = ink.sign("…")
    heads = tuple(cut(head, room, mark) for head, room in zip(grid.heads, widths, strict=True))
    rows = [_cut_row(row, widths, mark) for row in grid.rows]
    return Grid(grid.table, heads, rows, widths)


def _narrowed(grid: Grid, limit: int, first_floor: int) -> tuple[int, ...]:
    """The widths where the widest columns that may shrink give way first, down to a floor."""

    def at_level(level: int) -> tuple[int, ...]:
        floors = [first_floor, *[_NARROWEST] * (len(grid.widths) - 1)]
        columns = zip(grid.widths, grid.table.columns, floors, strict=True)
        return tuple(
            min(room, max(level, floor)) if column.shrink else room for room, column, floor in columns
        )

    low, high = 0, max(grid.widths)
    available = limit - GAP * (len(grid.widths) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(at_level(middle)) <= available else (low, middle - 1)
    return at_level(low)


def _cut_row(row: GridRow, widths: Sequence[int], mark: Shown) -> GridRow:
    rooms = [widths[0] - width(row.guide), *widths[1:]] if widths else []
    return GridRow(row.source, row.guide, tuple(map(cut, row.texts, rooms, [mark] * len(rooms))))
