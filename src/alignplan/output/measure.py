"""How much room a text takes on a terminal: in cells, where a wide letter takes two and a combining mark none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from alignplan.output.document import Align
from alignplan.output.escape import Shown

__all__ = ["cut", "pad", "width", "wrap"]

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"


def width(text: str) -> int:
    """The number of cells that `text` takes."""
    if text.isascii():
        return len(text)
    if _JOINER in text or _AS_EMOJI in text:
        return sum(_joined(text))
    return sum(map(_cells, text))


def cut(text: Shown, room: int, mark: Shown) -> Shown:
    """`text` in at most `room` cells; what was longer ends in `mark`."""
    if width(text) <= room:
        return text
    taken, left = 0, max(room - width(mark), 0)
    for at, char in enumerate(text):
        taken += _cells(char)
        if taken > left:
            return Shown((text[:at].rstrip(_JOINER) + mark)[: max(room, 0)])
    return text


def pad(text: str, room: int, align: Align, cells: int | None = None) -> str:
    """`text` with blanks up to `room` cells (`cells`: its own width, where colour codes hide it)."""
    gap = room - (width(text) if cells is None else cells)
    if gap <= 0:
        return text
    left = {Align.LEFT: 0, Align.RIGHT: gap, Align.CENTER: gap // 2}[align]
    return " " * left + text + " " * (gap - left)


def wrap(text: Shown, room: int) -> Iterator[Shown]:
    """`text` in lines of at most `room` cells, broken at blanks; a longer word stays whole."""
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > room:
            yield Shown(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield Shown(line)


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    unknown_emoji = "\U0001f300" <= char <= "\U0001faff" and category(char) == "Cn"
    return 2 if east_asian_width(char) in "WF" or unknown_emoji else 1


def _joined(text: str) -> Iterator[int]:
    before = ""
    for char in text:
        if char == _AS_EMOJI and before and _cells(before) == 1 and before > "\u2000":
            yield 1  # shown as an emoji, a sign takes two cells
        elif before != _JOINER:
            yield _cells(char)
        before = char
