"""What each format of a view looks like, character by character."""

from __future__ import annotations

import pytest

from alignplan.output.document import Align, Cell, Column, Document, Facts, Prose, Row, Table, Tone
from alignplan.output.documents import csv, markdown, plain, table, tsv
from alignplan.output.ink import Ink
from alignplan.output.measure import width


def lines_of(text: str) -> list[str]:
    return text.strip("\n").split("\n")


TABLE_80 = """
Gaps
objective       title                                    served  owned  enough
──────────────────────────────────────────────────────────────────────────────
market-share    Own a fifth of the regional market for…   4 ✔      ✔      71 %
├─ share-2026   18 % by the end of 2026                   3 ✔      ✔     104 %
│  └─ south     日本語のタイトル                          1 ✔      ✘      -4 %
└─ share-2027   =1+1                                      1 ✔      ✔         –
retail-loyalty  Retailers, all of them, recommend us      0 ✘      ✘         –

Coverage 68 % → see below

share-2026
  owner   mia
  health  at risk
"""


def test_table_fits_its_width(gaps: Document) -> None:
    assert list(table.render(gaps, Ink(width=78))) == lines_of(TABLE_80)


NARROW_ASCII = """
Gaps
objective       title     served  owned  enough
-----------------------------------------------
market-share    Own a...  4 yes    yes     71 %
|- share-2026   18 % ...  3 yes    yes    104 %
|  `- south     \\u{65...  1 yes    no      -4 %
`- share-2027   =1+1      1 yes    yes        -
retail-loyalty  Retai...   0 no    no         -

Coverage 68 % -> see
below

share-2026
  owner   mia
  health  at risk
"""


def test_narrow_ascii_table_cuts_titles_and_no_ids(gaps: Document) -> None:
    assert list(table.render(gaps, Ink(width=20, encoding="ascii"))) == lines_of(NARROW_ASCII)


PLAIN = """
Gaps
objective       title                                                 served  owned  enough
market-share    Own a fifth of the regional market for packaged food   4 ✔      ✔      71 %
├─ share-2026   18 % by the end of 2026                                3 ✔      ✔     104 %
│  └─ south     日本語のタイトル                                       1 ✔      ✘      -4 %
└─ share-2027   =1+1                                                   1 ✔      ✔         –
retail-loyalty  Retailers, all of them, recommend us                   0 ✘      ✘         –

Coverage 68 % → see below

share-2026
  owner   mia
  health  at risk
"""


def test_plain_cuts_nothing_whatever_the_width(gaps: Document) -> None:
    assert list(plain.render(gaps, Ink(width=20))) == lines_of(PLAIN)


CSV = """
objective,title,served,owned,enough
market-share,Own a fifth of the regional market for packaged food,4 ✔,✔,71.25
share-2026,18 % by the end of 2026,3 ✔,✔,104
south,日本語のタイトル,1 ✔,✘,-4
share-2027,'=1+1,1 ✔,✔,
retail-loyalty,"Retailers, all of them, recommend us",0 ✘,✘,
"""


def test_csv_carries_exact_values_of_the_first_table(gaps: Document) -> None:
    assert list(csv.render(gaps, Ink())) == lines_of(CSV)


def test_tsv_carries_the_same_with_tabs(gaps: Document) -> None:
    rows = [line.replace(",", "\t") for line in lines_of(CSV)]
    rows[-1] = "retail-loyalty\tRetailers, all of them, recommend us\t0 ✘\t✘\t"
    assert list(tsv.render(gaps, Ink())) == rows


MARKDOWN = """
**Gaps**

| objective         | title                                                | served | owned | enough |
| ----------------- | ---------------------------------------------------- | :----: | :---: | -----: |
| market-share      | Own a fifth of the regional market for packaged food |  4 ✔   |   ✔   |   71 % |
| &emsp;share-2026  | 18 % by the end of 2026                              |  3 ✔   |   ✔   |  104 % |
| &emsp;&emsp;south | 日本語のタイトル                                     |  1 ✔   |   ✘   |   -4 % |
| &emsp;share-2027  | =1+1                                                 |  1 ✔   |   ✔   |      – |
| retail-loyalty    | Retailers, all of them, recommend us                 |  0 ✘   |   ✘   |      – |

Coverage 68 % → see below

**share-2026**

- **owner**: mia
- **health**: at risk
"""


