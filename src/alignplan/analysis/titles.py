"""Titles of all items, and which of them say the same.

Two titles say the same when they have the same words, whatever their order, case, accents, punctuation,
articles and plural; and when one word of five letters or more is spelled otherwise in one place (a letter more,
less or other, or two exchanged). Numbers are never nearly the same: 2026 is not 2027.

Same words are found by a signature of each title. Misspelled ones stand beside each other when all signatures
are sorted from their beginnings or from their ends: only neighbours are compared, so the work grows as n·log n.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind

__all__ = ["Titled", "alike", "titled"]

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("a", "an", "the"))
_LEAST_LETTERS = 5


class Titled(NamedTuple):
    """An item that has a title; the node is made only when there is something to say of it."""

    title: str
    kind: Kind
    top: Node
    """The item itself, or the one that it stands in."""
    name: str = ""
    """Its own name there; empty for the item itself."""
    model: Any = None

    @property
    def node(self) -> Node:
        """The item."""
        if not self.name:
            return self.top
        return Node(self.kind, f"{self.top.id}/{self.name}", self.model, self.top.file, self.top)


def titled(
    graph: PlanGraph, kinds: frozenset[Kind] = frozenset(Kind), keep: Callable[[str], bool] = bool
) -> Iterator[Titled]:
    """Every title of items of these kinds of which `keep` holds, in the order of the plan."""
    if Kind.PLAN in kinds and graph.plan.model.title and keep(graph.plan.model.title):
        yield Titled(graph.plan.model.title, Kind.PLAN, graph.plan)
    for kind in SECTIONS.values():
        inner = [(section, child) for section, child in CHILDREN.get(kind, ()) if child in kinds]
        if kind not in kinds and not inner:
            continue
        for node in graph.kinds[kind]:
            title = node.model.title
            if title and kind in kinds and keep(title):
                yield Titled(title, kind, node)
            for section, child in inner:
                yield from _inside(node, section, child, keep)


def _inside(node: Node, section: str, kind: Kind, keep: Callable[[str], bool]) -> Iterator[Titled]:
    entries = getattr(node.model, section)
    if isinstance(entries, dict):
        for name, model in entries.items():
            if model.title and keep(model.title):
                yield Titled(model.title, kind, node, name, model)


def alike(entries: Iterable[Titled]) -> list[tuple[Titled, Titled]]:
    """Each title that says what an earlier one says, with the first that does; in order."""
    first: dict[tuple[str, ...], tuple[int, Titled]] = {}
    words: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: list[tuple[int, Titled, Titled]] = []
    for at, entry in enumerate(entries):
        said = _said(entry.title)
        signature = tuple(sorted(said))
        if not signature:
            continue
        earlier = first.setdefault(signature, (at, entry))
        words.setdefault(signature, said)
        if earlier[0] != at:
            found.append((at, entry, earlier[1]))
    for one, other in _misspelled(words):
        (_, earlier_entry), (at, later_entry) = sorted((first[one], first[other]), key=lambda place: place[0])
        found.append((at, later_entry, earlier_entry))
    found.sort(key=lambda pair: pair[0])
    return [(later, earlier) for _, later, earlier in found]


@lru_cache(maxsize=65536)
def _root(word: str) -> str:
    """A word without accents and plural."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def _said(title: str) -> tuple[str, ...]:
    """The words of a title, in their order."""
    return tuple([_root(word) for word in _WORD.findall(title.casefold()) if word not in _ARTICLES])


def _misspelled(
    words: dict[tuple[str, ...], tuple[str, ...]],
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of signatures one word of which is spelled otherwise; each later one at most once."""
    orders: tuple[Callable[[tuple[str, ...]], str], ...] = (
        lambda signature: " ".join(words[signature]),
        lambda signature: " ".join(words[signature])[::-1],
    )
    found: dict[frozenset[tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for order in orders:
        listed = sorted(words, key=order)
        for one, other in pairwise(listed):
            if _nearly(words[one], words[other]):
                found.setdefault(frozenset((one, other)), (one, other))
    return list(found.values())


def _nearly(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles differ in one word, and that only by its spelling."""
    if len(one) != len(other):
        return False
    differing = [(left, right) for left, right in zip(one, other, strict=True) if left != right]
    return len(differing) == 1 and _one_slip(*differing[0])


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter is more, less or other, or two that stand together are exchanged."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_LETTERS or len(long) - len(short) > 1 or not (short.isalpha() and long.isalpha()):
        return False
    at = next((place for place, sign in enumerate(short) if sign != long[place]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    rest, other_rest = short[at:], long[at:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
