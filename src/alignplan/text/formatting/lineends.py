"""Line ends: a text is formed with LF alone, and gets back those that most of its lines had."""

from __future__ import annotations

import re
from bisect import bisect_left

from alignplan.text.patching import Edit, Patched
from alignplan.text.patching.pieces import Pieces

__all__ = ["origin", "plain", "with_line_ends"]

_CRLF = "\r\n"
_ENDS = re.compile(r"\r?\n")


def plain(text: str) -> str:
    """The text with LF."""
    return text.replace(_CRLF, "\n")


def origin(text: str, offset: int) -> int:
    """Where an offset of the plain text is in the text."""
    returns = [match.start() - number for number, match in enumerate(re.finditer("\r\n", text))]
    return offset + bisect_left(returns, offset)


def with_line_ends(text: str, edits: tuple[Edit, ...]) -> Patched:
    """The text after edits of the plain one. All lines end as most of them do."""
    work = Pieces(text)
    ends = _CRLF if text.count(_CRLF) * 2 > text.count("\n") else "\n"
    work.edit([Edit(*match.span(), ends) for match in _ENDS.finditer(text) if match[0] != ends])
    if ends == _CRLF:
        breaks = [match.start() for match in re.finditer("\n", plain(text))]
        edits = tuple(_moved(edit, breaks) for edit in edits)
    work.edit(list(edits))
    return Patched(work.text, work.edits())


def _moved(edit: Edit, breaks: list[int]) -> Edit:
    start, end = (at + bisect_left(breaks, at) for at in (edit.start, edit.end))
    return Edit(start, end, edit.new.replace("\n", _CRLF))
