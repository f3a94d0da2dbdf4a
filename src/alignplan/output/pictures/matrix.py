"""A matrix: rows across columns whose names stand upright, and a figure where they meet, the darker the more."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, stroke, text
from alignplan.output.pictures.lettering import cut, line_of, room_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.records import record

__all__ = ["Crossing", "Head", "Matrix", "matrix"]


@record
class Head:
    """A row or a column; rows may be deeper than others."""

    id: str
    title: str
    depth: int = 0


@record
class Crossing:
    """Where a row and a column meet: its text, and how much it is, from 0 to 1 (none: unknown)."""

    row: str
    column: str
    text: str
    amount: float | None


@record
class Matrix:
    """Rows, columns and what is where they meet; `legend` says what the figures mean."""

    name: str
    legend: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    crossings: tuple[Crossing, ...]
    missing: tuple[str, ...] = ()


_CELL, _ROW, _SIDE, _UPRIGHT = 30, 24, 320, 240


def matrix(found: Matrix) -> Picture:
    """The picture of a matrix."""
    titles = [line_of(head.title) for head in found.columns]
    head = min(ceil(max((room_of(title, 12) for title in titles), default=0)), _UPRIGHT) + 12
    wide, high = _SIDE + _CELL * len(found.columns), head + _ROW * len(found.rows)
    shapes = [*_lines(found, head, wide, high), *_names(found, head), *_cells(found, head)]
    lines = [found.legend, *found.missing]
    wide = max(wide, 560)
    below = [
        text(0, high + 24 + 18 * at, line, Letters(11, colour=Colour.MUTED), room=wide)
        for at, line in enumerate(lines)
    ]
    return framed(
        line_of(found.name),
        f"{len(found.rows)} rows, {len(found.columns)} columns, {len(found.crossings)} places where they meet",
        wide,
        high + 14 + 18 * len(lines),
        *shapes,
        *below,
        missing=found.missing,
    )


def _lines(found: Matrix, head: float, wide: float, high: float) -> Iterator[Element]:
    for at in range(len(found.rows) + 1):
        yield stroke(0, head + _ROW * at, wide, head + _ROW * at, Colour.TRACK)
    for at in range(len(found.columns) + 1):
        x = _SIDE + _CELL * at
        yield stroke(x, head, x, high, Colour.TRACK)


def _names(found: Matrix, head: float) -> Iterator[Element]:
    for at, row in enumerate(found.rows):
        indent = 14 * min(row.depth, 8)
        letters = Letters(12, bold=not row.depth)
        yield group(
            text(indent, head + _ROW * at + 16, row.title, letters, room=_SIDE - indent - 10),
            title=f"{row.title} · {row.id}",
        )
    for at, column in enumerate(found.columns):
        x = _SIDE + _CELL * at + _CELL / 2 + 4
        shown = cut(line_of(column.title), head - 12, 12)
        yield group(text(x, head - 6, shown, Letters(12), turned=-90), title=f"{column.title} · {column.id}")


def _cells(found: Matrix, head: float) -> Iterator[Element]:
    rows = {row.id: at for at, row in enumerate(found.rows)}
    columns = {column.id: at for at, column in enumerate(found.columns)}
    for one in found.crossings:
        if one.row not in rows or one.column not in columns:
            continue
        x, y = _SIDE + _CELL * columns[one.column], head + _ROW * rows[one.row]
        amount = one.amount or 0
        fill = (
            Colour.ACCENT if amount >= 0.5 else Colour.ACCENT_TINT if one.amount is not None else Colour.TRACK
        )
        ink = Colour.GROUND if amount >= 0.5 else Colour.INK
        yield box(
            x + 1, y + 1, _CELL - 2, _ROW - 2, fill, round_=3, title=f"{one.row} · {one.column}: {one.text}"
        )
        letters = Letters(11, colour=ink, anchor=Anchor.MIDDLE)
        yield text(x + _CELL / 2, y + 16, one.text, letters)
