"""Several new entries of a mapping in brackets: each on a line of its own where the others are, else wrapped."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.text.compose import WIDTH
from alignplan.text.patching.changes import Edit
from alignplan.text.patching.flow import apart, comma_after, insert, line_by_line, margin_of
from alignplan.text.patching.lines import column_of, is_first_on_line, line_end, line_start, newline_of
from alignplan.text.patching.nodes import Node

__all__ = ["insert_items"]


def insert_items(text: str, node: Node, index: int, items: Sequence[str]) -> list[Edit]:
    """New entries before the one with that number, or behind the last; there is at least one already."""
    newline = newline_of(text, node.entries[index - 1 if index else 0].end)
    first = node.entries[0].head
    if line_by_line(text, node, index) if index else is_first_on_line(text, first):
        beside = node.entries[max(index - 1, 0)].head
        return insert(text, node, index, f",{newline}{margin_of(text, beside)}".join(items))
    row = _Row(text, node, f"{newline}{' ' * _column(text, node, index)}")
    if index == 0:
        return [Edit(first, first, row.before(first, items))]
    end = node.entries[index - 1].end
    comma = comma_after(text, end) if index == len(node.entries) else None
    if comma is not None:
        return [Edit(comma + 1, comma + 1, row.behind(comma + 1, items).removeprefix(",") + ",")]
    return [Edit(end, end, apart(text, end) + row.behind(end, items))]


def _column(text: str, node: Node, index: int) -> int:
    """The column in which lines of the mapping begin."""
    for number in range(max(index - 1, 0), 0, -1):
        if is_first_on_line(text, node.entries[number].head):
            return column_of(text, node.entries[number].head)
    return column_of(text, node.entries[0].head)


class _Row:
    """The lines of a mapping in brackets: no new one is longer than the longest, or than lines are at most."""

    def __init__(self, text: str, node: Node, broken: str) -> None:
        self.text = text
        self.broken = broken
        end = line_end(text, node.end)
        lines = text[line_start(text, node.start) : end].split("\n")
        self.most = max([WIDTH, *(len(line.removesuffix("\r")) for line in lines)])
        self.margin = len(broken.lstrip("\r\n"))

    def behind(self, at: int, items: Sequence[str]) -> str:
        """Items behind what ends at an offset, each behind a comma."""
        column, rest = column_of(self.text, at), line_end(self.text, at) - at
        parts: list[str] = []
        for number, item in enumerate(items):
            width = len(item) + (rest if number + 1 == len(items) else 1)
            breaks = column + 2 + width > self.most >= self.margin + width
            parts.append(f",{self.broken}{item}" if breaks else f", {item}")
            column = (self.margin if breaks else column + 2) + len(item)
        return "".join(parts)

    def before(self, at: int, items: Sequence[str]) -> str:
        """Items before what begins at an offset, each before a comma."""
        column, rest = column_of(self.text, at), line_end(self.text, at) - at
        parts: list[str] = []
        widths = [*(len(item) + 1 for item in items[1:]), rest]
        for item, width in zip(items, widths, strict=True):
            column += len(item) + 2
            breaks = column + width > self.most >= self.margin + width
            parts.append(f"{item},{self.broken}" if breaks else f"{item}, ")
            column = self.margin if breaks else column
        return "".join(parts)
