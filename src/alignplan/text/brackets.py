"""Mappings and lists between brackets, read without a parser."""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.signs import KEY, NAME, QUOTED, WORD, WORD_WITH_COLON, Declined, Names, unquoted

__all__ = ["DEEPEST", "bracketed"]

DEEPEST = 8
"""How deep brackets may stand in each other here."""

_WORDS = rf"{WORD}(?:, {WORD}){{0,99}}"
_LIST = re.compile(rf"\[{_WORDS}\]")
_ENTRY = re.compile(
    rf"[{{,] *+({NAME}): ++(?:({WORD})|\[({_WORDS})\]|({QUOTED}))(?= *+(?:,|\}}\Z))|([\s\S]+)"
)
# Each entry begins at its bracket or comma and ends just before the next: between two entries nothing is skipped.
_STEP = (
    rf" *+(?:([\[{{,]) *+(?:"
    rf"(?:({KEY}): ++)?(?:(?:({WORD_WITH_COLON})|({QUOTED}))(?= *+[,\]}}])|(?=[\[{{]))|(?<=[\[{{])(?=[\]}}])"
    rf")|([\]}}])(?= *+(?:[,\]}}]|\Z)))|([\s\S]+)"
)
# Compiled only when it is needed: at every start that would be felt.
_CLOSED_BY: dict[str, type] = {"}": dict, "]": list}


def bracketed(text: str, names: Names) -> Any:
    """The mapping or list that `text` is from its first to its last character.

    Raises :class:`Declined`.
    """
    if text[0] == "[":
        return text[1:-1].split(", ") if _LIST.fullmatch(text) else _nested(text, names)
    entries = _ENTRY.findall(text)
    if entries.pop()[4] != "}":
        return _nested(text, names)
    node: dict[str, Any] = {}
    for key, word, words, quoted, _ in entries:
        node[names[key]] = word or (words.split(", ") if words else unquoted(quoted))
    if len(node) != len(entries):
        raise Declined
    return node


def _nested(text: str, names: Names) -> Any:
    """The same for whatever may stand between brackets.

    One step is a closing bracket, or an opening one or a comma with the key and scalar behind it.
    """
    top: list[Any] = []
    node: Any = top
    around: list[Any] = []
    key = ""
    for sign, name, word, quoted, close, stray in re.findall(_STEP, text):
        if close and around and node.__class__ is _CLOSED_BY[close]:
            node = around.pop()
            continue
        if close or stray or (sign == "," and not around) or len(around) > DEEPEST:
            raise Declined
        if sign != ",":
            around.append(node)
            node = _add(node, key, {} if sign == "{" else [])
        key = name and names[name]
        if word or quoted:
            _add(node, key, word or unquoted(quoted))
    if around:
        raise Declined
    return top[0]


def _add(node: Any, key: str, value: Any) -> Any:
    if node.__class__ is list and not key:
        node.append(value)
    elif node.__class__ is dict and key and key not in node:
        node[key] = value
    else:
        raise Declined
    return value
