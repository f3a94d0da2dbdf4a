"""Markdown for a narrow terminal: paragraphs are broken anew, code and headings stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

__all__ = ["reflowed"]

_FENCE = "```"
_OWN_LINES = ("#", "|", "- ", "* ", ">")


def reflowed(text: str, width: int | None) -> Iterator[str]:
    """The lines of a page, its paragraphs no wider than `width`; as written where the width is not limited."""
    lines = text.splitlines()
    if width is None:
        yield from lines
        return
    for is_prose, block in groupby(_marked(lines), key=lambda entry: entry[0]):
        said = [line for _, line in block]
        yield from (
            wrap(" ".join(said), width, break_long_words=False, break_on_hyphens=False) if is_prose else said
        )


def _marked(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it is part of a paragraph."""
    in_code = False
    for line in lines:
        fence = line.startswith(_FENCE)
        yield bool(line.strip()) and not (in_code or fence or line.startswith(_OWN_LINES)), line
        in_code ^= fence
