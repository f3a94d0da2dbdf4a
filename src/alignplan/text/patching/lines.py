"""Lines of a text around an offset: where they begin and end, what is blank, which comments stand above."""

from __future__ import annotations

import re

__all__ = [
    "after_line",
    "before_break",
    "blank_above",
    "blank_below",
    "block_end",
    "colon_after",
    "column_of",
    "comments_above",
    "comments_below",
    "is_first_on_line",
    "line_end",
    "line_start",
    "newline_of",
    "past_blank",
]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_HEADER = re.compile(r"[|>][-+0-9]*")


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, before its CR LF or LF."""
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - 1 if end > at and text[end - 1] == "\r" else end


def after_line(text: str, at: int) -> int:
    """Where the line after that of an offset begins; the end of the text where there is none."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def column_of(text: str, at: int) -> int:
    """The column of an offset, from 0."""
    return at - line_start(text, at)


def newline_of(text: str, at: int) -> str:
    """How lines end around an offset."""
    end = text.find("\n", at)
    if end < 0:
        end = text.rfind("\n", 0, at)
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def is_first_on_line(text: str, at: int) -> bool:
    """Whether nothing but spaces stands before an offset on its line."""
    return not text[line_start(text, at) : at].strip(" \t")


def past_blank(text: str, at: int) -> int:
    """The next offset that is neither space, line end nor comment."""
    match = _BLANK.match(text, at)
    return match.end() if match else at


def colon_after(text: str, at: int) -> int | None:
    """Where the colon behind a key in brackets stands, if it has one."""
    at = past_blank(text, at)
    return at if text[at : at + 1] == ":" else None


def block_end(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a block scalar ends, and how: with `+` where the empty lines below are its own, else with `|`."""
    header = _HEADER.search(text, start, end)
    if header is None:
        return end, "|"
    first = after_line(text, header.end())
    if "+" in header[0]:
        return (before_break(text, end) if first < end else header.end()), "+"
    margin = _margin(text, first, end)
    while end > first:
        above = line_start(text, end - 1)
        line = text[above:end].rstrip("\r\n")
        if line.strip(" \t") or len(line) > margin:
            return before_break(text, end), "|"
        end = above
    return header.end(), "|"


def before_break(text: str, end: int) -> int:
    """An offset without the line end right before it, if there is one."""
    if text[end - 1 : end] == "\n":
        end -= 1
        if text[end - 1 : end] == "\r":
            end -= 1
    return end


def _margin(text: str, first: int, end: int) -> int:
    """The indentation of the first line that holds text."""
    for line in text[first:end].split("\n"):
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return end - first


def comments_above(text: str, at: int, floor: int, column: int) -> int:
    """Where the comment lines directly above a line begin: not deeper than `column`, none before `floor`.

    Without such lines it is where the line itself begins.
    """
    start = line_start(text, at)
    while start > floor:
        above = line_start(text, start - 1)
        line = text[above : start - 1].strip(" \t\r")
        if above < floor or not line.startswith("#") or text.index("#", above) - above > column:
            break
        start = above
    return start


def comments_below(text: str, at: int, column: int) -> int:
    """The end of the line of an offset, or of the comment lines directly below that are deeper than `column`."""
    end = line_end(text, at)
    while True:
        start = after_line(text, end)
        stop = line_end(text, start)
        line = text[start:stop].strip(" \t")
        if not line.startswith("#") or text.index("#", start) - start <= column:
            return end
        end = stop


def blank_above(text: str, start: int, floor: int) -> int:
    """Where the blank lines above a line begin that begins at `start`; none before `floor`."""
    while start > floor:
        above = line_start(text, start - 1)
        if above < floor or text[above : start - 1].strip(" \t\r"):
            break
        start = above
    return start


def blank_below(text: str, start: int) -> int:
    """Where the blank lines end that begin at `start`, the beginning of a line."""
    while start < len(text):
        after = after_line(text, start)
        if text[start:after].strip(" \t\r\n"):
            break
        start = after
    return start
