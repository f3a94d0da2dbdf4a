"""Blocks of documents as HTML: tables with captions, lists of facts, paragraphs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from alignplan.output.document import Align, Block, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.output.pages.element import Child, Element, element

__all__ = ["bar", "block_elements", "paragraphs", "scrolled", "shown_cell", "worded"]

_MOST_INDENT = 6
_WHO = frozenset(("owner", "of", "who"))
"""Columns of ids that are read as the titles that belong to them."""
_OURS = frozenset(("message", "help"))
"""Columns of what the program itself says: backticks in them quote."""
_SHORT = 18
"""Cells of so many letters are not broken: days, statuses, names."""


def block_elements(block: Block, names: Mapping[str, str], about: str) -> Iterator[Element]:
    """What a block looks like. `names` are titles by id, `about` says what a table without a title shows."""
    if isinstance(block, Table):
        if block.rows:
            yield _table(block, names, about)
    elif isinstance(block, Facts):
        if block.title:
            yield element("h3", *worded(block.title, names))
        yield element("dl", *_pairs(block, names), class_="facts")
    else:
        yield from _lines(block, names)


def _lines(prose: Prose, names: Container[str]) -> Iterator[Element]:
    for line in prose.lines:
        if line.text:
            yield element("p", *worded(line.text, names), class_=_tone(line.tone))


def paragraphs(text: str, class_: str | None = None) -> Iterator[Element]:
    """A text of several lines as paragraphs: blank lines part them."""
    for part in text.replace("\r\n", "\n").split("\n\n"):
        words = " ".join(part.split())
        if words:
            yield element("p", words, class_=class_)


def _tone(tone: Tone) -> str | None:
    return None if tone is Tone.PLAIN else f"t-{tone.value}"


def worded(text: str, names: Container[str] = ()) -> Sequence[Child]:
    """A sentence; what stands in backticks and is an id of the plan, or a command of ours, is shown as that."""
    parts = text.split("`")
    if len(parts) < 3 or len(parts) % 2 == 0:
        return [text]
    return [_quoted(part, names) if at % 2 else part for at, part in enumerate(parts) if part or at % 2]


def _quoted(text: str, names: Container[str]) -> Child:
    return element("code", text) if text in names or text.startswith("alignplan ") else f"`{text}`"


def _program_text(text: str) -> Sequence[Child]:
    """What the program itself says, with all that it quotes."""
    parts = text.split("`")
    if len(parts) < 3 or len(parts) % 2 == 0:
        return [text]
    return [element("code", part) if at % 2 else part for at, part in enumerate(parts) if part]


# ------------------------------------------------------------ tables


def _table(table: Table, names: Mapping[str, str], about: str) -> Element:
    table = _without_titles(table, names)
    head = element("tr", *(_head(column) for column in table.columns))
    rows = [_row(row, table, names) for row in table.rows]
    caption = element("caption", table.title or about, class_=None if table.title else "unseen")
    whole = element("table", caption, element("thead", head), element("tbody", *rows))
    return scrolled(whole, table.title or about)


def _without_titles(table: Table, names: Mapping[str, str]) -> Table:
    """Without the column of titles where they stand beside the ids already."""
    at = next((at for at, column in enumerate(table.columns) if at and column.key == "title"), None)
    if at is None or not all(row.cells[0].text in names for row in table.rows):
        return table
    rows = tuple(Row((*row.cells[:at], *row.cells[at + 1 :]), row.depth) for row in table.rows)
    return Table((*table.columns[:at], *table.columns[at + 1 :]), rows, table.title, table.tree)


def scrolled(inner: Element, about: str) -> Element:
    """What may be wider than the page: it scrolls by itself, also by the keyboard."""
    return element("div", inner, class_="scroll", tabindex="0", role="group", aria_label=about)


def _head(column: Column) -> Element:
    title = column.title or element("span", column.key.replace("_", " "), class_="unseen")
    return element("th", title, scope="col", class_=_side(column))


def _side(column: Column) -> str | None:
    return {Align.RIGHT: "r", Align.CENTER: "c"}.get(column.align)


def _row(row: Row, table: Table, names: Mapping[str, str]) -> Element:
    cells = []
    for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
        classes = [_side(column), _tone(cell.tone)]
        if at and 0 < len(cell.text) <= _SHORT and column.align is Align.LEFT:
            classes.append("n")
        if at == 0:
            classes.append(f"d{min(row.depth, _MOST_INDENT)}" if table.tree and row.depth else None)
        joined = " ".join(name for name in classes if name) or None
        if at == 0:
            cells.append(element("th", *_named(cell, names), scope="row", class_=joined))
        else:
            cells.append(element("td", *_said(cell, column, names), class_=joined))
    return element("tr", *cells)


def _named(cell: Cell, names: Mapping[str, str]) -> Sequence[Child]:
    """An id as the title that belongs to it, with the id beside it."""
    title = names.get(cell.exact if isinstance(cell.exact, str) else cell.text) or names.get(cell.text)
    if title is None or title == cell.text:
        return shown_cell(cell, names)
    return [title, " ", element("code", cell.text)]


def _said(cell: Cell, column: Column, names: Mapping[str, str]) -> Sequence[Child]:
    if column.key in _WHO and cell.text in names:
        return [names[cell.text]]
    return _program_text(cell.text) if column.key in _OURS else shown_cell(cell, names)


def shown_cell(cell: Cell, names: Container[str] = ()) -> Sequence[Child]:
    """The text of a cell, its lines one below the other."""
    lines = cell.text.split("\n")
    if len(lines) == 1:
        return worded(cell.text, names)
    return [part for line in lines for part in (*worded(line, names), element("br"))][:-1]


def _pairs(facts: Facts, names: Mapping[str, str]) -> Iterator[Element]:
    for name, cell in facts.pairs:
        title = names.get(name)
        said = [title, " ", element("code", name)] if title is not None and title != name else [name]
        yield element(
            "div", element("dt", *said), element("dd", *shown_cell(cell, names), class_=_tone(cell.tone))
        )


# ------------------------------------------------------------ bars


def bar(progress: float | None, planned: float | None) -> Element | None:
    """How much is done, and a mark where it was to be; the words beside it say the same."""
    if progress is None:
        return None
    mark = "" if planned is None else f" p{_whole(planned)}"
    return element("span", class_=f"bar w{_whole(progress)}{mark}")


def _whole(value: float) -> int:
    return round(min(max(value, 0.0), 100.0))
