"""A table as it is written: where each row and cell stands, and what separates the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Cell", "NoTable", "Row", "Table", "delimiter_of", "rows_of", "table"]

_DELIMITERS = ",;\t"


class NoTable(ValueError):
    """A text that is no table: why, and the line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says, and where it is written, from `start` to `end` (exclusive), its quotes included."""

    start: int
    end: int
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first line, where it begins and ends (without its line end), and its cells; an empty line has none."""

    line: int
    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.text.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row names the columns."""

    text: str
    delimiter: str
    rows: tuple[Row, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns, in lower case."""
        return [_name(cell.text) for cell in self.rows[0].cells] if self.rows else []

    def column(self, name: str) -> int | None:
        """The number of the first column of that name."""
        return self.names.index(name) if name in self.names else None

    def cell(self, row: Row, column: int | None) -> str:
        """What a row says in a column, without blanks around it; nothing where it has none."""
        return row.cells[column].text.strip() if column is not None and column < len(row.cells) else ""


def delimiter_of(text: str, *names: str) -> str:
    """What separates the cells of a table: the first of comma, semicolon and tab by which its first row has `names`.

    A comma where none does.
    """
    for delimiter in _DELIMITERS:
        try:
            header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        if {_name(cell) for cell in header}.issuperset(names):
            return delimiter
    return _DELIMITERS[0]


def table(text: str, *names: str) -> Table:
    """The table of a text whose first row has the columns `names`. Raises :class:`NoTable`."""
    delimiter = delimiter_of(text, *names)
    made = Table(text, delimiter, rows_of(text, delimiter))
    missing = [name for name in names if name not in made.names]
    if missing:
        raise NoTable(f"the first row does not name {_listed(missing)}", 1)
    return made


def rows_of(text: str, delimiter: str) -> tuple[Row, ...]:
    """The rows of a table whose cells are separated so. Raises :class:`NoTable`."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        read = [tuple(cells) for cells in rows]
    except csv.Error as error:
        raise NoTable(f"not CSV: {error}", rows.line_num) from None
    found = tuple(_rows(text, delimiter))
    if [tuple(cell.text for cell in row.cells) for row in found] != read:
        raise NoTable("its cells cannot be told apart", 1)
    return found


def _name(cell: str) -> str:
    return cell.strip().lower()


def _listed(names: Iterable[str]) -> str:
    *others, last = (f"`{name}`" for name in names)
    return f"the columns {', '.join(others)} and {last}" if others else f"the column {last}"


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Row by row. What is no CSV is cut in some way: the reader of the standard library has the last word."""
    cell = re.compile(rf'"((?:[^"]|"")*)"(?=[{delimiter}\r\n]|\Z)|[^{delimiter}\r\n]*')
    at, line = 0, 1
    while at < len(text):
        start, first, cells = at, line, list[Cell]()
        while True:
            match = cell.match(text, at)
            assert match is not None
            inside: str | None = match[1]
            said = match[0] if inside is None else inside.replace('""', '"')
            cells.append(Cell(at, match.end(), said, inside is not None))
            line += match[0].count("\n")
            at = match.end()
            if text[at : at + 1] != delimiter:
                break
            at += 1
        yield Row(first, start, at, () if at == start else tuple(cells))
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
