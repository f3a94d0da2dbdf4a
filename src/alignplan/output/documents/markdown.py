"""`markdown`: for pull requests, wikis and job summaries. Columns are padded, so that it reads well as text too."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.document import Align, Block, Cell, Column, Document, Facts, Prose, Row, Table, Tone
from alignplan.output.escape import Marked, markdown
from alignplan.output.ink import Ink
from alignplan.output.measure import pad, width

__all__ = ["render"]

_DEEPEST_INDENT = 12


def render(document: Document, ink: Ink) -> Iterator[Marked]:
    """The lines of `document`."""
    for at, block in enumerate(document.blocks):
        if at:
            yield Marked("")
        yield from _block(block, ink)


def _block(block: Block, ink: Ink) -> Iterator[Marked]:
    if isinstance(block, Prose):
        yield from _paragraphs(block, ink)
        return
    if block.title:
        yield Marked(f"**{_text(block.title, ink)}**")
        yield Marked("")
    yield from _table(block, ink) if isinstance(block, Table) else _list(block, ink)


def _paragraphs(prose: Prose, ink: Ink) -> Iterator[Marked]:
    for at, cell in enumerate(prose.lines):
        if at:
            yield Marked("")
        yield _toned(cell, ink)


def _list(facts: Facts, ink: Ink) -> Iterator[Marked]:
    for name, cell in facts.pairs:
        yield Marked(f"- **{_text(name, ink)}**: {_toned(cell, ink)}".rstrip(" "))


def _table(table: Table, ink: Ink) -> Iterator[Marked]:
    heads = [_text(column.title, ink) for column in table.columns]
    rows = [[_in_tree(row, at, table, ink) for at in range(len(heads))] for row in table.rows]
    widths = [max(3, width(head), *(width(row[at]) for row in rows)) for at, head in enumerate(heads)]
    yield _line(heads, table, widths)
    yield Marked(f"| {' | '.join(map(_dashes, table.columns, widths))} |")
    for row in rows:
        yield _line(row, table, widths)


def _line(cells: list[Marked], table: Table, widths: list[int]) -> Marked:
    columns = zip(cells, table.columns, widths, strict=True)
    return Marked(f"| {' | '.join(pad(cell, room, column.align) for cell, column, room in columns)} |")


def _in_tree(row: Row, at: int, table: Table, ink: Ink) -> Marked:
    # Blanks at the edge of a cell are dropped by renderers; entities stay.
    indent = "&emsp;" * min(row.depth, _DEEPEST_INDENT) if table.tree and at == 0 else ""
    return Marked(indent + _toned(row.cells[at], ink))


def _toned(cell: Cell, ink: Ink) -> Marked:
    text = _text(cell.text, ink)
    return Marked(f"**{text}**") if cell.tone is Tone.STRONG and text else text


def _text(text: str, ink: Ink) -> Marked:
    return markdown(ink.sign(text))


def _dashes(column: Column, room: int) -> str:
    left = ":" if column.align is Align.CENTER else "-"
    right = "-" if column.align is Align.LEFT else ":"
    return left + "-" * (room - 2) + right
