"""A text in the usual style, entry by entry, without a parser: what did not change need not be read again.

As in :mod:`alignplan.text.patching.windows` a text in block style falls apart at the lines that begin a key of its
sections. Whether it does shows when each piece is parsed alone: no quote, bracket or block is open where one ends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

__all__ = ["pieces"]

_NAMES = re.compile(r"[&*](?=[\w-])(?<![^\s,\[{:-].)")
"""An anchor or alias, as far as can be seen from the signs beside it."""
_MARKS = ("---", "...", "%")
_TOP = re.compile(r"^([^\s#][^\n]*)", re.MULTILINE)
_SECTION = re.compile(r"([a-z][a-z0-9_-]*):[ \r]*(?:#.*)?\Z")
_KEY = re.compile(r"([a-z][a-z0-9_-]*):(?=[ \r\n]|\Z)")
_CONTENT = re.compile(r"^( +)[^\s#]", re.MULTILINE)

Piece = tuple[str, str]
"""A section, and the text of one of its entries; of a key that holds no entries all of its text."""


def pieces(text: str, sections: Collection[str], whole: Collection[str]) -> list[Piece] | None:
    """The entries of some sections, and some keys as a whole; none where the text is not in the usual style."""
    if _is_unusual(text):
        return None
    tops = list(_TOP.finditer(text))
    found: list[Piece] = []
    seen: set[str] = set()
    for number, top in enumerate(tops):
        key = _KEY.match(top[1])
        if key is None or key[1] in seen:
            return None
        seen.add(key[1])
        end = tops[number + 1].start() if number + 1 < len(tops) else len(text)
        if key[1] in whole:
            found.append((key[1], text[top.start() : end]))
        elif key[1] in sections:
            if not _SECTION.match(top[1]):
                return None
            found += ((key[1], piece) for piece in _entries(text, top.end(), end))
    return found


def _is_unusual(text: str) -> bool:
    """Whether there is what may reach from one piece into another: names, tabs, marks of documents and directives."""
    if "\t" in text or text.count("\r") != text.count("\r\n"):
        return True
    if text.startswith(_MARKS) or any(f"\n{mark}" in text for mark in _MARKS):
        return True
    return ("&" in text or "*" in text) and _NAMES.search(text) is not None


def _entries(text: str, start: int, end: int) -> Iterator[str]:
    """The text of a section from key to key."""
    first = _CONTENT.search(text, start, end)
    if first is None:
        return
    keys = re.compile(rf"^{first[1]}[^\s#]", re.MULTILINE)
    begins = [match.start() for match in keys.finditer(text, start, end)]
    for at, stop in zip(begins, [*begins[1:], end], strict=True):
        yield text[at:stop]
