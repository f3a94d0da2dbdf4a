"""Which items of before are which of after, where their ids differ.

Two items of one kind are taken to be one with another id when they are at least :data:`ALIKE` alike. How alike: twice
the weight of the statements they have in common ÷ the weight of the statements of both (Dice 1945). A statement is a
field with its value, those of the items inside included; a title weighs three, and of a title that differs as much is
in common as its words have in common. Each item is paired once, the most alike first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from alignplan.records import record

__all__ = ["ALIKE", "Sketch", "pairs"]

ALIKE = 0.6
_TITLE_WEIGHT = 3.0
_COMMON = 64
"""A statement that so many items make tells none from another."""
_WORD = re.compile(r"\w+")


@record
class Sketch:
    """An item by its address, and what is said of it."""

    id: str
    title: str
    said: frozenset[tuple[str, str]]

    @property
    def weight(self) -> float:
        """Of all its statements."""
        return len(self.said) + (_TITLE_WEIGHT if self.title else 0.0)


def pairs(before: Iterable[Sketch], after: Sequence[Sketch]) -> dict[str, str]:
    """Address before → address after."""
    index = _index(after)
    found = [
        (-alike, one.id, after[at].id)
        for one in before
        for at in sorted(_near(one, index))
        if (alike := _alike(one, after[at])) >= ALIKE
    ]
    paired: dict[str, str] = {}
    taken: set[str] = set()
    for _, one, other in sorted(found):
        if one not in paired and other not in taken:
            paired[one] = other
            taken.add(other)
    return paired


def _index(sketches: Sequence[Sketch]) -> Mapping[tuple[str, str], list[int]]:
    """Statements, and words of titles, by who makes them."""
    index: dict[tuple[str, str], list[int]] = {}
    for at, sketch in enumerate(sketches):
        for statement in (*sketch.said, *(("", word) for word in _words(sketch.title))):
            index.setdefault(statement, []).append(at)
    return index


def _near(sketch: Sketch, index: Mapping[tuple[str, str], list[int]]) -> set[int]:
    statements = (*sketch.said, *(("", word) for word in _words(sketch.title)))
    holders = (index.get(statement, ()) for statement in statements)
    return {at for held in holders if len(held) <= _COMMON for at in held}


def _alike(one: Sketch, other: Sketch) -> float:
    weight = one.weight + other.weight
    common = len(one.said & other.said) + _TITLE_WEIGHT * _titles(one.title, other.title)
    return 2 * common / weight if weight else 0.0


def _titles(one: str, other: str) -> float:
    """How much two titles have in common: 1 for the same, else by their words."""
    if one == other:
        return 1.0 if one else 0.0
    mine, theirs = _words(one), _words(other)
    both = sum((mine & theirs).values())
    return 2 * both / (mine.total() + theirs.total()) if both else 0.0


def _words(title: str) -> Counter[str]:
    return Counter(_WORD.findall(title.casefold()))
