"""A workbook as a file: the extra `alignplan[xlsx]`, XlsxWriter. Every cell is written by its type, none is guessed."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from alignplan.errors import Misuse
from alignplan.output.tone import Tone
from alignplan.output.workbooks.amounts import DAY, held, shape_of, share_shape
from alignplan.output.workbooks.sheet import Share, Sheet, State, Value, Workbook
from alignplan.output.workbooks.texts import written_text
from alignplan.output.workbooks.widths import lines, widths

if TYPE_CHECKING:
    from xlsxwriter import Workbook as File
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["MOST_ROWS", "cut_texts", "left_rows", "workbook_bytes"]

MOST_ROWS = 1_048_575
"""A sheet has no room for more below its head."""
_DEEPEST = 15
"""Programs indent a cell so far at most."""
_A4 = 9
_WRAPPED = 60
_LINE, _HIGHEST = 15, 405
"""Points of a line; a row has no room for more. Not every program finds the height of a row by itself."""
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
_COLOURS = {Tone.GOOD: "#1a6b2d", Tone.WARN: "#8a5200", Tone.BAD: "#b3261e", Tone.MUTED: "#5c5c5c"}
_HEAD = {"bold": True, "bg_color": "#e8edf3", "bottom": 1, "valign": "top", "text_wrap": True}


def workbook_bytes(workbook: Workbook) -> bytes:
    """The whole file; the same for the same workbook. Raises Misuse where XlsxWriter is not installed."""
    try:
        from xlsxwriter import Workbook as Made
    except ModuleNotFoundError:
        raise Misuse("the format `xlsx` needs XlsxWriter", "pip install 'alignplan[xlsx]'") from None
    paper = BytesIO()
    file = Made(paper, _SETTINGS)
    made = datetime.combine(workbook.day, time())
    file.set_properties({"title": written_text(workbook.title).text[:255], "created": made})
    formats = _Formats(file)
    for sheet in workbook.sheets:
        _write(file.add_worksheet(sheet.name), sheet, formats)
    file.close()
    return paper.getvalue()


def cut_texts(workbook: Workbook) -> int:
    """How many texts are cut, since a cell has no room for them."""
    return sum(
        isinstance(value, str) and written_text(value).is_cut
        for sheet in workbook.sheets
        for row in sheet.rows[:MOST_ROWS]
        for value in row
    )


def left_rows(workbook: Workbook) -> int:
    """How many rows are left out, since a sheet has no room for them."""
    return sum(max(len(sheet.rows) - MOST_ROWS, 0) for sheet in workbook.sheets)


class _Formats:
    """The formats of a file, each made once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **stated: Any) -> Format:
        wanted = {"valign": "top", **stated}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            made = self._file.add_format({name: value for name, value in wanted.items() if name != "guarded"})
            if wanted.get("guarded"):
                made.set_quote_prefix()
            self._made[key] = made
        return self._made[key]


def _write(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    rows = sheet.rows[:MOST_ROWS]
    wide = widths(sheet)
    for at, head in enumerate(sheet.heads):
        page.write_string(0, at, head, formats(**_HEAD))
        page.set_column(at, at, wide[at])
    shares = [share_shape(row[at] for row in rows) for at in range(len(sheet.heads))]
    for down, row in enumerate(rows):
        high = max(lines(value, wide[at]) for at, value in enumerate(row))
        if high > 1:
            page.set_row(down + 1, min(high * _LINE, _HIGHEST))
        for at, value in enumerate(row):
            indent = _indent(sheet, down) if at == sheet.indented else {}
            _cell(page, (down + 1, at), value, shares[at], formats, indent)
    _lay_out(page, sheet, len(rows))


def _indent(sheet: Sheet, row: int) -> dict[str, Any]:
    depth = sheet.depths[row] if sheet.depths else 0
    return {"indent": min(depth, _DEEPEST), "align": "left"} if depth else {}


def _cell(
    page: Worksheet, at: tuple[int, int], value: Value, share: str, formats: _Formats, look: dict[str, Any]
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(*at, value, formats(**look))
    elif isinstance(value, State):
        colour = {"font_color": _COLOURS[value.tone]} if value.tone in _COLOURS else {}
        _text(page, at, value.word, formats, {**look, **colour})
    elif isinstance(value, str):
        _text(page, at, value, formats, look)
    else:
        kept = held(value)
        if isinstance(kept, str):
            _text(page, at, kept, formats, look)
        elif isinstance(kept, date):
            page.write_datetime(
                *at, datetime.combine(kept, time()), formats(**{"num_format": DAY, "align": "left", **look})
            )
        else:
            shape = share if isinstance(value, Share) else shape_of(kept)
            page.write_number(*at, kept, formats(num_format=shape, **look))


def _text(page: Worksheet, at: tuple[int, int], text: str, formats: _Formats, look: dict[str, Any]) -> None:
    written = written_text(text)
    wrapped = {"text_wrap": True} if len(text) > _WRAPPED or "\n" in text else {}
    guarded = {"guarded": True} if written.guarded else {}
    page.write_string(*at, written.text, formats(**{**look, **wrapped, **guarded}))


def _lay_out(page: Worksheet, sheet: Sheet, rows: int) -> None:
    """The head stays in sight and filters; on paper a page is as wide as the sheet."""
    page.freeze_panes(1, sheet.indented)
    page.autofilter(0, 0, rows, len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
