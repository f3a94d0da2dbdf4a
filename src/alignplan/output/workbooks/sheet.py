"""A sheet: what stands in its cells, without a word about how a file keeps it."""

from __future__ import annotations

from datetime import date

from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["Share", "Sheet", "State", "Value", "Workbook"]


@record
class Share:
    """A percentage as everywhere in the program, with 100 as all; a spreadsheet calculates with 1."""

    percent: float


@record
class State:
    """A word that stands for a state, and how it is meant."""

    word: str
    tone: Tone = Tone.PLAIN


Value = str | int | float | bool | date | Share | State | None
"""What a cell holds. `None` is unknown: an empty cell."""


@record
class Sheet:
    """Rows under heads. `depths`, where they are stated, say of each row how far its cell in the column `indented` is.

    `name` has at most 31 letters and none of `[]:*?/` and backslashes; the columns before `indented` stay in sight.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    depths: tuple[int, ...] = ()
    indented: int = 1


@record
class Workbook:
    """Sheets in order. `day` is when it says it was made: the day on which the plan is judged, so that the same plan
    gives the same bytes.
    """

    title: str
    day: date
    sheets: tuple[Sheet, ...]
