"""Workbooks as files: every cell has its type, no text is taken for anything else, and the bytes are the same."""

from __future__ import annotations

import builtins
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.output.workbooks.reading import Cell, Page, pages

from alignplan.errors import Misuse
from alignplan.output.tone import Tone
from alignplan.output.workbooks.sheet import Share, Sheet, State, Value, Workbook
from alignplan.output.workbooks.texts import MOST_LETTERS, written_text
from alignplan.output.workbooks.writing import cut_texts, left_rows, workbook_bytes

DAY = date(2026, 11, 22)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = [str(text) for text in json.loads((Path(__file__).parents[1] / "hostile.json").read_text("utf-8"))]

pytest.importorskip("xlsxwriter")


def book(*rows: tuple[Value, ...], heads: tuple[str, ...] = (), **more: Any) -> Workbook:
    width = max(len(row) for row in rows)
    titles = heads or tuple(f"column {at}" for at in range(width))
    return Workbook("A plan & more", DAY, (Sheet("Items", titles, rows, **more),))


def page(*rows: tuple[Value, ...], **more: Any) -> Page:
    return pages(workbook_bytes(book(*rows, **more)))["Items"]


def test_every_value_is_a_cell_of_its_type() -> None:
    found = page(
        ("sell-more", 1234, 0.5, True, date(2026, 11, 22), Share(71.3), State("● on track", Tone.GOOD), None)
    )
    assert found.cells["A2"] == Cell("s", "sell-more")
    assert found.cells["B2"] == Cell("n", "1234", "#,##0")
    assert found.cells["C2"] == Cell("n", "0.5", "#,##0.0##")
    assert found.cells["D2"] == Cell("b", "1")
    assert found.cells["E2"] == Cell("n", "46348", "yyyy-mm-dd")  # days since 1899-12-30
    assert found.cells["F2"] == Cell("n", "0.713", "0.0%")
    assert found.cells["G2"] == Cell("s", "● on track")
    assert "H2" not in found.cells


def test_what_is_unknown_is_an_empty_cell_and_never_0() -> None:
    assert page((None, 0, "", Share(0))).row(2) == ["", "0", "", "0"]


def test_the_shares_of_a_column_have_all_a_digit_behind_the_point_or_none() -> None:
    found = page((Share(50), Share(50)), (Share(33.3), Share(100)))
    assert [found.cells[at].shape for at in ("A2", "A3", "B2", "B3")] == ["0.0%", "0.0%", "0%", "0%"]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(1900, 2, 28)])
def test_a_day_that_programs_do_not_agree_on_is_a_text(day: date) -> None:
    assert page((day,)).cells["A2"] == Cell("s", day.isoformat())


def test_the_first_and_the_last_day_that_they_know_are_days() -> None:
    found = page((date(1900, 3, 1), date(9999, 12, 31)))
    assert [found.cells[at].value for at in ("A2", "B2")] == ["61", "2958465"]


def test_a_number_that_no_cell_can_hold_is_a_text() -> None:
    assert page((10**400, 1e308, -1e308)).row(2) == [str(10**400), "1e+308", "-1e+308"]


# ------------------------------------------------------------ texts


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1+1", "\n=1", "'quoted"])
def test_what_looks_like_a_formula_is_a_text_and_stays_one_when_it_is_edited(text: str) -> None:
    assert page((text,)).cells["A2"] == Cell("s", text, quoted=True)


@pytest.mark.parametrize(
    "text", ["007", "1e5", "TRUE", "2026-11-22", "http://localhost/", "internal:A1", "50%", "#N/A"]
)
def test_what_looks_like_something_else_is_the_text_that_it_is(text: str) -> None:
    found = page((text,))
    assert found.cells["A2"] == Cell("s", text)
    assert found.tree.find(f"{MAIN}hyperlinks") is None


def test_a_text_that_the_library_takes_for_markup_is_none() -> None:
    text = "<r><t>away</t></r>"
    assert page((text,)).cells["A2"].value.rstrip() == text
    assert page(("<r>& <broken</r>",)).cells["A2"].value.rstrip() == "<r>& <broken</r>"


def test_an_escape_of_the_format_inside_of_a_text_is_a_part_of_the_text() -> None:
    assert page(("_x0041_ and _x000D_",)).cells["A2"].value == "_x0041_ and _x000D_"


def test_control_characters_are_shown_and_line_ends_stay() -> None:
    assert (
        page(("a\x1b[31m\x00\ufffe\nb\tc\r\nd",)).cells["A2"].value == "a\\u{1b}[31m\\u{0}\\u{fffe}\nb\\tc\nd"
    )


