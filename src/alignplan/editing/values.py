"""From a value that was typed to what is written: as a person would type it into the file."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from alignplan.errors import Misuse
from alignplan.text.patching import Plain
from alignplan.text.tree import Quoted, parse

__all__ = ["Spelling", "as_it_reads", "as_it_stands", "is_plain", "value_of"]


class Spelling(Enum):
    """How a field is to be written: as one text, as texts, or as the figures, days, words and ids that it holds."""

    TEXT = "text"
    TEXTS = "texts"
    DATA = "data"


_NOTHING = ("", "null", "~")
_PLAIN = re.compile(r"[\w.+%/-]+(?: [\w.+%/-]+)*")
_OPENING = {Spelling.TEXT: "", Spelling.TEXTS: "[", Spelling.DATA: "[{"}


def value_of(key: str, typed: str, spelling: Spelling) -> Any:
    """The value that was typed for a field: a text, `Plain`, a list or mapping; None for nothing. Raises Misuse."""
    text = typed.strip()
    if text in _NOTHING:
        return None
    if text[0] in _OPENING[spelling]:
        return _collection(key, text, spelling)
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        tree = parse(text)
        if isinstance(tree.data, Quoted) and not tree.faults:
            return str(tree.data)
    return _scalar(typed if spelling is not Spelling.DATA else text, spelling)


def _scalar(text: str, spelling: Spelling) -> str:
    return Plain(text) if spelling is Spelling.DATA and is_plain(text) else text


def _collection(key: str, text: str, spelling: Spelling) -> Any:
    tree = parse(text)
    if not tree.faults and isinstance(tree.data, (list, dict)):
        return _spelt(tree.data, spelling)
    if spelling is Spelling.TEXTS:
        return text
    why = tree.faults[0].message if tree.faults else "it does not end where it should"
    raise Misuse(f"{key}: `{text}` is no list or mapping: {why}", "write [a, b] or {a: 40, b: 60}")


def _spelt(value: Any, spelling: Spelling) -> Any:
    """As deep as it was typed, which the reader limits."""
    if isinstance(value, dict):
        return {key: _spelt(entry, spelling) for key, entry in value.items()}
    if isinstance(value, list):
        return [_spelt(entry, spelling) for entry in value]
    return as_it_stands(value) if spelling is Spelling.DATA else None if value is None else str(value)


def as_it_stands(value: Any) -> Any:
    """A value that was read, to be written as it was: quoted is text, all else plain."""
    if isinstance(value, dict):
        return {key: as_it_stands(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_it_stands(entry) for entry in value]
    if value is None:
        return None
    return str(value) if isinstance(value, Quoted) else Plain(value)


def as_it_reads(value: Any) -> Any:
    """The other way: what is written, as it will be read."""
    if isinstance(value, dict):
        return {key: as_it_reads(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_it_reads(entry) for entry in value]
    if value is None:
        return None
    return str(value) if isinstance(value, Plain) else Quoted(value)


def is_plain(text: str) -> bool:
    """Whether a text reads as itself without quotes, wherever it stands."""
    tree = parse(text) if _PLAIN.fullmatch(text) else None
    return tree is not None and not tree.faults and type(tree.data) is str and tree.data == text
