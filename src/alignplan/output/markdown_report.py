"""A report as Markdown, within the limits of hosts: a comment on GitHub holds 65,536 characters, and most hold more.

All tables come first. Where they are too long together their rows are cut, all to the same number. Then come charts, as
many as there is room for. What is left out is told at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alignplan.output.document import Align, Block, Cell, Column, Document, Facts, Prose, Row, Table, Tone
from alignplan.output.documents.markdown import render
from alignplan.output.escape import markdown
from alignplan.output.ink import Ink
from alignplan.output.readable import UNKNOWN, percent
from alignplan.output.reports.interface import (
    Card,
    Cards,
    Drawing,
    Fold,
    Heading,
    Part,
    Report,
    Section,
    Tile,
    Tiles,
    flat_parts,
)
from alignplan.records import record

__all__ = ["LIMIT", "Written", "written"]

LIMIT = 65_536
"""Bytes of the whole: what a comment on GitHub holds in characters."""
_CUTS = (None, 200, 80, 40, 20, 10, 5, 2)
_FOOT = 700
"""Bytes that are kept for what is told of what is left out."""


@record
class Written:
    """The text, and lines on what it has no room for."""

    text: str
    left_out: tuple[str, ...] = ()


def written(report: Report) -> Written:
    """The report; the same for the same report."""
    head = "\n".join(_head(report))
    texts = _sections(report, LIMIT - _FOOT - _size(head))
    body, dropped = _fitting(
        head, [(section.title, text) for section, (text, _) in zip(report.sections, texts, strict=True)]
    )
    left = [f"{title}: the whole section" for title in dropped]
    cut = sum(number for _, number in texts)
    if cut:
        left.append(f"{cut} rows of long tables")
    charts, missing = _charts(report, LIMIT - _FOOT - _size(body))
    if missing:
        left.append(f"{missing} {'chart' if missing == 1 else 'charts'}")
    foot = f"\nNot here for want of room: {'; '.join(left)}.\n" if left else ""
    told = tuple([f"left out for want of room: {'; '.join(left)}"] if left else [])
    return Written(re.sub(r"\n{3,}", "\n\n", f"{body}{charts}{foot}"), told)


def _sections(report: Report, room: int) -> list[tuple[str, int]]:
    """The sections, with as many rows of tables as fit into so many bytes; how many rows each leaves out."""
    texts: list[tuple[str, int]] = []
    for most in _CUTS:
        texts = [_section(section, most) for section in report.sections]
        if _size(*(text for text, _ in texts)) <= room:
            break
    return texts


def _size(*texts: str) -> int:
    return sum(len(text.encode("utf-8", "replace")) for text in texts)


def _fitting(head: str, texts: Sequence[tuple[str, str]]) -> tuple[str, list[str]]:
    """The head and as many sections as there is room for, and the titles of the others."""
    body, dropped = head, []
    for title, text in texts:
        if _size(body, text) <= LIMIT - _FOOT:
            body += text
        else:
            dropped.append(title)
    return body, dropped


def _head(report: Report) -> Iterator[str]:
    yield f"# {markdown(report.title)}"
    yield ""
    if report.organization:
        yield f"**{markdown(report.organization)}**"
        yield ""
    if report.subtitle:
        yield f"{markdown(report.subtitle)}"
        yield ""
    origin = f" {report.origin}." if report.origin else ""
    yield f"As of {report.day}.{markdown(origin)}"
    yield ""


# ------------------------------------------------------------ sections


def _section(section: Section, most: int | None) -> tuple[str, int]:
    """The text of a section without its charts, its tables cut to so many rows; and how many rows that leaves out."""
    lines = [f"\n## {markdown(section.title)}", ""]
    if section.lead:
        lines += [_lead(section.lead), ""]
    cut, found = 0, False
    for part in flat_parts(section):
        made, left = _part(part, most)
        cut += left
        found = found or bool(made)
        lines += made
    if not found:
        return "", cut
    return "\n".join(lines) + "\n", cut


def _lead(text: str) -> str:
    """A sentence of ours: what it quotes is code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return markdown(text)
    return "".join(f"`{part}`" if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(text: str) -> str:
    """Inline text with the blanks at its ends."""
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{before}{markdown(text)}{after}" if text.strip(" ") else text


def _part(part: Part, most: int | None) -> tuple[list[str], int]:
    if isinstance(part, Drawing):
        return [], 0
    if isinstance(part, Fold):
        return [f"### {markdown(part.title)}", ""], 0
    if isinstance(part, Heading):
        return [f"{'#' * min(3 + part.depth, 6)} {markdown(part.text)}", ""], 0
    if isinstance(part, Tiles):
        return _block(Facts(tuple(map(_tile, part.tiles)))), 0
    block, left = _cut(_tree(part.cards) if isinstance(part, Cards) else part, most)
    more = ["", f"… and {left} more."] if left else []
    return [*_block(block), *more, ""] if not isinstance(block, Table) or block.rows else [], left


def _tile(tile: Tile) -> tuple[str, Cell]:
    note = f" ({tile.note})" if tile.note else ""
    return tile.label, Cell(f"{tile.value.text}{note}")


def _block(block: Block) -> list[str]:
    lines = [_tight(line) for line in render(Document((block,)), Ink())]
    return [*lines, ""]


_RULE = re.compile(r"\|[-:| ]+\|\Z")


def _tight(line: str) -> str:
    """A row of a table without the blanks that only pad it: there is no run of blanks in a cell."""
    if not line.startswith("|"):
        return line
    if _RULE.match(line):
        return re.sub("-+", "---", line)
    return re.sub(r" +(?= \|)|(?<=\| ) +", "", line)


def _cut(block: Block, most: int | None) -> tuple[Block, int]:
    """A table with so many rows at most, a list with so many entries."""
    if isinstance(block, Prose) or most is None:
        return block, 0
    if isinstance(block, Facts):
        return Facts(block.pairs[:most], block.title), max(len(block.pairs) - most, 0)
    return Table(block.columns, block.rows[:most], block.title, block.tree), max(len(block.rows) - most, 0)


_COLUMNS = (
    Column("item", "title"),
    Column("id", "id"),
    Column("health", "health"),
    Column("done", "progress", Align.RIGHT),
    Column("planned", "planned", Align.RIGHT),
    Column("due", "due"),
    Column("owner", "owner"),
)


def _tree(cards: Sequence[Card]) -> Table:
    return Table(_COLUMNS, tuple(Row(tuple(_cells(card)), card.depth) for card in cards), tree=True)


def _cells(card: Card) -> Iterator[Cell]:
    yield Cell(card.title, tone=Tone.STRONG if card.kind != "tactic" else Tone.PLAIN)
    yield Cell(card.id)
    yield Cell(card.health.text)
    yield percent(card.progress)
    yield percent(card.planned)
    yield Cell(card.due or UNKNOWN)
    yield Cell(card.owner or UNKNOWN)


# ------------------------------------------------------------ charts


def _charts(report: Report, room: int) -> tuple[str, int]:
    """As many charts as there is room for, and how many there is none for."""
    text, missing = "", 0
    for section in report.sections:
        for part in flat_parts(section):
            if not isinstance(part, Drawing) or part.charts is None:
                continue
            for chart in part.charts()[0]:
                head = "" if text else "\n## Charts\n"
                more = f"{head}\n### {markdown(chart.title)}\n\n```mermaid\n{chart.text}```\n"
                if _size(text, more) <= room:
                    text += more
                else:
                    missing += 1
    return text, missing
