"""Keys in their order: entries change places with their comments; those that a comment heads stay among themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignplan.text.formatting.parts import Chunk, chunks_in_brackets, parts_in_lines
from alignplan.text.formatting.shape import OWN_KEYS, Shape
from alignplan.text.patching import Edit, Route
from alignplan.text.patching.outline import Kind, Node, Outline

__all__ = ["in_order"]


@dataclass(frozen=True, slots=True)
class _Turn:
    """Pieces of a text that change places: `chunks` stand one after the other from `start` to `end`, `order` is that
    in which they are to stand.
    """

    start: int
    end: int
    chunks: Sequence[Chunk]
    order: Sequence[int]


def in_order(seen: Outline, shape: Shape) -> list[Edit]:
    """The edits by which the keys of the text get their order."""
    turns = sorted(_turns(seen, shape), key=lambda turn: (turn.start, -turn.end))
    text = _Turned(seen.text, turns)
    edits: list[Edit] = []
    for turn in turns:
        if not edits or turn.start >= edits[-1].end:
            edits.append(Edit(turn.start, turn.end, text.of(turn)))
    return edits


def _turns(seen: Outline, shape: Shape) -> Iterator[_Turn]:
    names = _Names(seen)
    waiting: list[tuple[Node, Route]] = [] if seen.root is None else [(seen.root, ())]
    while waiting:
        node, route = waiting.pop()
        waiting += [(entry.node, (*route, entry.key)) for entry in node.entries if entry.node.is_container]
        keys = shape.order(route) if node.kind is Kind.MAPPING else None
        if keys is None or _is_sorted(_order([str(entry.key) for entry in node.entries], keys)):
            continue
        parts = chunks_in_brackets(seen.text, node) if node.flow else parts_in_lines(seen.text, node)
        for chunks in parts:
            turn = _turn(chunks, _order([str(chunk.key) for chunk in chunks], keys))
            if turn is not None and _fits(turn) and names.hold(turn):
                yield turn


def _turn(chunks: Sequence[Chunk], order: Sequence[int]) -> _Turn | None:
    """From the first to the last that has to move; none where all stand right."""
    moved = [at for at, number in enumerate(order) if at != number]
    if not moved:
        return None
    first, last = moved[0], moved[-1]
    some = chunks[first : last + 1]
    return _Turn(some[0].start, some[-1].end, some, [number - first for number in order[first : last + 1]])


def _order(names: Sequence[str], keys: Sequence[str]) -> list[int]:
    """The numbers of the entries in their order; an unknown key stays behind the one that it stands behind."""
    known = {key: at for at, key in enumerate(keys)}
    own = known.get(OWN_KEYS, len(known))
    ranks: list[int] = []
    for name in names:
        before = ranks[-1] if ranks else -1
        ranks.append(known.get(name, own if name.startswith(OWN_KEYS) else before))
    return sorted(range(len(names)), key=ranks.__getitem__)


def _is_sorted(order: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(order))


def _fits(turn: _Turn) -> bool:
    """Whether what stands behind a dash, in the first place, is an entry without comments above it."""
    return not (turn.chunks[0].inline and turn.chunks[turn.order[0]].headed)


class _Names:
    """Anchors and aliases: a name must stand where it is given before it is used."""

    def __init__(self, seen: Outline) -> None:
        self._given: dict[str, int] = {}
        self._used: list[tuple[int, str]] = []
        waiting = [] if seen.root is None or not seen.aliases else [seen.root]
        while waiting:
            node = waiting.pop()
            waiting += [entry.node for entry in node.entries]
            if node.kind is Kind.ALIAS:
                self._used.append((node.start, node.anchor or ""))
            elif node.anchor is not None:
                self._given[node.anchor] = node.start
        self._used.sort()

    def hold(self, turn: _Turn) -> bool:
        """Whether all names would still be given before they are used."""
        place = {number: at for at, number in enumerate(turn.order)}
        starts = [chunk.start for chunk in turn.chunks]
        for at, name in self._used[bisect_left(self._used, (turn.start, "")) :]:
            if at >= turn.end:
                break
            given = self._given.get(name, -1)
            if given >= turn.start and place[_chunk(starts, given)] > place[_chunk(starts, at)]:
                return False
        return True


def _chunk(starts: list[int], at: int) -> int:
    return bisect_left(starts, at + 1) - 1


class _Turned:
    """A text in which pieces change places, pieces inside others too."""

    def __init__(self, text: str, turns: list[_Turn]) -> None:
        self._text = text
        self._turns = turns
        self._starts = [turn.start for turn in turns]

    def of(self, turn: _Turn) -> str:
        """What is to stand in the place of all its pieces. As deep as the reader lets it be."""
        pieces: list[str] = []
        for number, (slot, moved) in enumerate(zip(turn.chunks, turn.order, strict=True)):
            chunk = turn.chunks[moved]
            pieces += [slot.margin, self._inside(chunk.start + len(chunk.margin), chunk.end, turn)]
            if number + 1 < len(turn.chunks):
                pieces.append(self._text[slot.end : turn.chunks[number + 1].start])
        return "".join(pieces)

    def _inside(self, start: int, end: int, around: _Turn) -> str:
        pieces: list[str] = []
        at = start
        for number in range(bisect_left(self._starts, start), len(self._turns)):
            turn = self._turns[number]
            if turn.start >= end:
                break
            if turn is around or turn.start < at or turn.end > end:
                continue
            pieces += [self._text[at : turn.start], self.of(turn)]
            at = turn.end
        return "".join([*pieces, self._text[at:end]])
