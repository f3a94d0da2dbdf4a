"""A matrix: ids down the side, what belongs to them across; numbered columns and a legend where it is too wide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.matrix import Matrix, MatrixCell, Of, Role
from alignplan.graph.nodes import Node
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, percent
from alignplan.records import record

__all__ = ["answer", "document", "listed", "sheet"]

_GAP = 2
_MOST_CELLS = 200_000
_MOST_INDENT = 3
Texts = Mapping[tuple[str, str], str]
_MARKS = {Role.OWNER: "●", Role.ASSIGNED: "○"}


@record
class _Words:
    name: str
    title: str
    legend: str
    empty: str
    figure: str


_WORDS = {
    Of.TACTICS: _Words("objectives-tactics", "Objectives × tactics",
                       "A number is the share of the tactic's links, in percent, that leads to the objective.",
                       "No tactic supports directly", "share"),
    Of.KPIS: _Words("objectives-kpis", "Objectives × KPIs",
                    "A number is the attainment of a KPI of the objective, in percent; – where it is unknown.",
                    "Without a KPI", "attainment"),
    Of.PEOPLE: _Words("tactics-people", "Tactics × people",
                      "● owns the tactic, ○ works on it; a number is the days of effort stated for their steps.",
                      "Nobody is named for", "days"),
}  # fmt: skip


def answer(found: Matrix) -> Mapping[str, object]:
    """`matrix/1`."""
    return {
        "name": _WORDS[found.of].name,
        "rows": [row.id for row in found.rows],
        "columns": [column.id for column in found.columns],
        "cells": [_plain(cell) for cell in found.cells],
    }


def _plain(cell: MatrixCell) -> dict[str, object]:
    plain: dict[str, object] = {"row": cell.row, "column": cell.column, "value": cell.value}
    return plain if cell.role is None else {**plain, "role": cell.role}


def listed(found: Matrix) -> Table:
    """A row for each place where something is: what can be laid beside another plan."""
    words = _WORDS[found.of]
    roles = found.of is Of.PEOPLE
    columns = (
        Column(words.title.lower(), "cell"),
        *((Column("role", "role"),) if roles else ()),
        Column(words.figure, "value", Align.RIGHT),
    )
    return Table(columns, tuple(_placed(cell, roles=roles) for cell in found.cells))


def _placed(cell: MatrixCell, *, roles: bool) -> Row:
    where, value = Cell(f"{cell.row} {cell.column}"), percent(cell.value)
    if not roles:
        return Row((where, value))
    role = "" if cell.role is None else cell.role.value
    days = Cell("" if cell.value is None else value.text.removesuffix(" %"), cell.value)
    return Row((where, Cell(role), days))


def document(found: Matrix, width: int | None) -> tuple[Block, ...]:
    """The matrix in `width` cells (`None`: as wide as it is), with a legend of what the signs mean."""
    words = _WORDS[found.of]
    texts = _texts(found)
    lines = [Cell(words.legend, tone=Tone.MUTED)]
    used = {cell.row for cell in found.cells}
    empty = [row.id for row in found.rows if row.id not in used]
    if empty and found.rows:
        lines.append(Cell(f"{words.empty}: {', '.join(empty)}."))
    ids = [column.id for column in found.columns]
    if len(ids) * len(found.rows) > _MOST_CELLS:
        return (_pairs(found, words.title), Prose(tuple(lines)))
    if width is None or _room(found, ids, texts) <= width:
        return (_grid(found, found.columns, ids, texts, words.title), Prose(tuple(lines)))
    return (*_numbered(found, texts, width, words.title), Prose(tuple(lines)))


def _pairs(found: Matrix, title: str) -> Table:
    """One line for each place where something is: nobody reads a grid of thousands of columns."""
    columns = (Column("row", "row"), Column("column", "column"), Column("value", "value", Align.RIGHT))
    return Table(
        columns,
        tuple(Row((Cell(cell.row), Cell(cell.column), Cell(_text(cell)))) for cell in found.cells),
        title,
    )


def _texts(found: Matrix) -> dict[tuple[str, str], str]:
    return {(cell.row, cell.column): _text(cell) for cell in found.cells}


def _text(cell: MatrixCell) -> str:
    number = percent(cell.value).text.removesuffix(" %")
    if cell.role is None:
        return number
    return _MARKS[cell.role] + (number if cell.value is not None else "")


def _room(found: Matrix, heads: Sequence[str], texts: Texts) -> int:
    """The cells that a line takes."""
    return _side(found) + sum(_GAP + room for room in _rooms(found.columns, heads, texts))


def _side(found: Matrix) -> int:
    return max((len(row.id) + _MOST_INDENT * row.depth for row in found.rows), default=2)


def _rooms(columns: Sequence[Node], heads: Sequence[str], texts: Texts) -> Iterator[int]:
    widest: dict[str, int] = {}
    for (_, column), text in texts.items():
        widest[column] = max(widest.get(column, 0), len(text))
    return (max(len(head), widest.get(column.id, 0)) for column, head in zip(columns, heads, strict=True))


def _grid(
    found: Matrix,
    columns: Sequence[Node],
    heads: Sequence[str],
    texts: Texts,
    title: str,
    *,
    part: bool = False,
) -> Table:
    """The rows under some of the columns; of a `part` only rows with something in them."""
    shown = tuple(Column(head, column.id, Align.RIGHT) for head, column in zip(heads, columns, strict=True))
    rows: list[Row] = []
    for row in found.rows:
        cells = [texts.get((row.id, column.id), "") for column in columns]
        if not part or any(cells):
            rows.append(Row((Cell(row.id, tone=Tone.STRONG), *map(Cell, cells)), 0 if part else row.depth))
    return Table((Column("id", "id"), *shown), tuple(rows), title, tree=not part)


def _numbered(found: Matrix, texts: Texts, width: int, title: str) -> Iterator[Block]:
    """Columns under numbers, in as many tables as it takes, then what the numbers stand for."""
    heads = [str(number) for number in range(1, len(found.columns) + 1)]
    rooms = list(_rooms(found.columns, heads, texts))
    side = _side(found)
    start = 0
    while start < len(heads):
        end, taken = start, side
        while end < len(heads) and (end == start or taken + _GAP + rooms[end] <= width):
            taken += _GAP + rooms[end]
            end += 1
        whole = (start, end) == (0, len(heads))
        span = "" if whole else f", columns {start + 1} to {end} of {len(heads)}"
        yield _grid(found, found.columns[start:end], heads[start:end], texts, title + span, part=not whole)
        start = end
    legend = (Column("no.", "number", Align.RIGHT), Column("id", "id"), Column("title", "title", shrink=True))
    rows = (
        Row((Cell(head), Cell(node.id), Cell(node.title)))
        for head, node in zip(heads, found.columns, strict=True)
    )
    yield Table(legend, tuple(rows))


def sheet(found: Matrix) -> tuple[Block, ...]:
    """The whole grid with exact values; a link whose figure is unknown says so in a word, no link is an empty cell."""
    values = {(cell.row, cell.column): _exact(cell) for cell in found.cells}
    nothing = Cell("", None)
    ids = [column.id for column in found.columns]
    rows = (Row((Cell(row.id), *(values.get((row.id, id), nothing) for id in ids))) for row in found.rows)
    return (Table((Column("id", "id"), *(Column(id, id) for id in ids)), tuple(rows)),)


def _exact(cell: MatrixCell) -> Cell:
    if cell.value is not None:
        return Cell(str(cell.value), cell.value)
    return Cell(cell.role.value if cell.role is not None else UNKNOWN)
