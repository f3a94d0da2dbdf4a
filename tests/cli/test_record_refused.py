"""`record`: what cannot be recorded is said in one line, with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import text
from tests.cli.measured import CSV, ROOT, measured

MILK = CSV["data/milk.csv"]


@pytest.fixture
def dairy(tmp_path: Path) -> Path:
    return measured(tmp_path)


REPLACE = "write the other value in its place with --replace"
LATER = "correct the date; what is planned for a day belongs in `checkpoints`:"


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["germs", "83", "--on", "2026-09-30"],
         "`quality/germs` has 82 count on 2026-09-30 already (alignplan.yaml:24), not 83 count", REPLACE),
        (["germs", "83", "--on", "2026-06-30"],
         "`quality/germs` has 80 count on 2026-06-30 already (alignplan.yaml:21), not 83 count", REPLACE),
        (["milk", "641", "--on", "2026-09"],
         "`milk` has 640 t on 2026-09-30 already (data/milk.csv:3), not 641 t", REPLACE),
        (["milk", "640", "--on", "2026-09", "--note", "Wet"],
         "`milk` has 640 t on 2026-09-30 already (data/milk.csv:3) with the note `Dry`, not `Wet`",
         "write the other note in its place with --replace"),
        (["germs", "70", "--on", "2026-11-23"], "`2026-11-23` is still to come",
         f"{LATER} alignplan set quality/germs checkpoints.2026-11-23=…"),
        (["germs", "70", "--on", "2026-Q4"], "`2026-Q4` ends on 2026-12-31, which is still to come",
         f"{LATER} alignplan set quality/germs checkpoints.2026-12-31=…"),
        (["germs", "70", "--on", "30.9.2026"], "`30.9.2026` is not a date or period", "did you mean `2026-09-30`?"),
        (["germs", "70", "--on", "soon"], "`soon` is not a date or period",
         "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"),
        (["germs", "70", "--on", "2026-09-31"], "`2026-09-31` is not a date or period",
         "write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026"),
        (["germs", "many"], "`many` is not a number", "write a number such as 25 or 0.6"),
        (["germs", "8,5"], "`8,5` is not a number", "write a number such as 25 or 0.6"),
        (["germs", "nan"], "`nan` is not a number", "write a number such as 25 or 0.6"),
        (["germs", "1e16"], "`1e16` is not a number", "write a number between -10¹⁵ and 10¹⁵, in a larger unit"),
        (["germs", ""], "there is no value", "write a number such as 25 or 0.6"),
        (["clean", "maybe"], "`maybe` is not a number", "write yes or no"),
        (["germs", "80%"], "the unit of `quality/germs` is `count`, not `%`", "write the number alone"),
        (["tanks", "80%"], "the unit of `milk` is `t`, not `%`", "write the number alone"),
        (["share", "50"], "`share` is computed: the ratio of `milk` and `all`",
         "record those: alignplan record milk VALUE"),
        (["both", "50"], "`both` is computed: the sum of `milk` and `all`",
         "record those: alignplan record milk VALUE"),
        (["cream", "50"], "`cream` is computed: the mean of `quality/fat` and `milk-fat`",
         "record those: alignplan record quality/fat VALUE"),
        (["milks", "50"], "there is no KPI `milks` in the plan", "did you mean `milk`?"),
        (["quality/germ", "50"], "there is no KPI `quality/germ` in the plan", "did you mean `quality/germs`?"),
        (["xyz", "50"], "there is no KPI `xyz` in the plan", "`alignplan ls kind:kpi` lists the KPIs"),
        (["quality", "50"], "`quality` is an objective; what is measured is a KPI",
         "its own: `quality/germs`, `quality/fat`, `quality/tanks`, `quality/old`, `quality/fresh` …"),
        (["mia", "50"], "`mia` is a person; what is measured is a KPI", "`alignplan ls kind:kpi` lists the KPIs"),
        (["germs"], "there is a value missing", "write `alignplan record KPI VALUE`, or --from FILE.csv"),
        ([], "there is a KPI and a value missing", "write `alignplan record KPI VALUE`, or --from FILE.csv"),
        (["germs", "70", "--onn", "2026"], "there is no option `--onn`", "did you mean `--on`?"),
        (["germs", "-3", "--replce"], "there is no option `--replce`", "did you mean `--replace`?"),
        (["germs", "70", "80"], "got unexpected extra argument(s) (80)", "`alignplan record --help` lists what there is"),
        (["germs", "70", "-f", "table"], "unknown output format `table`", "there are diff, json"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_said_with_the_way_out(
    dairy: Path, words: list[str], error: str, hint: str
) -> None:
    done = typed(dairy, "record", *words)
    assert (done.code, done.out, done.err) == (2, "", f"error: {error}\nhelp: {hint}\n")
    assert text(dairy, "alignplan.yaml") == ROOT


@pytest.mark.parametrize(
    ("old", "new", "words", "error"),
    [
        ("data/milk.csv", "data/cow.csv", ["milk", "1"],
         "`milk` keeps its values in data/cow.csv (alignplan.yaml:43), which cannot be read"),
        ("data/milk.csv", "../milk.csv", ["milk", "1"],
         "`milk` keeps its values in ../milk.csv (alignplan.yaml:43), which cannot be read"),
        ("series: milk", "series: cow", ["tanks", "1"],
         "`quality/tanks` takes its values from `cow`, which is no KPI of the plan"),
        ("series: milk", "series: both", ["tanks", "1"],
         "`quality/tanks` takes its values from `both`, which is computed: the sum of `milk` and `all`"),
        ("{title: Milk, unit: t, baseline: 500, target: 900, actuals: data/milk.csv}", "{series: quality/tanks}",
         ["tanks", "1"], "the `series` of `quality/tanks` runs in a circle"),
        ("actuals:  # soon", "actuals: [1, 2]", ["empty", "1"],
         "`actuals` of `quality/empty` is no mapping: alignplan.yaml:41"),
        ("  fat: {title: Fat,", "  milk-fat: {title: Fat,", ["milk", "1"], ""),
    ],
)  # fmt: skip
def test_a_kpi_whose_values_cannot_be_found(
    dairy: Path, old: str, new: str, words: list[str], error: str
) -> None:
    (dairy / "alignplan.yaml").write_text(ROOT.replace(old, new))
    done = typed(dairy, "record", *words)
    if not error:
        assert done.code == 0
        return
    assert done.code == 2
    assert done.err.splitlines()[0] == f"error: {error}"


@pytest.mark.parametrize(
    ("milk", "error"),
    [
        ("day,value\n", "data/milk.csv:1: the first row does not name the column `date`"),
        ('date,value\n2026-01-31,"1\n', "data/milk.csv:2: not CSV: unexpected end of data"),
        ("date,value\n2026-01-31,1\n2026-Q1,2\n2026-01,3\n",
         "2026-01-31 stands twice: data/milk.csv:2 and :4"),
    ],
)  # fmt: skip
def test_a_file_of_measurements_that_cannot_be_changed(dairy: Path, milk: str, error: str) -> None:
    (dairy / "data/milk.csv").write_text(milk)
    done = typed(dairy, "record", "milk", "5", "--on", "2026-01-31", "--replace")
    assert done.code == 2
    assert done.err.splitlines()[0] == f"error: {error}"
    assert text(dairy, "data/milk.csv") == milk


def test_bytes_that_are_no_text_are_not_written_over(dairy: Path) -> None:
    content = MILK.replace("Dry", "Dürre").encode("latin-1")
    (dairy / "data/milk.csv").write_bytes(content)
    done = typed(dairy, "record", "milk", "5")
    assert (done.code, done.err) == (
        2, "error: data/milk.csv:3:19: byte 0xfc is not UTF-8\nhelp: save the file as UTF-8\n"
    )  # fmt: skip
    assert (dairy / "data/milk.csv").read_bytes() == content


def test_a_day_that_stands_twice_is_not_guessed(dairy: Path) -> None:
    (dairy / "alignplan.yaml").write_text(
        ROOT.replace("2026-09-30: 82", "2026-09-30: 82\n          2026-Q3: 83")
    )
    done = typed(dairy, "record", "germs", "82", "--on", "2026-09-30")
    words = "`2026-09-30` and `2026-Q3` of `quality/germs` are the same day: alignplan.yaml:25"
    assert (done.code, done.err) == (2, f"error: {words}\nhelp: keep one of the two\n")


def test_an_empty_day_gets_the_value(dairy: Path) -> None:
    root = ROOT.replace("2026-09-30: 82", "2026-09-30: 82\n          2026-10-31:  # soon")
    (dairy / "alignplan.yaml").write_text(root)
    assert typed(dairy, "record", "germs", "70", "--on", "2026-10").code == 0
    assert text(dairy, "alignplan.yaml") == root.replace("2026-10-31:  # soon", "2026-10-31: 70  # soon")


def test_a_note_is_text(dairy: Path) -> None:
    done = typed(dairy, "record", "milk", "70", "--note", "a\x1b[31m")
    assert (done.code, done.err) == (2, "error: the note holds a control character\nhelp: leave it out\n")


def test_a_name_that_several_kpis_have_is_asked_for_in_full(dairy: Path) -> None:
    (dairy / "alignplan.yaml").write_text(
        ROOT.replace("kpis:\n  milk", "  more:\n    title: More\n    kpis: {germs: Germs}\nkpis:\n  milk")
    )
    done = typed(dairy, "record", "germs", "5")
    assert done.err == (
        "error: 2 KPIs have the name `germs`: `quality/germs`, `more/germs`\n"
        "help: write one of them: quality/germs\n"
    )
    assert typed(dairy, "record", "more/germs", "5").code == 0
