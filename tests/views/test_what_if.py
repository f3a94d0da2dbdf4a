"""Two tables laid beside each other: which rows and values are told, and in what words."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alignplan.output.document import Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import day, number, percent, state
from alignplan.views.what_if import beside, counted, layouts, sheet

COLUMNS = (
    Column("item", "id"),
    Column("done", "progress"),
    Column("health", "health"),
    Column("why", "why", shrink=True),
)


def table(*rows: tuple[str, float | None, str | None, str]) -> Table:
    cells = ((Cell(id), percent(done), state(health), Cell(why)) for id, done, health, why in rows)
    return Table(COLUMNS, tuple(Row(tuple(row)) for row in cells))


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def first(old: Table, new: Table, *, everything: bool = False) -> Table:
    found = next(layouts(new, beside(old, new), everything=everything))[0]
    assert isinstance(found, Table)
    return found


def test_only_what_differs_is_told_with_the_difference() -> None:
    old = table(("a", 42.2, "on_track", "x"), ("b", 10, "at_risk", "y"))
    new = table(("a", 38, "on_track", "x"), ("b", 10, "at_risk", "y"))
    found = first(old, new)
    assert [column.title for column in found.columns] == ["item", "done"]
    assert texts(found) == [["a", "42 % → 38 % (−4.2)"]]
    assert found.rows[0].cells[1].tone is Tone.BAD
    assert counted(beside(old, new)) == "1 changes, 1 as today"


def test_what_reads_the_same_gets_more_digits() -> None:
    assert texts(first(table(("a", 42.01, None, "")), table(("a", 42.02, None, "")))) == [
        ["a", "42.01 % → 42.02 % (+0.01)"]
    ]


def test_sums_in_another_order_are_no_difference() -> None:
    old, new = table(("a", 0.1 + 0.2, None, "")), table(("a", 0.3, None, ""))
    assert list(layouts(new, beside(old, new), everything=False)) == []
    assert counted(beside(old, new)) == "1 as today"


def test_unknown_is_neither_less_nor_worse() -> None:
    found = first(table(("a", None, "no_data", "")), table(("a", 0, "on_track", "")))
    assert texts(found) == [["a", "– → 0 %", "○ no data → ● on track"]]
    assert found.rows[0].cells[1].tone is Tone.PLAIN


def test_what_is_gone_stands_where_it_stood_and_what_is_new_where_it_stands() -> None:
    old = table(("a", 1, None, ""), ("b", 2, None, ""), ("c", 3, None, ""))
    new = table(("a", 5, None, ""), ("d", 4, None, ""), ("c", 3, None, ""))
    assert texts(first(old, new)) == [["a", "1 % → 5 % (+4)"], ["b (gone)", "2 %"], ["d (new)", "4 %"]]
    assert counted(beside(old, new)) == "1 changes, 1 new, 1 gone, 1 as today"


def test_days_move_by_days_and_numbers_by_their_amount() -> None:
    columns = (Column("item", "id"), Column("due", "due"), Column("now", "now"))
    old, new = (
        Table(columns, (Row((Cell("a"), day(due), number(now))),))
        for due, now in ((_day(31), 64200.0), (_day(1), 70000.0))
    )
    assert texts(first(old, new)) == [["a", "2026-12-31 → 2026-12-01 (−30 d)", "64,200 → 70,000 (+5,800)"]]


def _day(number: int) -> date:
    return date(2026, 12, number)


def test_in_less_room_sentences_go_then_each_figure_has_a_row() -> None:
    old, new = table(("a", 42, "on_track", "was so")), table(("a", 38, "off_track", "is so"))
    wide, short, listed, facts = layouts(new, beside(old, new), everything=False)
    assert isinstance(wide[0], Table)
    assert texts(wide[0]) == [["a", "42 % → 38 % (−4)", "● on track → × off track", "is so"]]
    assert isinstance(short[0], Table)
    assert texts(short[0]) == [["a", "42 % → 38 % (−4)", "● on track → × off track"]]
    assert isinstance(listed[0], Table)
    assert texts(listed[0]) == [
        ["a", "", "", ""],
        ["done", "42 %", "38 %", "−4"],
        ["health", "● on track", "× off track", "worse"],
    ]
    assert isinstance(facts[0], Facts)
    assert [(name, cell.text) for name, cell in facts[0].pairs] == [
        ("done", "42 % → 38 % (−4)"),
        ("health", "● on track → × off track"),
    ]


_VALUES = st.one_of(st.none(), st.floats(-1e6, 1e6))
_ROWS = st.dictionaries(st.sampled_from("abcdefgh"), _VALUES, max_size=8)


@given(_ROWS, _ROWS)
def test_every_row_of_both_is_there_once_and_numbers_add_up(
    old: dict[str, float | None], new: dict[str, float | None]
) -> None:
    before, after = (table(*((id, value, None, "") for id, value in rows.items())) for rows in (old, new))
    found = beside(before, after)
    assert sorted(line.id for line in found) == sorted(old.keys() | new.keys())
    assert [line.id for line in found if line.id in new] == list(new)
    rows = [[cell.exact for cell in row.cells] for row in sheet(found, everything=True).rows]
    told = {str(row[0]): row[3:] for row in rows if row[2] == "progress"}
    for id, (today, what_if, difference) in told.items():
        assert (today, what_if) == (old.get(id), new.get(id))
        if difference is not None:
            assert isinstance(today, float)
            assert isinstance(what_if, float)
            assert difference == what_if - today