def test_a_text_that_is_too_long_is_cut_and_counted() -> None:
    long = book(("x" * MOST_LETTERS, "y" * (MOST_LETTERS + 1)))
    found = pages(workbook_bytes(long))["Items"]
    assert found.cells["A2"].value == "x" * MOST_LETTERS
    assert found.cells["B2"].value == "y" * (MOST_LETTERS - 8) + " … (cut)"
    assert cut_texts(long) == 1


def test_letters_of_two_units_are_counted_as_two_and_never_parted() -> None:
    written = written_text("a" + "😀" * 20_000)
    assert written.is_cut
    assert len(written.text.encode("utf-16-le")) // 2 <= MOST_LETTERS
    assert written.text.endswith("😀 … (cut)")


def test_every_hostile_text_is_one_cell_in_a_sound_file() -> None:
    found = page(*((text, "beside") for text in HOSTILE))
    for at, text in enumerate(HOSTILE, start=2):
        assert found.cells[f"B{at}"].value == "beside"
        if text:
            shown = written_text(text).text
            assert found.cells[f"A{at}"].value == shown.replace("\r\n", "\n")
            assert found.cells[f"A{at}"].type == "s"
    assert max(len(found.row(at)) for at in range(1, len(HOSTILE) + 2)) == 2


def test_a_hostile_title_of_the_plan_leaves_the_file_sound() -> None:
    for text in HOSTILE:
        assert list(pages(workbook_bytes(Workbook(text, DAY, (Sheet("Items", ("a",), ((1,),)),))))) == [
            "Items"
        ]


# ------------------------------------------------------------ the sheet


def test_the_head_and_the_first_column_stay_in_sight_and_the_head_filters() -> None:
    found = page(("a", "b", "c"), ("d", "e", "f"))
    pane = found.tree.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    assert pane is not None
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "1", "frozen")
    filtered = found.tree.find(f"{MAIN}autoFilter")
    assert filtered is not None
    assert filtered.get("ref") == "A1:C3"


def test_columns_are_as_wide_as_what_stands_in_them_up_to_60_letters() -> None:
    found = page(("x" * 20, "y" * 500, "z"), heads=("a", "b", "of the planned way"))
    widths = [float(one.get("width", "0")) for one in found.tree.iter(f"{MAIN}col")]
    assert [round(width) for width in widths] == [22, 61, 22]


def test_a_row_is_as_high_as_its_longest_text_wrapped() -> None:
    found = page(("a", "short"), ("b", "x" * 150), ("c", "one\ntwo"), ("d", "z" * 50_000))
    heights = {one.get("r"): one.get("ht") for one in found.tree.iter(f"{MAIN}row")}
    assert heights == {"1": None, "2": None, "3": "45", "4": "30", "5": "405"}


def test_titles_are_indented_by_the_depth_of_their_row() -> None:
    found = page(("a", "Top"), ("b", "Below"), ("c", "Deep"), depths=(0, 1, 40))
    assert [found.cells[f"B{at}"].indent for at in (2, 3, 4)] == [0, 1, 15]
    assert found.cells["A3"].indent == 0


def test_the_same_plan_gives_the_same_bytes() -> None:
    one = book(("a", 1, date(2026, 1, 1), State("× off track", Tone.BAD)), ("=b", 2.5, None, "c"))
    assert workbook_bytes(one) == workbook_bytes(one)


def test_the_file_says_that_it_was_made_on_the_day_of_the_plan() -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(workbook_bytes(book(("a",))))) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert core.count("2026-11-22T00:00:00Z") == 2
    assert "<dc:title>A plan &amp; more</dc:title>" in core


def test_rows_beyond_the_last_of_a_sheet_are_counted() -> None:
    row = ("a",)
    assert left_rows(Workbook("", DAY, (Sheet("Items", ("a",), (row,) * 1_048_580),))) == 5


def test_another_reader_reads_the_same() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = (("=1+1", 1234.5, date(2026, 11, 22)), ("plain", Share(71.3), None))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(book(*rows))))["Items"]
    found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert found[0][:2] == ["=1+1", 1234.5]
    assert found[0][2].date() == date(2026, 11, 22)
    assert sheet["C2"].is_date
    assert sheet["A2"].data_type == "s"
    assert found[1] == ["plain", 0.713, None]


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    there = builtins.__import__

    def absent(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "xlsxwriter":
            raise ModuleNotFoundError(name)
        return there(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(Misuse, match=r"^the format `xlsx` needs XlsxWriter$") as refused:
        workbook_bytes(book(("a",)))
    assert refused.value.hint == "pip install 'alignplan[xlsx]'"
