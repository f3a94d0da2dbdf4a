"""A line of a plan file as a code frame shows it: harmless, tabs as blanks, long lines cut around what matters."""

from __future__ import annotations

from alignplan.output.escape import Shown
from alignplan.output.ink import Ink
from alignplan.output.measure import cut, width
from alignplan.records import record

__all__ = ["SourceLine", "source_line"]

_TAB = "    "


@record
class SourceLine:
    """The part of a line that is shown; `start` is the offset of its first character in the line."""

    text: Shown
    raw: str
    start: int
    lead: int
    ink: Ink

    def cells_before(self, column: int) -> int:
        """The number of cells before a column (from 1) of the file; what is cut off counts to its edge."""
        before = self.raw[self.start : max(column - 1, self.start)]
        return min(self.lead + width(_harmless(before, self.ink)), width(self.text))


def source_line(raw: str, focus: int, room: int, ink: Ink) -> SourceLine:
    """`raw` in at most `room` cells, with column `focus` (from 1) in sight."""
    raw = raw.rstrip("\r\n")
    if len(raw) <= room:
        whole = _harmless(raw, ink)
        if width(whole) <= room:
            return SourceLine(whole, raw, 0, 0, ink)
    start = _start(raw, min(focus - 1, len(raw)), room // 2, ink)
    mark = ink.sign("…")
    lead = mark if start else Shown("")
    part = _harmless(raw[start : start + room + 1], ink)
    shown = cut(part, room - width(lead), mark)
    return SourceLine(Shown(lead + shown), raw, start, width(lead), ink)


def _start(raw: str, focus: int, room: int, ink: Ink) -> int:
    """The offset to begin with, so that what stands between it and `focus` takes at most `room` cells."""
    start = max(0, focus - room)
    while start < focus and width(_harmless(raw[start:focus], ink)) > room:
        start += (focus - start + 1) // 2
    return start


def _harmless(text: str, ink: Ink) -> Shown:
    return ink.show(text.replace("\t", _TAB))
