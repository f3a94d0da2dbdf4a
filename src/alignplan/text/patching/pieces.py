"""Several rounds of edits as one: what became of the first text, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alignplan.text.patching.changes import Edit

__all__ = ["Pieces", "apply"]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of the first text, or new ones (then `start` and `end` are where they stand in place of nothing)."""

    start: int
    end: int
    new: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start if self.new is None else len(self.new)

    def part(self, start: int, end: int) -> _Piece:
        """The characters from `start` to `end` of this piece."""
        if self.new is None:
            return _Piece(self.start + start, self.start + end)
        return _Piece(self.start, self.end, self.new[start:end])


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with sorted, disjoint edits made."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def _taken(rest: list[_Piece], count: int) -> list[_Piece]:
    """The first so many characters of pieces, which are given in reverse and lose them."""
    taken: list[_Piece] = []
    while count > 0:
        piece = rest.pop()
        if piece.length > count:
            rest.append(piece.part(count, piece.length))
            piece = piece.part(0, count)
        taken.append(piece)
        count -= piece.length
    return taken


class Pieces:
    """A text under change: what it is now, and the edits that make it of what it was."""

    def __init__(self, text: str) -> None:
        self.old = text
        self.text = text
        self._pieces = [_Piece(0, len(text))]

    def edit(self, edits: Sequence[Edit]) -> None:
        """Make edits of the text as it is now: sorted, disjoint."""
        self.text = apply(self.text, edits)
        rest = list(reversed(self._pieces))
        done: list[_Piece] = []
        at = 0
        for edit in edits:
            done += _taken(rest, edit.start - at)
            where = rest[-1].start if rest else len(self.old)
            _taken(rest, edit.end - edit.start)
            done.append(_Piece(where, where, edit.new))
            at = edit.end
        self._pieces = [piece for piece in [*done, *reversed(rest)] if piece.length]

    def origin(self, offset: int) -> int:
        """Where an offset of the text as it is now was in the first one; of new text, where that was put in."""
        at = 0
        for piece in self._pieces:
            if offset < at + piece.length:
                return piece.start + (offset - at if piece.new is None else 0)
            at += piece.length
        return len(self.old)

    def edits(self) -> tuple[Edit, ...]:
        """The edits of the first text: sorted, disjoint, none that touches another."""
        found: list[Edit] = []
        at, new = 0, ""
        for piece in [*self._pieces, _Piece(len(self.old), len(self.old))]:
            if piece.new is not None:
                new += piece.new
                continue
            if new or piece.start > at:
                found.append(Edit(at, piece.start, new))
            at, new = piece.end, ""
        return tuple(found)
