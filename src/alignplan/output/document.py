"""A document: what a view wants to show, without a word about how it is printed.

Every text may come from a plan; renderers treat it as data (no markup, no control characters, no formulas).
"""

from __future__ import annotations

from enum import StrEnum

from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["Align", "Block", "Cell", "Column", "Document", "Facts", "Prose", "Row", "Table", "Tone"]

Exact = str | int | float | bool | None
"""The exact value behind a cell, as CSV, TSV and JSON carry it. `None` is unknown: an empty cell there."""


class Align(StrEnum):
    """How the cells of a column are aligned."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@record
class Cell:
    """A text to read and the exact value behind it (left out: the text itself)."""

    text: str
    value: Exact | type[str] = str
    tone: Tone = Tone.PLAIN

    @property
    def exact(self) -> Exact:
        """The value for machines."""
        return self.text if isinstance(self.value, type) else self.value


@record
class Column:
    """A column: `title` for people, `key` for machines (CSV and TSV headers).

    `shrink`: this column (a title) may be cut on a narrow terminal; ids and figures never are.
    """

    title: str
    key: str
    align: Align = Align.LEFT
    shrink: bool = False


@record
class Row:
    """A row; in a tree `depth` (0 at the top) says where it hangs: below the last row of smaller depth."""

    cells: tuple[Cell, ...]
    depth: int = 0


@record
class Table:
    """Rows under columns. As a `tree` the first column is indented by depth with guides (text inks only)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    tree: bool = False


@record
class Facts:
    """Names and values about one thing."""

    pairs: tuple[tuple[str, Cell], ...]
    title: str = ""


@record
class Prose:
    """Lines of text, each with one tone."""

    lines: tuple[Cell, ...]


Block = Table | Facts | Prose


@record
class Document:
    """Blocks from top to bottom. CSV and TSV print the first table alone."""

    blocks: tuple[Block, ...]
