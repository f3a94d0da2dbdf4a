"""Changes of a table: other texts for cells, and new rows written as those beside them are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignplan.text.patching.changes import Edit
from alignplan.text.patching.pieces import apply
from alignplan.text.tables.reading import Cell, NoTable, Row, Table, rows_of

__all__ = ["NewRow", "NewText", "Revision", "revised"]


@dataclass(frozen=True, slots=True)
class NewText:
    """Another text for the cell in a row (by its number, the first names the columns) and a column."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class NewRow:
    """A new row below the one with the number `after`; its cells by their columns, the others are empty."""

    after: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Revision:
    """The edits that change a table, and the lines on which the new texts and the new rows then stand."""

    edits: tuple[Edit, ...]
    text_lines: tuple[int, ...]
    row_lines: tuple[int, ...]


def revised(old: Table, texts: Sequence[NewText], rows: Sequence[NewRow]) -> Revision:
    """The edits that do it; new rows below the same one stay in their order. A text has no line breaks.

    Raises :class:`NoTable` where the new text would not read as exactly the old table with the changes made.
    """
    edits = sorted(_edit(old, new) for new in texts)
    below: dict[int, list[NewRow]] = {}
    for row in rows:
        below.setdefault(row.after, []).append(row)
    for after, some in below.items():
        above = old.rows[after]
        newline = _newline(old.text, above.end)
        edits.append(Edit(above.end, above.end, "".join(f"{newline}{_line(old, one)}" for one in some)))
    edits.sort(
        key=lambda edit: (edit.start, edit.end)
    )  # what a row gets at its end stays before the rows below
    _prove(old, texts, below, apply(old.text, edits))
    return Revision(_joined(edits), *_lines(old, texts, rows))


def _joined(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The same, where one ends at the next as one: their order is not lost then."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].end == edit.start:
            last = joined[-1]
            joined[-1] = Edit(last.start, edit.end, last.new + edit.new)
        else:
            joined.append(edit)
    return tuple(joined)


def _edit(old: Table, new: NewText) -> Edit:
    row = old.rows[new.row]
    missing = new.column + 1 - len(row.cells)
    if missing > 0:
        return Edit(row.end, row.end, old.delimiter * missing + _written(old, new.text, None))
    cell = row.cells[new.column]
    margin = len(cell.text) - len(cell.text.lstrip()) if not cell.quoted and cell.text.strip() else 0
    return Edit(cell.start + margin, cell.end, _written(old, new.text, cell, margin=False))


def _line(old: Table, new: NewRow) -> str:
    beside = _beside(old, new.after)
    cells = beside.cells if beside is not None else ()
    width = max([len(cells) or len(old.rows[0].cells), *(column + 1 for column in new.cells)])
    return old.delimiter.join(
        _written(old, new.cells.get(column, ""), cells[column] if column < len(cells) else None)
        for column in range(width)
    )


def _beside(old: Table, after: int) -> Row | None:
    """The row whose style a new one has: the one above, or the first below the names of the columns."""
    near = [number for number in (after, after + 1) if 0 < number < len(old.rows)]
    return next((old.rows[number] for number in near if not old.rows[number].is_empty), None)


def _written(old: Table, text: str, like: Cell | None, *, margin: bool = True) -> str:
    """A text as it is written in a cell, like another: in quotes, or behind blanks."""
    for_style = like is not None and like.quoted and not _needs_quotes(old, like.text)
    if for_style or _needs_quotes(old, text):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    if like is None or not margin or not text:
        return text
    return like.text[: len(like.text) - len(like.text.lstrip())] + text


def _needs_quotes(old: Table, text: str) -> bool:
    return text != text.strip() or any(sign in text for sign in f'"\r\n{old.delimiter}')


def _newline(text: str, at: int) -> str:
    """How the line ends that ends at an offset; in the last one, as the first does."""
    end = text.find("\n", at)
    if end < 0:
        end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _prove(old: Table, texts: Sequence[NewText], below: Mapping[int, list[NewRow]], text: str) -> None:
    """Raises :class:`NoTable` where the new text reads as something else than what was intended."""
    wanted: list[list[str]] = []
    changed: dict[int, list[NewText]] = {}
    for new in texts:
        changed.setdefault(new.row, []).append(new)
    for number, row in enumerate(old.rows):
        said = [cell.text.strip() for cell in row.cells]
        for new in changed.get(number, ()):
            said += [""] * (new.column + 1 - len(said))
            said[new.column] = new.text.strip()
        wanted.append(said)
        for one in below.get(number, ()):
            width = max(one.cells) + 1
            wanted.append([one.cells.get(column, "").strip() for column in range(width)])
    found = [[cell.text.strip() for cell in row.cells] for row in rows_of(text, old.delimiter)]
    if [_short(row) for row in found] != [_short(row) for row in wanted]:
        raise NoTable("the change would not read as intended", 1)


def _short(cells: list[str]) -> list[str]:
    """Cells without empty ones at the end."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _lines(
    old: Table, texts: Sequence[NewText], rows: Sequence[NewRow]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines of the new texts and rows in the new text: each new row has one."""
    shift: dict[int, int] = {}
    for row in rows:
        shift[row.after] = shift.get(row.after, 0) + 1
    above: list[int] = []
    moved = 0
    for number in range(len(old.rows)):
        above.append(moved)
        moved += shift.get(number, 0)
    seen: dict[int, int] = {}
    row_lines: list[int] = []
    for row in rows:
        seen[row.after] = seen.get(row.after, 0) + 1
        last = old.rows[row.after]
        end = last.line + old.text.count("\n", last.start, last.end)
        row_lines.append(end + above[row.after] + seen[row.after])
    return tuple(old.rows[new.row].line + above[new.row] for new in texts), tuple(row_lines)
