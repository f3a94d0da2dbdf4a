"""How much room a text takes in a picture, and how it is cut or broken to fit.

Nobody knows the font of who looks: widths are those of Arial, a little generous, so that what is meant to fit does in
the fonts that are taken in its place.
"""

from __future__ import annotations

from functools import lru_cache

from alignplan.output.escape import terminal
from alignplan.output.measure import width

__all__ = ["MARK", "broken", "cut", "line_of", "room_of"]

MARK = "…"
"""What stands where a text was cut."""
_GENEROUS, _BOLD = 1.06, 1.1
_THOUSANDTHS = {
    222: "ijl'|",
    278: "ft!,./:;I[]\\ ",
    333: "r()-`",
    355: '"',
    389: "*",
    500: "ckszvxyJ",
    556: "abdeghnopquL0123456789#$?_",
    584: "+<=>~^{}",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS = {char: amount / 1000 for amount, chars in _THOUSANDTHS.items() for char in chars}
_CELL = {0: 0.0, 1: 0.64, 2: 1.1}


def line_of(text: str) -> str:
    """A text of a plan as one line: blanks for line ends, and what would act or is not seen written out."""
    return terminal(" ".join(text.split()))


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    known = _WIDTHS.get(char)
    return _CELL[min(width(char), 2)] if known is None else known


def room_of(text: str, size: float, *, bold: bool = False) -> float:
    """The pixels that one line takes in letters of a size."""
    return sum(map(_em, text)) * size * _GENEROUS * (_BOLD if bold else 1)


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A line in so many pixels; what was longer ends in an ellipsis.

    >>> cut("Capture 25 % of the regional market", 130, 12)
    'Capture 25 % of the…'
    """
    if room_of(text, size, bold=bold) <= room:
        return text
    left = room - room_of(MARK, size, bold=bold)
    return text[: _fitting(text, left, size, bold=bold)].rstrip(" ,;:.-–\u200d") + MARK


def _fitting(text: str, room: float, size: float, *, bold: bool) -> int:
    """How many letters from the start fit."""
    scale, taken = size * _GENEROUS * (_BOLD if bold else 1), 0.0
    for at, char in enumerate(text):
        taken += _em(char) * scale
        if taken > room:
            return at
    return len(text)


def broken(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """A text in at most so many lines, broken at blanks; a longer word, and what is left at the end, is cut.

    >>> broken("Capture 25 % of the regional market", 120, 12, 2)
    ['Capture 25 % of the', 'regional market']
    """
    found: list[str] = []
    words = text.split(" ")
    at = 0
    while at < len(words) and len(found) < lines - 1:
        end = at + 1
        while end < len(words) and room_of(" ".join(words[at : end + 1]), size, bold=bold) <= room:
            end += 1
        found.append(cut(" ".join(words[at:end]), room, size, bold=bold))
        at = end
    if at < len(words):
        found.append(cut(" ".join(words[at:]), room, size, bold=bold))
    return found
