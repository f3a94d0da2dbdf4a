"""What is wrong with a text before any of it has a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["TextFault", "syntax_fault"]


@dataclass(frozen=True, slots=True)
class TextFault:
    """A fault with its place as offsets in characters (end exclusive). `first` is the other place, if there is one."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    first: tuple[int, int] | None = None


_WORDS = {
    "found character that cannot start any token": "a value cannot begin with this character",
    "mapping values are not allowed in this context": "a second `: ` in one value",
    "did not find expected key": "the line does not fit the lines above it",
    "did not find expected '-' indicator": "the line does not fit the list above it",
    "could not find expected ':'": "a key without its `:`",
    "found unexpected end of stream": "a quote that is not closed",
    "did not find expected ',' or ']'": "a list `[…]` that is not closed, or a comma is missing",
    "did not find expected ',' or '}'": "a mapping `{…}` that is not closed, or a comma is missing",
    "found a tab character that violates indentation": "a tab in the indentation",
    "found a tab character where an indentation space is expected": "a tab in the indentation",
    "block sequence entries are not allowed in this context": "a list entry `- ` cannot begin here",
    "control characters are not allowed": "a control character",
}
_HELPS = {
    "found character that cannot start any token": "put the value in quotes",
    "mapping values are not allowed in this context": "put the value in quotes",
    "did not find expected key": "give keys of one level the same indentation",
    "could not find expected ':'": "write `key: value`",
    "found unexpected end of stream": "close the quote",
    "found a tab character that violates indentation": "indent with spaces",
    "found a tab character where an indentation space is expected": "indent with spaces",
}
_TRUE_AT_CONTEXT = ("found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'")


def syntax_fault(error: Any, text: str) -> TextFault:
    """The parser's error as a fault: of its two places the one where the mistake was made."""
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "not YAML")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if problem in _TRUE_AT_CONTEXT and context is not None:
        mark = context
    if mark is not None:
        start = mark.index
    else:
        start = int(getattr(error, "position", 0) or 0)
    start = min(start, max(len(text) - 1, 0))
    message = _WORDS.get(problem, problem)
    return TextFault("E002", f"not valid YAML: {message}", (start, _end_of_word(text, start)), _HELPS.get(problem, ""))


def _end_of_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    return max(end, start + 1)
