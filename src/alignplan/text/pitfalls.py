"""Where the parser reads something else than YAML 1.2 says: such a text is refused, never read as another value."""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.events import SCALAR, STREAM_END, SyntaxFault, event_source
from alignplan.text.faults import TextFault

__all__ = ["closed", "glued_question_mark", "is_glued"]

_QUESTION = re.compile(r"\?[^\s,\]}]")
_GLUE = frozenset("?:%@`")


def closed(text: str) -> str:
    """`text` with an end to its last line where that holds nothing but spaces.

    In a block of text such a line counts as one to YAML, and to the parser only when it ends.
    """
    if text.endswith((" ", "\t")) and not text.rpartition("\n")[2].strip(" \t"):
        return text + "\n"
    return text


def is_glued(text: str, event: Any) -> bool:
    """Whether the name of an anchor or alias goes on with a sign that the parser takes for something else."""
    start = event.start_mark.index
    end = start + 1 + len(event.anchor)
    return text[start : start + 1] in ("&", "*") and text[end : end + 1] in _GLUE and not _is_key(text, end)


def _is_key(text: str, end: int) -> bool:
    return text[end] == ":" and not text[end + 1 : end + 2].strip()


def _opens(text: str, at: int) -> bool:
    """Whether a bracket or comma stands before a sign, as it must for the sign to begin a text in brackets."""
    before = text[max(at - 40, 0) : at].rstrip()
    return before.endswith((",", "[", "{")) or (not before and at > 0)


def glued_question_mark(text: str) -> TextFault | None:
    """A text in brackets that begins with `?`: the parser takes the sign away and makes a key of the rest."""
    if not any(_opens(text, match.start()) for match in _QUESTION.finditer(text)):
        return None
    take = event_source(text)
    try:
        while (event := take()).__class__ is not STREAM_END:
            start = event.start_mark.index
            if event.__class__ is SCALAR and text[start - 1 : start] == "?":
                help = "put the text in quotes"
                return TextFault(
                    "E002", "not valid YAML here: a text that begins with `?`", (start - 1, start), help
                )
    except SyntaxFault:
        pass
    return None
