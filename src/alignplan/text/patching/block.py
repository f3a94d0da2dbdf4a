"""Entries of mappings and lists in block style, one below the other: which lines are theirs, and edits of them."""

from __future__ import annotations

from dataclasses import dataclass

from alignplan.text.patching.changes import Edit
from alignplan.text.patching.lines import (
    after_line,
    before_break,
    blank_above,
    blank_below,
    colon_after,
    column_of,
    comments_above,
    comments_below,
    is_first_on_line,
    line_end,
    line_start,
    newline_of,
)
from alignplan.text.patching.nodes import Entry, Node

__all__ = ["Extent", "delete", "extent", "insert_after", "insert_before", "slot", "whole_lines"]


_NEAR = 10


@dataclass(frozen=True, slots=True)
class Extent:
    """What belongs to an entry: from its own comments (or its head, where that stands behind a dash) to the end of its
    last line, whose line end is not in it. `floor`: nothing before it can be its own.
    """

    start: int
    stop: int
    floor: int
    behind_dash: bool


def extent(text: str, node: Node, index: int) -> Extent:
    """The extent of an entry of `node`."""
    entry = node.entries[index]
    column = column_of(text, entry.head)
    floor = after_line(text, node.entries[index - 1].end) if index else 0
    stop = comments_below(text, entry.end, column)
    if not is_first_on_line(text, entry.head):
        return Extent(entry.head, stop, entry.head, behind_dash=True)
    return Extent(comments_above(text, entry.head, floor, column), stop, floor, behind_dash=False)


def slot(text: str, entry: Entry) -> int:
    """Where the value of an entry could begin: right behind its colon or dash, or behind its anchor."""
    if entry.node.anchor is not None and not entry.node.tagged:
        return entry.node.start + 1 + len(entry.node.anchor)
    if entry.key_end < 0:
        return entry.head + 1
    colon = colon_after(text, entry.key_end)
    return entry.key_end if colon is None else colon + 1


def whole_lines(text: str, start: int, stop: int) -> Edit:
    """Without the lines from the one that begins at `start` to the one that ends at `stop`."""
    end = after_line(text, stop)
    if end == len(text) and not text.endswith("\n") and start:
        # The line above becomes the last one: it has no line end then, as the last one had none.
        return Edit(before_break(text, start), end, "")
    return Edit(start, end, "")


def insert_after(text: str, node: Node, index: int, lines: list[str], *, close: bool = False) -> Edit:
    """New lines below an entry; `close`: not set off from it, and with no empty lines below."""
    place = extent(text, node, index)
    newline = newline_of(text, place.stop)
    start = after_line(text, place.stop)
    below = blank_below(text, start)
    if close and below > start:
        return Edit(below, below, newline.join(lines) + newline)
    gap = 0 if close or node.entries[index].node.keeps else _gap(text, node, index or 1, lines)
    return Edit(place.stop, place.stop, newline * (1 + gap) + newline.join(lines))


def insert_before(text: str, node: Node, index: int, lines: list[str], *, close: bool = False) -> Edit:
    """New lines above an entry and its comments; `close`: not set off from it."""
    place = extent(text, node, index)
    newline = newline_of(text, place.start)
    if place.behind_dash:
        margin = " " * column_of(text, place.start)
        return Edit(place.start, place.start, newline.join([*lines, margin]).lstrip(" "))
    gap = 0 if close else _gap(text, node, index or 1, lines)
    return Edit(place.start, place.start, newline.join(lines) + newline * (1 + gap))


def _gap(text: str, node: Node, index: int, lines: list[str]) -> int:
    """How many blank lines separate a new entry from its neighbour: as many as stand above the entry beside it.

    One line is not set off where any of its siblings stand together.
    """
    if index >= len(node.entries):
        return 0
    near = range(max(index - _NEAR, 1), min(index + _NEAR, len(node.entries)))
    numbers = [index] if len(lines) > 1 else near
    return min([1, *(_blank_lines(text, node, number) for number in numbers)])


def _blank_lines(text: str, node: Node, index: int) -> int:
    place = extent(text, node, index)
    return text.count("\n", blank_above(text, place.start, place.floor), place.start)


def delete(text: str, node: Node, index: int) -> list[Edit]:
    """Without an entry that has siblings: its comments go, too, and the blank lines that set it off."""
    gone = _gone(text, node, index)
    if not index or not node.entries[index - 1].node.tail:
        return [gone]
    # Below a block of text a comment that is deeper would be read as more of the text.
    return [gone, *_moved_out(text, gone.end, column_of(text, node.entries[index].head))]


def _gone(text: str, node: Node, index: int) -> Edit:
    place = extent(text, node, index)
    if place.behind_dash and index + 1 < len(node.entries):
        head = node.entries[index + 1].head
        if text[place.stop : line_start(text, head)].strip():
            return Edit(place.start, place.stop, "")
        return Edit(place.start, head, "")
    above = blank_above(text, place.start, place.floor)
    if index and node.entries[index - 1].node.keeps:
        return whole_lines(text, place.start, blank_below(text, after_line(text, place.stop)) - 1)
    if index + 1 == len(node.entries):
        return whole_lines(text, above, place.stop)
    if index == 0 or above < place.start:
        below = blank_below(text, after_line(text, place.stop))
        return Edit(place.start, below, "")
    return whole_lines(text, place.start, place.stop)


def _moved_out(text: str, start: int, column: int) -> list[Edit]:
    """The comment lines from `start` on that are deeper than `column`, moved to it."""
    edits: list[Edit] = []
    while start < len(text):
        start = blank_below(text, start)
        line = text[start : line_end(text, start)]
        depth = len(line) - len(line.lstrip(" \t"))
        if not line[depth:].startswith("#") or depth <= column:
            break
        edits.append(Edit(start, start + depth - column, ""))
        start = after_line(text, start)
    return edits
