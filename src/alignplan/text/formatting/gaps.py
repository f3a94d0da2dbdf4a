"""What stands between two tokens on different lines: comments, each beside what it belongs to, and blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignplan.text.formatting.shape import STEP, Shape
from alignplan.text.formatting.tokens import Part, Token
from alignplan.text.patching.lines import column_of

__all__ = ["Gap", "Gaps", "beside"]

_BESIDE = "  "
"""What parts a comment from what stands before it on its line."""
_MOST_BLANK = 2
"""Blank lines in a row between the top-level entries of a file; elsewhere one."""
_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Gap:
    """The text from `start` to `end`, between two tokens; none is before the first and behind the last."""

    start: int
    end: int
    before: Token | None
    behind: Token | None

    @property
    def depth(self) -> int:
        """That of the token behind; less than any where there is none."""
        return -1 if self.behind is None else self.behind.depth

    @property
    def goes_in(self) -> bool:
        """Whether the token behind is the first inside the one before."""
        return self.before is not None and self.depth > self.before.depth


@dataclass(slots=True)
class _Line:
    """A line between tokens: a comment, a mark of the document, or nothing. `depth` is of what it belongs to."""

    said: str = ""
    column: int = 0
    depth: int = -1

    def __str__(self) -> str:
        return f"{' ' * self.column}{self.said}" if self.said else ""


class Gaps:
    """Goes through a text from gap to gap, and knows where what is open there begins."""

    def __init__(self, text: str, shape: Shape) -> None:
        self._text = text
        self._shape = shape
        self._levels: list[int] = []
        """The column, as it stands, of the entry of each depth that was passed last."""
        self._siblings: dict[int, Token] = {}
        """The entry of each depth that was passed last."""

    def passed(self, token: Token) -> None:
        """Go on behind a token."""
        if token.part is Part.ENTRY:
            self._levels[token.depth :] = [column_of(self._text, token.start)]
            self._siblings[token.depth] = token

    def is_plain(self, written: str, before: Token | None, token: Token) -> bool:
        """Whether nothing is to change between two tokens, for a short reason: one just stands below the other."""
        if (
            before is None
            or len(written) != STEP * token.depth + 1
            or not written.isspace()
            or "\t" in written
        ):
            return False
        return written[0] == "\n" and written.count("\n") == 1 and not self._is_apart(token)

    def between(self, gap: Gap) -> str:
        """What is to stand there in place of what does."""
        if gap.behind is None and self._ends_open(gap):
            return ""
        written = self._text[gap.start : gap.end].split("\n")
        first = None if gap.before is None else written.pop(0)
        last = "" if gap.behind is None else self._margin(gap.behind, written.pop())
        lines = self._set_off(gap, _few_blank(gap, self._lines(gap, written)))
        head = [] if first is None else [beside(first)]
        return "\n".join([*head, *map(str, lines), last])

    def _ends_open(self, gap: Gap) -> bool:
        """Whether a line end at the end of the file would be a part of its last text."""
        if gap.before is None or gap.before.node.style not in _BLOCKS or gap.start < len(self._text):
            return False
        header = self._text[gap.before.start : gap.end].partition("\n")[0]
        return "-" not in header.partition("#")[0]

    def _margin(self, token: Token, written: str) -> str:
        mark = written.strip(" \t")
        return f"{mark} " if mark else " " * (STEP * token.depth)  # `--- ` may stand before a value

    # ------------------------------------------------------------ comments

    def _lines(self, gap: Gap, written: list[str]) -> list[_Line]:
        """The lines, each comment at its column: that of what stands below it, or inside what ends above it."""
        lines = [_Line(line.strip(" \t")) for line in written]
        behind = -1 if gap.behind is None else column_of(self._text, gap.behind.start)
        settled, level = gap.goes_in, len(self._levels)
        for line, old in zip(lines, written, strict=True):
            if line.said.startswith("#"):
                column = len(old) - len(old.lstrip(" \t"))
                settled = settled or column <= behind
                level = max(gap.depth, 0) if settled else min(level, self._level(gap.depth, column))
                line.depth, line.column = level, self._column(gap, level)
        return lines

    def _level(self, depth: int, column: int) -> int:
        """The depth of what is open deeper than `depth` and begins at a column or behind it; else one more than all."""
        for level in range(depth + 1, len(self._levels)):
            if self._levels[level] >= column:
                return level
        return len(self._levels)

    def _column(self, gap: Gap, level: int) -> int:
        in_text = gap.before is not None and gap.before.node.style in _BLOCKS
        # As far in as the lines of a text it would be one of them.
        return STEP * level - (1 if in_text and level == len(self._levels) else 0)

    # ------------------------------------------------------------ blank lines

    def _set_off(self, gap: Gap, lines: list[_Line]) -> list[_Line]:
        """With a blank line between entries that are to have one."""
        token = gap.behind
        if token is None or gap.before is None or gap.before.node.keeps or not self._is_apart(token):
            return lines
        at = max((number + 1 for number, line in enumerate(lines) if line.depth > token.depth), default=0)
        if any(not line.said for line in lines[at:]):
            return lines
        return [*lines[:at], _Line(), *lines[at:]]

    def _is_apart(self, token: Token) -> bool:
        """Whether a blank line is to stand between an entry and the one before it."""
        sibling = self._siblings.get(token.depth)
        if token.part is not Part.ENTRY or sibling is None or sibling.above is not token.above:
            return False
        if token.above is None:
            return self._is_section(sibling) or self._is_section(token)
        return token.depth == 1 and self._is_section(token.above) and (sibling.opens or token.opens)

    def _is_section(self, token: Token) -> bool:
        return token.opens and token.entry is not None and token.entry.key in self._shape.sections


def beside(text: str) -> str:
    """What stands behind the last token of a line."""
    comment = text.strip(" \t")
    return f"{_BESIDE}{comment}" if comment else ""


def _few_blank(gap: Gap, lines: list[_Line]) -> list[_Line]:
    """Without more blank lines in a row than there may be."""
    kept = list(_capped(lines, _MOST_BLANK if gap.depth <= 0 else 1))
    if gap.before is None or gap.goes_in:
        while kept and not kept[0].said:
            kept.pop(0)
    if gap.behind is None:
        while kept and not kept[-1].said:
            kept.pop()
    return kept


def _capped(lines: list[_Line], most: int) -> Iterator[_Line]:
    row = 0
    for line in lines:
        row = 0 if line.said else row + 1
        if row <= most:
            yield line
