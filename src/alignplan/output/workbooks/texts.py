"""Texts in cells: what a spreadsheet program would take for something else, or has no room for."""

from __future__ import annotations

from alignplan.output.escape import Sheet as SheetText
from alignplan.output.escape import sheet_text
from alignplan.records import record

__all__ = ["MOST_LETTERS", "Written", "written_text"]

MOST_LETTERS = 32_767
"""A cell has no room for more, in units of UTF-16."""
_CUT = " … (cut)"
_RUNS = tuple("=+-@＝＋－＠'")
"""What spreadsheet programs take for a formula, or for the sign before a text, when a cell is typed anew."""


@record
class Written:
    """A text as a cell gets it. `guarded`: it is marked, so that it stays a text when somebody edits the cell."""

    text: SheetText
    guarded: bool
    is_cut: bool


def written_text(text: str) -> Written:
    """The text for a cell: no control characters, at most as long as there is room."""
    shown = sheet_text(text)
    cut = _units(shown) > MOST_LETTERS if len(shown) > MOST_LETTERS // 2 else False
    if cut:
        shown = SheetText(_head(shown, MOST_LETTERS - len(_CUT)) + _CUT)
    if shown.startswith("<r>") and shown.endswith("</r>"):
        shown = SheetText(shown + " ")  # XlsxWriter takes such a text for markup, and writes it as it stands
    return Written(shown, shown.lstrip()[:1] in _RUNS, cut)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _head(text: str, units: int) -> str:
    """As much of the text as fits; a letter of two units is never parted."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
