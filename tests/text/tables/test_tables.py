"""Tables: where their cells stand, and changes of them that leave every other character as it was."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.text.patching.changes import Edit
from alignplan.text.patching.pieces import apply
from alignplan.text.tables.reading import NoTable, delimiter_of, table
from alignplan.text.tables.revising import NewRow, NewText, Revision, revised


def after(text: str, texts: list[NewText], rows: list[NewRow]) -> tuple[str, Revision]:
    done = revised(table(text, "date", "value"), texts, rows)
    last = 0
    for edit in done.edits:
        assert last <= edit.start <= edit.end
        last = edit.end + 1  # none touches another
    return apply(text, done.edits), done


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("date,value", ","),
        ("date;value\n1;2", ";"),
        ("date\tvalue\tx,y", "\t"),
        (' Value , "DATE" ,x;y;z', ","),
        ("date,value,x;y;z;w", ","),
        ("no;table,here", ","),
        ('"unclosed;date;value', ","),
        ("", ","),
    ],
)
def test_the_names_of_the_columns_tell_what_separates_cells(header: str, delimiter: str) -> None:
    assert delimiter_of(header, "date", "value") == delimiter


def test_rows_and_cells_have_places() -> None:
    text = 'date,value,note\r\n2026-01-31, 18 ,"a ""b"",\r\nc"\r\n\r\n2026-02-28,19'
    found = table(text, "date", "value")
    assert [row.line for row in found.rows] == [1, 2, 4, 5]
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["date", "value", "note"], ["2026-01-31", " 18 ", 'a "b",\r\nc'], [], ["2026-02-28", "19"]
    ]  # fmt: skip
    assert [text[cell.start : cell.end] for cell in found.rows[1].cells] == [
        "2026-01-31", " 18 ", '"a ""b"",\r\nc"'
    ]  # fmt: skip
    assert found.rows[2].is_empty
    assert (found.column("note"), found.column("x")) == (2, None)
    assert (found.cell(found.rows[1], 1), found.cell(found.rows[3], 2)) == ("18", "")


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "the first row does not name the columns `date` and `value`", 1),
        ("date,x\n", "the first row does not name the column `value`", 1),
        ('date,value\n1,2\n3,"4\n', "not CSV: unexpected end of data", 3),
        ('date,value\n1,"2"3\n', "not CSV: ',' expected after '\"'", 2),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(NoTable) as refused:
        table(text, "date", "value")
    assert (refused.value.message, refused.value.line) == (message, line)


@pytest.mark.parametrize(
    ("text", "row", "new"),
    [
        ("date,value\n1,2\n", NewRow(1, {0: "3", 1: "4"}), "date,value\n1,2\n3,4\n"),
        ("date,value\n1,2", NewRow(1, {0: "3", 1: "4"}), "date,value\n1,2\n3,4"),
        ("date,value\r\n1,2\r\n", NewRow(1, {0: "3", 1: "4"}), "date,value\r\n1,2\r\n3,4\r\n"),
        ("date,value\r\n1,2", NewRow(1, {0: "3", 1: "4"}), "date,value\r\n1,2\r\n3,4"),
        ("date,value", NewRow(0, {0: "3", 1: "4"}), "date,value\n3,4"),
        ("date,value\n1,2\n\n\n", NewRow(1, {0: "3", 1: "4"}), "date,value\n1,2\n3,4\n\n\n"),
        ("x,value,date,y\na,2,1,b\n", NewRow(0, {2: "0", 1: "4"}), "x,value,date,y\n,4,0,\na,2,1,b\n"),
        ('date,value\n"1","2"\n', NewRow(1, {0: "3", 1: "4"}), 'date,value\n"1","2"\n"3","4"\n'),
        ('date,value,n\n1,2,"a,b"\n', NewRow(1, {0: "3", 1: "4"}), 'date,value,n\n1,2,"a,b"\n3,4,\n'),
        ("date,value,n\n1,2\n", NewRow(1, {0: "3", 1: "4"}), "date,value,n\n1,2\n3,4\n"),
        ("date,value,n\n1,2\n", NewRow(1, {0: "3", 1: "4", 2: 'a "b"'}),
         'date,value,n\n1,2\n3,4,"a ""b"""\n'),
        ("date, value\n1,  2\n", NewRow(1, {0: "3", 1: "4"}), "date, value\n1,  2\n3,  4\n"),
        ("date;value;n\n1;2;x\n", NewRow(1, {0: "3", 1: "4", 2: "a,b;c"}),
         'date;value;n\n1;2;x\n3;4;"a,b;c"\n'),
        ("date\tvalue\n1\t2\n", NewRow(1, {0: "3", 1: "4"}), "date\tvalue\n1\t2\n3\t4\n"),
    ],
)  # fmt: skip
def test_a_new_row_is_written_as_the_one_beside_it(text: str, row: NewRow, new: str) -> None:
    assert after(text, [], [row])[0] == new


