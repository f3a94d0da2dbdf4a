"""Entries as pieces of a text that can change places: which comments go with each, and between which it must stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignplan.text.formatting.tokens import scalars
from alignplan.text.patching.lines import (
    after_line,
    column_of,
    comments_above,
    is_first_on_line,
    line_end,
    line_start,
)
from alignplan.text.patching.outline import Entry, Node

__all__ = ["Chunk", "chunks_in_brackets", "parts_in_lines"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """An entry with its own comments, without the line end behind it.

    `margin` are the spaces with which its first line begins; `inline`: it stands behind something else on its line;
    `headed`: it begins with a comment.
    """

    key: str | int
    start: int
    end: int
    margin: str = ""
    inline: bool = False
    headed: bool = False


def parts_in_lines(text: str, node: Node) -> list[list[Chunk]]:
    """The entries of a mapping in block style, cut up where a comment stands alone: none goes past that.

    Such a comment heads what follows, or ends what stands above it: nobody can tell. The entry directly above one may
    be what it speaks of, and stays there; so does the first of a file with a comment directly above.
    """
    parts: list[list[Chunk]] = [[]]
    for number, entry in enumerate(node.entries):
        chunk = _chunk(text, node, number)
        limit = _limit(text, node, number)
        alone, close = _comment_alone(text, chunk, column_of(text, entry.head), limit)
        heads_file = chunk.headed and not text[: chunk.start].strip()
        if close or heads_file or entry.node.keeps:
            parts += [[chunk], []]
        elif alone:
            parts[-1].append(chunk)
            parts.append([])
        else:
            parts[-1].append(chunk)
    return [part for part in parts if len(part) > 1]


def _chunk(text: str, node: Node, number: int) -> Chunk:
    entry = node.entries[number]
    column = column_of(text, entry.head)
    end = _own_end(text, entry, column, _limit(text, node, number))
    if not is_first_on_line(text, entry.head):
        return Chunk(entry.key, entry.head, end, inline=True)
    start = _start(text, node, number)
    return Chunk(entry.key, start, end, " " * column, headed=start < line_start(text, entry.head))


def _start(text: str, node: Node, number: int) -> int:
    entry = node.entries[number]
    floor = after_line(text, node.entries[number - 1].end) if number else 0
    return comments_above(text, entry.head, floor, column_of(text, entry.head))


def _limit(text: str, node: Node, number: int) -> int:
    """Where the next entry begins, with its comments."""
    return _start(text, node, number + 1) if number + 1 < len(node.entries) else len(text)


def _lines(text: str, at: int, limit: int) -> Iterator[tuple[int, str]]:
    """The lines below that of an offset, each with where it begins, up to the first that is no comment."""
    start = after_line(text, at)
    while start < limit:
        line = text[start : line_end(text, start)]
        if line.strip() and not line.lstrip().startswith("#"):
            return
        yield start, line
        start = after_line(text, start)


def _own_end(text: str, entry: Entry, column: int, limit: int) -> int:
    """The end of the last line of an entry: of its value, or of a comment below that is further in."""
    end = line_end(text, entry.end)
    for start, line in _lines(text, entry.end, limit):
        if line.strip():
            if len(line) - len(line.lstrip()) <= column:
                break
            end = start + len(line)
    return end


def _comment_alone(text: str, chunk: Chunk, column: int, limit: int) -> tuple[bool, bool]:
    """Whether a comment stands alone below an entry, among its siblings; and whether it stands directly below."""
    close = True
    for _, line in _lines(text, chunk.end, limit):
        if line.strip():
            alone = len(line) - len(line.lstrip()) >= column
            return alone, alone and close
        close = False
    return False, False


def chunks_in_brackets(text: str, node: Node) -> list[list[Chunk]]:
    """The entries of a mapping in brackets; none where comments stand beside them, or a key without a value."""
    plain = all(entry.key_start == entry.head and not entry.node.is_blank for entry in node.entries)
    if node.bare or not plain or _has_comments(text, node):
        return []
    return [[Chunk(entry.key, entry.head, entry.end, inline=True) for entry in node.entries]]


def _has_comments(text: str, node: Node) -> bool:
    """Whether a comment stands between brackets, or behind the last one where they are on several lines."""
    if "\n" not in text[node.start : node.end]:
        return False
    at = node.start
    for start, end in scalars(text, node):
        if "#" in text[at:start]:
            return True
        at = end
    return "#" in text[at : line_end(text, node.end)]
