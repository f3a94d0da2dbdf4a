"""Texts of several lines: their lines move with the entry that they belong to, and say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alignplan.text.formatting.shape import STEP
from alignplan.text.formatting.tokens import Token
from alignplan.text.patching import Edit
from alignplan.text.patching.lines import column_of
from alignplan.text.patching.outline import Node

__all__ = ["further_lines", "reindented"]

_HEADER = re.compile(r"[|>][-+]?([1-9]?)[-+]?[^\n]*\n")
_MARGIN = re.compile(r"( *)[^ \n]")


def reindented(text: str, token: Token) -> Iterator[Edit]:
    """The edits that move the lines of a text below its first one."""
    if token.node.style in ("|", ">"):
        yield from _block(text, token)
    else:
        yield from further_lines(text, token.node, STEP * token.depth)


def further_lines(text: str, node: Node, column: int) -> Iterator[Edit]:
    """The lines of a plain or quoted text, which are joined when they are read: each begins at the same column."""
    start = text.find("\n", node.start, node.end)
    while start >= 0:
        end = text.find("\n", start + 1, node.end)
        line = text[start + 1 : node.end if end < 0 else end]
        said = line.lstrip(" \t")
        blank = not said and end >= 0
        yield Edit(start + 1, start + 1 + len(line) - len(said), "" if blank else " " * column)
        yield from _without_trailing(text, node, start)
        start = end


def _without_trailing(text: str, node: Node, end: int) -> Iterator[Edit]:
    """Blanks before a line end say nothing, but for one that is escaped."""
    begin = text.rfind("\n", node.start, end) + 1
    line = text[max(begin, node.start) : end]
    kept = line.rstrip(" \t")
    if kept and not kept.endswith("\\"):
        yield Edit(end - len(line) + len(kept), end, "")


def _block(text: str, token: Token) -> Iterator[Edit]:
    """The lines of a block of text, all moved by as many columns."""
    header = _HEADER.match(text, token.start)
    if header is None or header.end() > token.end:
        return
    yield from _header_blanks(text, header)
    stated = int(header[1] or 0)
    first = _MARGIN.search(text, header.end(), token.end)
    if stated and token.above is not None:
        margin = column_of(text, token.above.start) + stated
        new = STEP * token.above.depth + stated
    elif first is not None and not stated:
        margin, new = len(first[1]), STEP * token.depth
    else:
        return
    at = header.end()
    while at <= token.end:
        end = text.find("\n", at, token.end)
        end = token.end if end < 0 else end
        line = text[at:end]
        blank = len(line) <= margin and not line.strip(" ")
        yield Edit(at, at + min(margin, len(line)), "" if blank else " " * new)
        at = end + 1


def _header_blanks(text: str, header: re.Match[str]) -> Iterator[Edit]:
    """What stands behind `|` or `>` on its line: a comment, or blanks."""
    sign = re.match(r"[|>][-+0-9]*", header[0])
    assert sign is not None
    start, end = header.start() + sign.end(), header.end() - 1
    comment = text[start:end].strip(" \t")
    yield Edit(start, end, f"  {comment}" if comment else "")