@pytest.mark.parametrize(
    ("text", "change", "new"),
    [
        ("date,value,x\n1,2,a b\n", NewText(1, 1, "9"), "date,value,x\n1,9,a b\n"),
        ('date,value,x\n1,"2",a\n', NewText(1, 1, "9"), 'date,value,x\n1,"9",a\n'),
        ("date,value,x\n1, 2,a\n", NewText(1, 1, "9"), "date,value,x\n1, 9,a\n"),
        ("date,value,x\n1,,a\n", NewText(1, 1, "9"), "date,value,x\n1,9,a\n"),
        ("date,value,y,x\n1,2\n", NewText(1, 3, "a, b"), 'date,value,y,x\n1,2,,"a, b"\n'),
        ("date,value,x\n1,2,", NewText(1, 2, "a"), "date,value,x\n1,2,a"),
    ],
)
def test_a_cell_gets_another_text_and_the_row_keeps_the_rest(text: str, change: NewText, new: str) -> None:
    assert after(text, [change], [])[0] == new


def test_lines_are_those_of_the_new_text() -> None:
    text = 'date,value,n\n1,2,"a\nb"\n5,6,c\n'
    new, done = after(
        text,
        [NewText(2, 1, "7"), NewText(2, 2, "d")],
        [
            NewRow(2, {0: "8", 1: "9"}),
            NewRow(0, {0: "0", 1: "1"}),
            NewRow(1, {0: "3", 1: "4"}),
            NewRow(2, {0: "9", 1: "9"}),
        ],
    )
    assert new == 'date,value,n\n0,1,\n1,2,"a\nb"\n3,4,\n5,7,d\n8,9,\n9,9,\n'
    assert (done.text_lines, done.row_lines) == ((6, 6), (7, 2, 5, 8))


def test_what_touches_is_one_edit() -> None:
    text = "date,value,n\n1,2\n"
    done = after(text, [NewText(1, 2, "x")], [NewRow(1, {0: "3", 1: "4"})])[1]
    assert done.edits == (Edit(16, 16, ",x\n3,4"),)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0\x85\u2028\u2029"), max_size=6)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.booleans(),
    st.data(),
)
@settings(max_examples=150, deadline=None)
def test_any_table_reads_as_intended_and_keeps_every_other_line(
    rows: list[tuple[str, str, str]],
    delimiter: str,
    newline: str,
    quoting: Literal[0, 1],
    ended: bool,
    data: st.DataObject,
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerows([("date", "value", "other"), *rows])
    text = stream.getvalue() if ended else stream.getvalue().removesuffix(newline)
    number = data.draw(st.integers(1, len(rows)))
    cell, added = data.draw(CELLS), data.draw(CELLS)
    place = data.draw(st.integers(0, len(rows)))
    new, _ = after(text, [NewText(number, 1, cell)], [NewRow(place, {0: "day", 1: added})])
    found = [
        [one.strip() for one in row] for row in csv.reader(io.StringIO(new, newline=""), delimiter=delimiter)
    ]
    wanted = [["date", "value", "other"], *([one.strip() for one in row] for row in rows)]
    wanted[number][1] = cell.strip()
    wanted.insert(place + 1, ["day", added.strip(), ""])
    assert found == wanted
    old_lines, new_lines = text.split(newline), new.split(newline)
    assert new_lines[place + 1].lstrip().startswith(("day", '"day"'))
    del new_lines[place + 1]
    assert [one for at, one in enumerate(new_lines) if at != number] == [
        one for at, one in enumerate(old_lines) if at != number
    ]
