"""How wide columns are, in letters: as wide as what stands in them, as far as that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alignplan.output.figures import short_number
from alignplan.output.measure import width
from alignplan.output.workbooks.amounts import held
from alignplan.output.workbooks.sheet import Share, Sheet, State, Value

__all__ = ["lines", "widths"]

_NARROWEST, _WIDEST = 8, 60
_OF_A_DAY = 11
_BUTTON = 3
"""The button of the filter stands over the head."""
_LONGEST = 4_000
_MEASURED = 2_000
"""So many rows are measured; the others are no different."""


def widths(sheet: Sheet) -> list[int]:
    """The width of each column; a wider text is wrapped."""
    rows = sheet.rows[:_MEASURED]
    return [_width(sheet, at, [row[at] for row in rows]) for at in range(len(sheet.heads))]


def _width(sheet: Sheet, at: int, values: Sequence[Value]) -> int:
    indent = 2 * max(sheet.depths, default=0) if at == sheet.indented else 0
    inside = max(map(_letters, values), default=0) + indent
    return min(max(width(sheet.heads[at]) + _BUTTON, inside + 1, _NARROWEST), _WIDEST)


def _letters(value: Value) -> int:
    if value is None:
        return 0
    if isinstance(value, date):
        return _OF_A_DAY
    if isinstance(value, Share):
        return len("100.0%")
    if isinstance(value, State):
        return width(value.word)
    if isinstance(value, str):
        return max((width(line[: _WIDEST + 1]) for line in value[: 4 * _WIDEST].splitlines()), default=0)
    return len(short_number(value)) + 2 if isinstance(held(value), (int, float)) else _WIDEST


def lines(value: Value, wide: int) -> int:
    """How many lines a value takes in a column: texts that are wider are wrapped."""
    if not isinstance(value, str) or (len(value) < wide and "\n" not in value):
        return 1
    return sum(max(1, -(-width(line[:_LONGEST]) // max(wide - 1, 1))) for line in value.splitlines())
