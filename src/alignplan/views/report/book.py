"""The workbook: the head of the report and its figures on a first sheet, then the sheets of each answer."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.document import Cell
from alignplan.output.reports.interface import Section, Tile, Tiles
from alignplan.output.workbooks.sheet import Share, Sheet, State, Value
from alignplan.views.report.interface import Seen
from alignplan.views.report.page import headline
from alignplan.views.report.sheets.interface import sheets

__all__ = ["all_sheets"]


def all_sheets(seen: Seen, *, origin: str, root: str) -> list[Sheet]:
    """The sheets in order. `origin` says where the plan comes from, `root` is its root file."""
    rows = [*_head(seen, origin, root), *map(_row, _tiles(headline.section(seen)))]
    return [Sheet("Summary", ("figure", "value", "note"), tuple(rows)), *sheets(seen)]


def _head(seen: Seen, origin: str, root: str) -> Iterator[tuple[Value, ...]]:
    model = seen.plan.graph.plan.model
    yield "plan", model.title, None
    yield "organization", model.organization, None
    yield "vision", model.vision, None
    yield "as of", seen.plan.today, None
    yield "root file", root, None
    yield "from", origin or None, None


def _tiles(section: Section | None) -> Iterator[Tile]:
    for part in () if section is None else section.parts:
        if isinstance(part, Tiles):
            yield from part.tiles


def _row(tile: Tile) -> tuple[Value, ...]:
    return tile.label, _value(tile.value), tile.note or None


def _value(cell: Cell) -> Value:
    """A figure by its type where the text says no more than it does."""
    exact = cell.exact
    if isinstance(exact, (int, float)) and not isinstance(exact, bool):
        if cell.text.endswith("%"):
            return Share(exact)
        if cell.text.replace(",", "").isdigit():
            return exact
    return State(cell.text, cell.tone) if cell.text else None
