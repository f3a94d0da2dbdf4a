"""What was typed behind a command: `KEY=VALUE`, `KEY+=VALUE`, `KEY-=VALUE`, or a bare text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alignplan.errors import Misuse

__all__ = ["Assignment", "How", "assignments", "assignments_and_title"]

_ASSIGNED = re.compile(r"([^\s=\"'\[{]+?)([+-]?=)(.*)\Z", re.DOTALL)
_EXAMPLE = "write it as due=2026-12-31, in quotes where it holds blanks; owner= takes a field out"


class How(StrEnum):
    """What is to be done with a value."""

    SET = "="
    ADD = "+="
    TAKE = "-="


@dataclass(frozen=True, slots=True)
class Assignment:
    """A field, what is to be done with it, and the value as it was typed (empty: none)."""

    key: str
    how: How
    value: str


def assignments(words: Sequence[str]) -> list[Assignment]:
    """All words as assignments; raises Misuse for one that is none, and for a field that is set twice."""
    found: list[Assignment] = []
    for word in words:
        one = _assignment(word)
        if one is None:
            raise Misuse(f"`{word}` is no KEY=VALUE", _EXAMPLE)
        found.append(one)
    _once(found)
    return found


def assignments_and_title(words: Sequence[str], name: str) -> list[Assignment]:
    """The same where one bare text may stand for the field `name`, the title of what is new."""
    found: list[Assignment] = []
    for word in words:
        one = _assignment(word)
        if one is None and any(entry.key == name for entry in found):
            raise Misuse(f"`{word}` would be a second {name}", f'put all of it into quotes: {name}="…"')
        found.append(one or Assignment(name, How.SET, word))
    _once(found)
    return found


def _assignment(word: str) -> Assignment | None:
    match = _ASSIGNED.match(word)
    return Assignment(match[1], How(match[2]), match[3]) if match else None


def _once(found: list[Assignment]) -> None:
    seen: set[str] = set()
    for one in found:
        if one.how is How.SET and one.key in seen:
            raise Misuse(f"`{one.key}` is set twice", "give it one value; several go into a list: [a, b]")
        if one.how is How.SET:
            seen.add(one.key)
