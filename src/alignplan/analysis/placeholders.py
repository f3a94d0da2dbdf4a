"""Titles that only keep the place of one."""

from __future__ import annotations

import re

__all__ = ["is_placeholder"]

_UNSAID = re.compile(
    r"to ?do|tb[acdf]|fix ?me|n/?a|null|none|untitled|unnamed|placeholder|title|x{3,}|lorem ipsum.*"
    r"|not (available|applicable|defined|specified)"
    r"|to be (added|agreed|announced|completed|confirmed|decided|defined|determined|developed|named|provided|supplied)"
)
_OPENING = re.compile(r"(TODO|TBD|TBC|FIXME)\b")
_PAIRS = {"[": "]", "<": ">", "{": "}"}
_SIGNS = "[]<>{}() .:;!?*…-–—_"
_BEGINNINGS = frozenset("tTfFnNuUpPxXlL")


def is_placeholder(title: str) -> bool:
    """Whether nothing is said: TODO, TBD, `[Title]`, `…`."""
    text = title.strip()
    if text[:1].isalnum() and text[0] not in _BEGINNINGS:
        return False
    if _OPENING.match(text) or not any(map(str.isalnum, text)):
        return True
    if _PAIRS.get(text[0]) == text[-1] and not any(sign in text[1:-1] for sign in (text[0], text[-1])):
        return True
    return _UNSAID.fullmatch(text.casefold().strip(_SIGNS)) is not None
