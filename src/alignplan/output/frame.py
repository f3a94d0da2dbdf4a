"""Code frames in the manner of rustc: source lines with a bar at their left, and marks below what is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignplan.diagnostics.report import Excerpt, Spot
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen
from alignplan.output.source import SourceLine, source_line
from alignplan.records import record

__all__ = ["Frame", "Mark", "frames_of", "gutter_of"]

# Off a terminal lines are whole, but a line that is a document of its own would bury the message.
_LONGEST_LINE = 240
_NARROWEST_LINE = 20
# A mark over more lines than this shows its first and last ones.
_LONGEST_BLOCK, _HEAD_LINES, _TAIL_LINES = 8, 4, 2


@record
class Mark:
    """A spot that is underlined with `sign`, with a short text beside it."""

    spot: Spot
    label: str
    excerpt: Excerpt
    sign: str
    pen: Pen


@record
class Frame:
    """The marks in one file, the first of them named in the arrow line, and the lines to show by their number."""

    marks: tuple[Mark, ...]
    lines: dict[int, str]

    def draw(self, gutter: int, ink: Ink) -> Iterator[Shown]:
        """The lines of the frame below its arrow line; `gutter` is the width of the line numbers."""
        block = self._block()
        drawing = _Drawing(self, block, gutter, ink)
        before = None
        for number in sorted(self.lines):
            if block and block.elides(number):
                continue
            if before is not None and number > before + 1:
                yield drawing.gap(number)
            yield from drawing.line(number)
            before = number

    def _block(self) -> _Block | None:
        """The first mark, where it covers more than one of the lines."""
        spot = self.marks[0].spot
        first, last = max(spot.line, min(self.lines)), min(spot.end_line, max(self.lines))
        return _Block(self.marks[0], first, last) if last > first else None


@record
class _Block:
    """A mark over the lines `first` to `last`."""

    mark: Mark
    first: int
    last: int

    def elides(self, number: int) -> bool:
        if self.last - self.first < _LONGEST_BLOCK:
            return False
        return self.first + _HEAD_LINES <= number <= self.last - _TAIL_LINES


@record
class _Drawing:
    """One frame while it is drawn."""

    frame: Frame
    block: _Block | None
    gutter: int
    ink: Ink

    def gap(self, number: int) -> Shown:
        """The line for those that are left out before `number`."""
        inside = self.block is not None and self.block.first < number <= self.block.last
        rail = self._rail("| ") if inside else ""
        return Shown(
            f"{self.ink.stroke(Shown('...'.ljust(self.gutter + 3)), Pen.BOLD_BLUE)}{rail}".rstrip(" ")
        )

    def line(self, number: int) -> Iterator[Shown]:
        """A source line and the marks below it."""
        marks = [mark for mark in self.frame.marks if mark.spot.line == number and not self._is_block(mark)]
        view = self._view(number, marks)
        starts_at_text = self._starts_at_text(number)
        yield self._row(str(number), self._margin(number, starts_at_text), view.text)
        if self.block and number == self.block.first and not starts_at_text:
            reach = view.cells_before(self.block.mark.spot.column)
            yield self._row("", " ", self._rail("_" * (reach + 1) + self.block.mark.sign))
        for mark in marks:
            yield self._row("", self._margin(number, starts_at_text, below=True), self._underline(mark, view))
        if self.block and number == self.block.last:
            yield self._row("", "", self._block_end(self.block, view))

    def _view(self, number: int, marks: Sequence[Mark]) -> SourceLine:
        raw = self.frame.lines[number]
        focus = marks[0].spot.column if marks else 1
        if self.block and number == self.block.first:
            focus = self.block.mark.spot.column if number == self.block.mark.spot.line else 1
        elif self.block and number == self.block.last and number == self.block.mark.spot.end_line:
            focus = self.block.mark.spot.end_column
        room = (self.ink.width or _LONGEST_LINE) - self.gutter - 3 - (2 if self.block else 0)
        return source_line(raw, focus, max(room, _NARROWEST_LINE), self.ink)

    def _is_block(self, mark: Mark) -> bool:
        return self.block is not None and mark is self.block.mark

    def _starts_at_text(self, number: int) -> bool:
        """Whether the block begins with the first letter of line `number`: then no line leads to its start."""
        block = self.block
        if block is None or number != block.first:
            return False
        before = (
            self.frame.lines[number][: block.mark.spot.column - 1] if number == block.mark.spot.line else ""
        )
        return not before.strip(" \t-")

    def _margin(self, number: int, starts_at_text: bool, below: bool = False) -> Shown:
        block = self.block
        if block is None:
            return Shown("")
        if block.first < number <= block.last or (starts_at_text and below):
            return self._rail("| ")
        return self._rail("/ ") if starts_at_text else Shown("  ")

    def _underline(self, mark: Mark, view: SourceLine) -> Shown:
        start = view.cells_before(mark.spot.column)
        end_column = mark.spot.end_column if mark.spot.end_line <= mark.spot.line else len(view.raw) + 1
        length = max(view.cells_before(end_column) - start, 1)
        text = f"{mark.sign * length} {self.ink.show(mark.label)}".rstrip(" ")
        return Shown(" " * start + self.ink.stroke(Shown(text), mark.pen))

    def _block_end(self, block: _Block, view: SourceLine) -> Shown:
        whole = block.last == block.mark.spot.end_line
        reach = view.cells_before(block.mark.spot.end_column if whole else len(view.raw) + 1)
        text = f"|{'_' * max(reach, 1)}{block.mark.sign} {self.ink.show(block.mark.label)}"
        return self.ink.stroke(Shown(text.rstrip(" ")), block.mark.pen)

    def _rail(self, text: str) -> Shown:
        return self.ink.stroke(Shown(text), self.block.mark.pen) if self.block else Shown("")

    def _row(self, number: str, margin: str, text: Shown) -> Shown:
        bar = self.ink.stroke(Shown(f"{number:>{self.gutter}} |"), Pen.BOLD_BLUE)
        return Shown(f"{bar} {margin}{text}".rstrip(" "))


def frames_of(marks: Sequence[Mark]) -> list[Frame]:
    """One frame for each file, that of the first mark first."""
    by_path: dict[str, list[Mark]] = {}
    for mark in marks:
        by_path.setdefault(mark.spot.path, []).append(_settled(mark))
    return [Frame(tuple(group), _lines(group)) for group in by_path.values()]


def gutter_of(frames: Sequence[Frame]) -> int:
    """The width of the longest line number, at least one digit."""
    return max((len(str(max(frame.lines))) for frame in frames), default=1)


def _lines(marks: Sequence[Mark]) -> dict[int, str]:
    """The lines of all excerpts by their number."""
    return {number: text for mark in marks for number, text in _excerpted(mark)}


def _excerpted(mark: Mark) -> Iterator[tuple[int, str]]:
    """The lines of an excerpt, without blank ones at its edges that the mark is not about."""
    lines = list(enumerate(mark.excerpt.lines, start=mark.excerpt.first))
    ends = (mark.spot.line, mark.spot.end_line)
    meant = [number for number, text in lines if text.strip() or number in ends] or [lines[0][0]]
    return (line for line in lines if meant[0] <= line[0] <= meant[-1])


def _settled(mark: Mark) -> Mark:
    """A mark that ends before the first letter of a line ends with the line before it."""
    spot = mark.spot
    if spot.end_line <= spot.line or spot.end_column > 1:
        return mark
    last = spot.end_line - 1
    at = last - mark.excerpt.first
    length = len(mark.excerpt.lines[at].rstrip("\r\n")) if 0 <= at < len(mark.excerpt.lines) else 0
    return replace(mark, spot=replace(spot, end_line=last, end_column=length + 1))
