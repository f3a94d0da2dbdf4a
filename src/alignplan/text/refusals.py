"""The parser's refusals in a planner's words, each with the place where the mistake was made."""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.events import (
    MAPPING_END,
    MAPPING_START,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    SyntaxFault,
    event_source,
)
from alignplan.text.faults import TextFault

__all__ = ["syntax_fault"]

_QUOTES = "put the text in quotes"
_SPACES = "indent with spaces"
_DIRECTIVE = (
    "a line that begins with `%`, which is an instruction to the reader",
    "remove it, or put the text in quotes",
)
_WORDS: dict[str, tuple[str, str]] = {
    "found character that cannot start any token": ("a value cannot begin with this character", _QUOTES),
    "mapping values are not allowed in this context": (
        "a second `: ` in one value, or a key that is indented differently from its neighbours",
        "put the value in quotes, or give keys of one level the same indentation",
    ),
    "mapping keys are not allowed in this context": (
        "a key cannot begin here",
        "put `key: value` on a line of its own",
    ),
    "did not find expected key": (
        "the line does not fit the lines above it",
        "give keys of one level the same indentation; a text that begins with a quote ends with it",
    ),
    "did not find expected '-' indicator": (
        "the line does not fit the list above it",
        "begin each entry of the list with `- `, all with the same indentation",
    ),
    "could not find expected ':'": ("a key without its `:`", "write `key: value`"),
    "found unexpected end of stream": ("a quote that is not closed", "close the quote"),
    "found unexpected document indicator": ("a quote that is not closed", "close the quote"),
    "did not find expected ',' or ']'": (
        "a list `[…]` that is not closed, or a comma is missing",
        "close it with `]`, or put a comma between its entries",
    ),
    "did not find expected ',' or '}'": (
        "a mapping `{…}` that is not closed, or a comma is missing",
        "close it with `}`, or put a comma between its entries",
    ),
    "did not find expected node content": (
        "a value is missing here",
        "write a value, or remove the comma or sign before it",
    ),
    "found unexpected ':'": ("a `:` inside a text in brackets", _QUOTES),
    "found a tab character that violates indentation": ("a tab in the indentation", _SPACES),
    "found a tab character where an indentation space is expected": ("a tab in the indentation", _SPACES),
    "block sequence entries are not allowed in this context": (
        "a list entry `- ` cannot begin here",
        "put the list on the lines below its key, or the text in quotes",
    ),
    "did not find expected alphabetic or numeric character": (
        "a text cannot begin with `*` or `&`: these are an alias and an anchor",
        _QUOTES,
    ),
    "did not find expected comment or line break": (
        "text behind `|` or `>`",
        "begin the text on the next line",
    ),
    "found unknown escape character": (
        "an unknown escape behind `\\` in double quotes",
        "write `\\\\` for a backslash",
    ),
    "did not find expected hexdecimal number": (
        "an escape in double quotes that is no number",
        "write it as `\\u00e9`",
    ),
    "found invalid Unicode character escape code": (
        "an escape that is no character",
        "write the character itself",
    ),
    "did not find expected <document start>": (
        "the plan has ended before this line",
        "remove what stands behind its end, or give it the indentation of the lines above",
    ),
    "found undefined tag handle": (
        "tags (`!name!…`) are not read",
        "remove the tag, or put the text in quotes",
    ),
    "found unknown directive name": _DIRECTIVE,
    "could not find expected directive name": _DIRECTIVE,
    "found incompatible YAML document": (
        "a version of YAML that is not read",
        "remove the line that begins with `%`",
    ),
    "found duplicate anchor": ("an anchor that stands twice", "give the second another name"),
}
_AT_BEGINNING = (
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
)
_FORBIDDEN = "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
# Compiled only when it is needed: at every start that would be felt.


def syntax_fault(error: Any, text: str) -> TextFault:
    """The parser's error as a fault: of its two places the one where the mistake was made."""
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "not YAML")
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return _forbidden(problem, text)
    if problem == "exceeded maximum nesting depth":
        start = min(mark.index, len(text) - 1)
        return TextFault("E012", "nested more than 64 levels deep", (start, start + 1), "write it flatter")
    if problem == "found character that cannot start any token" and text[mark.index : mark.index + 1] == "\t":
        problem = "found a tab character that violates indentation"
    context = getattr(error, "context_mark", None)
    if problem in _AT_BEGINNING and context is not None:
        mark = context
    start = mark.index
    if problem == "did not find expected node content" and not text[start:].strip():
        start = _open_bracket(text, start)
        problem = f"did not find expected ',' or '{'}' if text[start : start + 1] == '{' else ']'}'"
    start = min(start, max(len(text) - 1, 0))
    words, help = _WORDS.get(
        problem, (problem, "see the line; a text with special characters goes in quotes")
    )
    return TextFault("E002", f"not valid YAML: {words}", (start, _end_of_word(text, start)), help)


def _open_bracket(text: str, end: int) -> int:
    """The bracket that is still open at the end of a text, looked for once more from its beginning."""
    take = event_source(text)
    opened: list[int] = []
    try:
        while (kind := (event := take()).__class__) is not STREAM_END:
            if kind is MAPPING_START or kind is SEQUENCE_START:
                opened.append(event.start_mark.index)
            elif kind is MAPPING_END or kind is SEQUENCE_END:
                opened.pop()
    except SyntaxFault:
        pass
    return next((at for at in reversed(opened) if text[at] in "[{"), end)


def _forbidden(problem: str, text: str) -> TextFault:
    """A character that may not stand in YAML: the parser refuses it before it looks at anything else."""
    match = re.search(_FORBIDDEN, text)
    if match is None:
        return TextFault("E002", f"not valid YAML: {problem}", (0, 1), "see the first line")
    name = f"U+{ord(match[0]):04X}"
    help = f'remove it; where it is meant, write `"\\u{ord(match[0]):04x}"` in double quotes'
    return TextFault("E002", f"the character {name} cannot stand in a plan file", match.span(), help)


def _end_of_word(text: str, start: int) -> int:
    """The end of the word, on its own line and not much of a very long one."""
    end = start
    while end < len(text) and end < start + 80 and not text[end].isspace():
        end += 1
    return max(end, start + 1)
