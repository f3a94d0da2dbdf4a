"""Facts and prose as lines of text, for a terminal and for a plain file; and blocks one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.output.document import Align, Cell, Document, Facts, Prose, Table
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen
from alignplan.output.measure import pad, width, wrap

__all__ = ["stack", "title_line"]

_NARROWEST = 20


def stack(document: Document, ink: Ink, tables: Callable[[Table], Iterator[Shown]]) -> Iterator[Shown]:
    """The blocks of a document with a blank line between them; lines of prose are wrapped to the ink's width."""
    for at, block in enumerate(document.blocks):
        if at:
            yield Shown("")
        match block:
            case Table():
                yield from tables(block)
            case Facts():
                yield from _facts(block, ink)
            case Prose():
                yield from _prose(block, ink)


def title_line(title: str, ink: Ink) -> Iterator[Shown]:
    """The line of a title, where there is one."""
    if title:
        yield ink.stroke(ink.show(title), Pen.BOLD)


def _facts(facts: Facts, ink: Ink) -> Iterator[Shown]:
    yield from title_line(facts.title, ink)
    names = [ink.show(name) for name, _ in facts.pairs]
    room = max(map(width, names), default=0)
    for name, (_, cell) in zip(names, facts.pairs, strict=True):
        shown = pad(name, room, Align.LEFT)
        for line in _wrapped(cell, ink, room + 4):
            yield Shown(f"  {ink.stroke(Shown(shown), Pen.DIM)}  {ink.paint(line, cell.tone)}".rstrip(" "))
            shown = " " * room


def _prose(prose: Prose, ink: Ink) -> Iterator[Shown]:
    for cell in prose.lines:
        for line in _wrapped(cell, ink, 0):
            yield ink.paint(line, cell.tone)


def _wrapped(cell: Cell, ink: Ink, indent: int) -> Iterator[Shown]:
    text = ink.show(cell.text)
    # Two blanks in a row are a layout of the view's own (bars, columns): it stays on its line.
    if ink.width is None or width(text) <= ink.width - indent or "  " in text:
        return iter([text])
    return wrap(text, max(ink.width - indent, _NARROWEST))
