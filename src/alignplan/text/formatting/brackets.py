"""Mappings and lists in brackets: the spaces in a line, and where their further lines begin."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.text.formatting.gaps import beside
from alignplan.text.formatting.scalars import further_lines
from alignplan.text.formatting.shape import STEP
from alignplan.text.formatting.tokens import Token
from alignplan.text.patching import Edit
from alignplan.text.patching.flow import comma_after
from alignplan.text.patching.lines import colon_after, line_start
from alignplan.text.patching.outline import Entry, Kind, Node

__all__ = ["aligned", "spaced"]


def spaced(text: str, node: Node) -> Iterator[Edit]:
    """One space behind each comma and colon, none inside the brackets. As deep as the reader lets it be."""
    if any(entry.head != entry.key_start and entry.key_end >= 0 for entry in node.entries):
        return  # a key that is written with `?`
    at = node.content(text) if node.bare else node.content(text) + 1
    if not text[at : node.end - 1].strip():
        yield Edit(at, node.end - 1, "")
        return
    comma, close = None, ""
    for entry in node.entries:
        if not node.bare:
            yield from _gap(text, at, entry.head, " " if entry.number else "")
        yield from _entry(text, entry)
        comma = comma_after(text, entry.end)
        # A colon with nothing behind it is one only before a space.
        close = " " if text[entry.end - 1] == ":" and entry.node.is_blank else ""
        if comma is not None and not node.bare:
            yield from _gap(text, entry.end, comma, close)
        at = entry.end if comma is None else comma + 1
    if not node.bare:
        yield from _gap(text, at, node.end - 1, close if comma is None else "")


def _entry(text: str, entry: Entry) -> Iterator[Edit]:
    node = entry.node
    colon = colon_after(text, entry.key_end) if entry.key_end >= 0 else None
    if colon is not None:
        alias = text[entry.key_start] == "*"
        yield from _gap(text, entry.key_end, colon, " " if alias else "")
        if not node.is_blank or node.anchor is not None:
            yield from _gap(text, colon + 1, node.start, " ")
    if node.anchor is not None and node.kind is not Kind.ALIAS and not node.is_blank:
        yield from _gap(text, node.start + 1 + len(node.anchor), node.content(text), " ")
    if node.is_container:
        yield from spaced(text, node)


def _gap(text: str, start: int, end: int, new: str) -> Iterator[Edit]:
    """What stands between two signs: `new` on one line; else comments, and no two blank lines in a row."""
    written = text[start:end]
    if written == new:
        return
    first, *others = written.split("\n")
    if not others:
        yield Edit(start, end, new)
        return
    last = others.pop()
    kept: list[str] = []
    for line in (line.rstrip(" \t") for line in others):
        if line or (kept and kept[-1]):
            kept.append(line)
    if kept and not kept[-1] and text[end] in "]}":
        kept.pop()
    yield Edit(start, end, "\n".join([beside(first), *kept, last]))


# ------------------------------------------------------------ several lines


def aligned(text: str, row: list[Token]) -> list[Edit]:
    """The edits that put the further lines of what stands in brackets below its first entry, or one step in.

    One step in is where nothing stands behind the opening bracket on its line.
    """
    edits: list[Edit] = []
    for token in row:
        node = token.node
        if token.part.value == "value" and node.is_container and "\n" in text[node.start : node.end]:
            edits += _Lines(text, token).edits()
    return sorted(edit for edit in edits if text[edit.start : edit.end] != edit.new)


class _Lines:
    """The lines of one value in brackets, from the first to the last: each may move those that hang on it."""

    def __init__(self, text: str, token: Token) -> None:
        self._text = text
        self._token = token
        self._moved: dict[int, int] = {}
        """By how many columns a line has moved, by where it begins."""
        self._found: list[Edit] = []

    def edits(self) -> list[Edit]:
        """The edits of the indentation of all lines below the first."""
        token = self._token
        column = STEP * (token.depth - 1) if token.depth else 0
        self._collection(token.node, column)
        return self._found

    def _collection(self, node: Node, outer: int) -> None:
        """`outer` is the column of the line in which it is opened. As deep as the reader lets it be."""
        text = self._text
        opened = node.content(text)
        inner = self._new_column(opened) + 1
        if node.bare:
            inner = outer
        elif self._breaks(opened + 1):
            inner = outer + STEP
        at = opened + (not node.bare)
        for entry in node.entries:
            self._lines(at, entry.head, inner)
            self._entry(entry, inner)
            at = entry.end
        if not node.bare:
            closing = node.end - 1
            self._lines(at, closing, inner, last=outer if self._breaks(opened + 1) else inner)

    def _entry(self, entry: Entry, column: int) -> None:
        node = entry.node
        if entry.key_end >= 0:
            self._lines(entry.key_end, node.start, column + STEP)
        if node.is_container:
            self._lines(node.start, node.content(self._text), column + STEP)
            self._collection(node, column if self._is_first(entry) else self._line_column(node))
        elif node.kind is Kind.SCALAR and not node.is_blank:
            self._found += further_lines(self._text, node, column + STEP)

    def _breaks(self, at: int) -> bool:
        """Whether nothing but a comment stands behind an offset on its line."""
        rest = self._text[at : self._line_end(at)].strip(" \t")
        return self._line_end(at) < len(self._text) and (not rest or rest.startswith("#"))

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _is_first(self, entry: Entry) -> bool:
        return not self._text[line_start(self._text, entry.head) : entry.head].strip(" ")

    def _line_column(self, node: Node) -> int:
        """The column at which the line of a node begins."""
        start = line_start(self._text, node.content(self._text))
        line = self._text[start : node.content(self._text)]
        return len(line) - len(line.lstrip(" ")) + self._moved.get(start, 0)

    def _new_column(self, at: int) -> int:
        start = line_start(self._text, at)
        return at - start + self._moved.get(start, 0)

    def _lines(self, start: int, end: int, column: int, last: int | None = None) -> None:
        """The lines that begin between two signs: comments, commas, and what the second sign begins."""
        break_ = self._text.find("\n", start, end)
        while break_ >= 0:
            begin = break_ + 1
            break_ = self._text.find("\n", begin, end)
            stop = end if break_ < 0 else break_
            line = self._text[begin:stop]
            said = line.lstrip(" \t")
            new = column if last is None or break_ >= 0 or said else last
            if break_ >= 0 and not said.strip():
                new = 0
            self._found.append(Edit(begin, begin + len(line) - len(said), " " * new))
            self._moved[begin] = new - (len(line) - len(said))