def test_markdown_reads_well_as_text(gaps: Document) -> None:
    assert list(markdown.render(gaps, Ink())) == lines_of(MARKDOWN)


def test_colours_follow_the_tones() -> None:
    cells = (Cell("a", tone=Tone.STRONG), Cell("late", tone=Tone.BAD), Cell("–", tone=Tone.MUTED))
    one = Document((Table((Column("x", "x"), Column("y", "y"), Column("z", "z")), (Row(cells),)),))
    painted = list(plain.render(one, Ink(colour=True)))
    assert painted == [
        "\x1b[1mx\x1b[0m  \x1b[1my\x1b[0m     \x1b[1mz\x1b[0m",
        "\x1b[1ma\x1b[0m  \x1b[31mlate\x1b[0m  \x1b[2m–\x1b[0m",
    ]
    assert "\x1b[31mlate\x1b[0m" in list(table.render(one, Ink(colour=True)))[2]


@pytest.mark.parametrize("ink", [Ink(width=70), Ink(encoding="ascii"), Ink(width=1)])
def test_long_tables_look_like_short_ones(gaps: Document, ink: Ink, monkeypatch: pytest.MonkeyPatch) -> None:
    short = list(table.render(gaps, ink))
    monkeypatch.setattr(table, "_MOST_ROWS_FOR_RICH", 0)
    assert list(table.render(gaps, ink)) == short


def test_only_columns_that_may_shrink_are_cut() -> None:
    columns = (
        Column("id", "id"),
        Column("title", "title", shrink=True),
        Column("reason", "reason", shrink=True),
    )
    row = Row((Cell("a-rather-long-id"), Cell("t" * 40), Cell("r" * 12)))
    rendered = list(table.render(Document((Table(columns, (row,)),)), Ink(width=50)))
    assert rendered[2] == "a-rather-long-id  " + "t" * 17 + "…  " + "r" * 12
    assert [width(line) for line in rendered] == [44, 50, 50]


def test_prose_is_wrapped_at_blanks_but_a_layout_is_not() -> None:
    prose = Prose((Cell("one two three four five six"), Cell("bars  ████████████████████")))
    assert list(table.render(Document((prose,)), Ink(width=20))) == [
        "one two three four",
        "five six",
        "bars  ████████████████████",
    ]
    assert next(plain.render(Document((prose,)), Ink(width=20))) == "one two three four five six"


def test_values_of_facts_hang_below_each_other() -> None:
    facts = Facts((("note", Cell("one two three four five six seven")), ("a", Cell(""))))
    assert list(table.render(Document((facts,)), Ink(width=28))) == [
        "  note  one two three four",
        "        five six seven",
        "  a",
    ]


def test_csv_without_a_table_prints_the_facts() -> None:
    facts = Facts(
        (
            ("served", Cell("yes", value=True)),
            ("share", Cell("18 %", value=18.5)),
            ("due", Cell("?", value=None)),
        )
    )
    assert list(csv.render(Document((facts,)), Ink())) == ["key,value", "served,true", "share,18.5", "due,"]


def test_an_empty_table_shows_its_columns() -> None:
    empty = Document((Table((Column("id", "id"), Column("due", "due", Align.RIGHT)), ()),))
    assert list(table.render(empty, Ink())) == ["id  due", "───────"]
    assert list(plain.render(empty, Ink())) == ["id  due"]
    assert list(csv.render(empty, Ink())) == ["id,due"]
    assert list(markdown.render(empty, Ink())) == ["| id  | due |", "| --- | --: |"]


def test_a_deep_tree_stays_short() -> None:
    rows = tuple(Row((Cell(f"n{depth}"),), depth) for depth in range(3000))
    rendered = list(plain.render(Document((Table((Column("id", "id"),), rows, tree=True),)), Ink()))
    assert rendered[1:4] == ["n0", "└─ n1", "   └─ n2"]
    assert rendered[-1] == " " * 69 + "…2999 └─ n2999"


def test_a_row_hangs_below_the_last_one_of_smaller_depth() -> None:
    depths = [0, 2, 1, 3, 1, 0]
    rows = tuple(Row((Cell("x"),), depth) for depth in depths)
    rendered = list(plain.render(Document((Table((Column("id", "id"),), rows, tree=True),)), Ink()))
    assert rendered[1:] == ["x", "│  └─ x", "├─ x", "│     └─ x", "└─ x", "x"]
