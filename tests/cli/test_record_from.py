"""`record --from`: a file of measurements, all of them or none."""

from __future__ import annotations

import json
import subprocess
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.cli.door import COMMAND, Done, environment, started, typed
from tests.cli.garden import text
from tests.cli.measured import CSV, ROOT, measured
from tests.cli.screen import Screen
from tests.plans import written

from alignplan import open_plan
from alignplan.model.kinds import Kind

MILK = CSV["data/milk.csv"]


@pytest.fixture
def dairy(tmp_path: Path) -> Path:
    return measured(tmp_path)


def recorded(dairy: Path, content: str | bytes, *words: str) -> Done:
    """What comes of a file with this content."""
    (dairy / "in.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return typed(dairy, "record", "--from", "in.csv", *words)


def unchanged(dairy: Path) -> bool:
    return (text(dairy, "alignplan.yaml"), text(dairy, "data/milk.csv")) == (ROOT, MILK)


def test_values_go_where_each_kpi_keeps_them(dairy: Path) -> None:
    done = recorded(
        dairy,
        "kpi,date,value,note\n"
        "milk,2026-10-31,660,\n"
        "germs,2026-10-31,70,\n"
        "germs,2026-04-30,85,Rain\n"
        "tanks,2026-07-31,600,\n"
        "fresh,2026-06-30,2,\n"
        "fresh,2026-03-31,1,\n"
        "old,2026-03,1,\n"
        "old,2026-10,4,\n"
        "quality/fat,2026-10-31,3.7,\n",
    )
    assert done.code == 0, done.err
    assert text(dairy, "alignplan.yaml") == (
        ROOT.replace("# the first\n", "# the first\n          2026-04-30: {value: 85, note: Rain}\n")
        .replace("2026-09-30: 82\n", "2026-09-30: 82\n          2026-10-31: 70\n")
        .replace("fresh: Never measured", "fresh:\n        title: Never measured\n"
                 "        actuals: {2026-03-31: 1, 2026-06-30: 2}")
        .replace("          '2026-09-30': 3", "          '2026-10': 4\n          '2026-09-30': 3")
        .replace("'2026-06-30': 2\n", "'2026-06-30': 2\n          '2026-03': 1\n")
    )  # fmt: skip
    assert text(dairy, "data/milk.csv") == (
        MILK.replace("2026-08", "2026-07-31,600,,\n2026-08") + "2026-10-31,660,,\n"
    )
    notes = [line for line in done.err.splitlines() if line.startswith("note:")]
    assert notes == [
        "note: `quality/tanks` takes its values from `milk`: it is recorded there",
        "note: 9 rows: 8 values of 4 KPIs to record, 1 there already",
    ]
    assert "quality/germs: 70 count on 2026-10-31" in done.err
    assert done.err.splitlines()[-1] == "next: alignplan kpis"


def test_all_that_is_wrong_is_told_by_row_and_nothing_is_recorded(dairy: Path) -> None:
    done = recorded(
        dairy,
        "kpi;date;value\n"
        "germs;2026-10-31;70\n"
        "\n"
        "germ;2026-10-31;70\n"
        "germs;2026-10-32;70\n"
        "germs;2026-09-30;83\n"
        "germs;2027-01-01;83\n"
        ";2026-10-31;5\n"
        "milk;;5\n"
        "milk;2026-10-31;18,5\n"
        "share;2026-10-31;5\n"
        "germs;2026-10-31;71\n",
    )
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "in.csv:4: there is no KPI `germ` in the plan (did you mean `quality/germs`?)\n"
        "in.csv:5: `2026-10-32` is not a date or period "
        "(write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026)\n"
        "in.csv:6: `quality/germs` has 82 count on 2026-09-30 already (alignplan.yaml:24), not 83 count "
        "(write the other value in its place with --replace)\n"
        "in.csv:7: `2027-01-01` is still to come (correct the date; what is planned for a day belongs in "
        "`checkpoints`: alignplan set quality/germs checkpoints.2027-01-01=…)\n"
        "in.csv:8: no KPI is named\n"
        "in.csv:9: no day is named\n"
        "in.csv:10: `18,5` is not a number (write a number such as 25 or 0.6)\n"
        "in.csv:11: `share` is computed: the ratio of `milk` and `all` "
        "(record those: alignplan record milk VALUE)\n"
        "in.csv:12: `quality/germs` has 70 count on 2026-10-31 at in.csv:2, and 71 count here "
        "(keep one of the two)\n"
        "error: nothing is recorded: 9 of 10 rows cannot be\n"
        "help: mend them, then run the command again\n"
    )
    assert unchanged(dairy)


def test_of_many_faults_the_first_are_told(dairy: Path) -> None:
    done = recorded(dairy, "kpi,date,value\n" + "x,2026-10-31,1\n" * 30)
    lines = done.err.splitlines()
    assert lines[0].startswith("in.csv:2: ")
    assert lines[19].startswith("in.csv:21: ")
    assert lines[20:22] == ["and 10 more", "error: nothing is recorded: 30 of 30 rows cannot be"]


def test_other_values_take_the_place_of_those_that_are_there_where_that_is_wanted(dairy: Path) -> None:
    content = (
        "kpi,date,value,note\ngerms,2026-09-30,83,\ngerms,2026-06-30,80,Three farms\nmilk,2026-09-30,641,\n"
    )
    assert recorded(dairy, content).code == 2
    done = recorded(dairy, content, "--replace")
    assert done.code == 0
    assert "note: 3 rows: 3 values of 2 KPIs to record, 3 of them in place of others\n" in done.err
    assert text(dairy, "alignplan.yaml") == ROOT.replace("30: 82", "30: 83").replace(
        "Two farms", "Three farms"
    )
    assert text(dairy, "data/milk.csv") == MILK.replace("640", "641")


def test_the_same_file_again_changes_nothing(dairy: Path) -> None:
    content = (
        "kpi,date,value\ngerms,2026-10-31,70\nmilk,2026-10-31,660\nfresh,2026-10,5\nfresh,2026-10-31,5.0\n"
    )
    assert recorded(dairy, content).code == 0
    after = text(dairy, "alignplan.yaml"), text(dairy, "data/milk.csv")
    done = recorded(dairy, content)
    assert (done.code, done.out) == (0, "")
    assert done.err == "note: 4 rows: 0 values of 0 KPIs to record, 3 there already\n"
    assert (text(dairy, "alignplan.yaml"), text(dairy, "data/milk.csv")) == after


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("date,value\n2026-10-31,70\n", ["germs"]),
        ("date\tvalue\n2026-10-31\t70", ["germs"]),
        ("kpi,value\r\ngerms,70\r\n", ["--on", "2026-10-31"]),
        (b"\xef\xbb\xbfValue;Date;KPI\r\n70;2026-10-31;germs\r\n", []),
        ('"kpi","date","value"\n"quality/germs"," 2026-10-31 ","70"\n', []),
        ("value\n70\n", ["germs", "--on", "2026-10-31"]),
    ],
)
def test_ways_to_write_the_same(dairy: Path, content: str | bytes, words: list[str]) -> None:
    done = recorded(dairy, content, *words)
    assert done.code == 0, done.err
    assert text(dairy, "alignplan.yaml") == ROOT.replace("30: 82\n", "30: 82\n          2026-10-31: 70\n")


@pytest.mark.parametrize(
    ("content", "words", "error"),
    [
        ("kpi,value\ngerms,1\n", [], "in.csv:1: the first row does not name the column `date`"),
        ("", [], "in.csv:1: the first row does not name the columns `kpi`, `date` and `value`"),
        ('kpi,date,value\n"germs,2026,1\n', [], "in.csv:2: not CSV: unexpected end of data"),
        ("kpi,date,value\ng\xe9rms,2026,1\n".encode("latin-1"), [], "in.csv:2:2: byte 0xe9 is not UTF-8"),
        ("kpi,date,value\n", ["germs"], "in.csv has a column `kpi`, and `germs` was typed"),
        ("kpi,date,value\n", ["--on", "2026"], "in.csv has a column `date`, and `2026` was typed"),
        ("date,value\n", ["germs", "5"],
         "the file has the values and notes: the value does not go with --from"),
        ("date,value\n", ["germs", "--note", "x"],
         "the file has the values and notes: --note does not go with --from"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_measurements_is_refused(
    dairy: Path, content: str | bytes, words: list[str], error: str
) -> None:
    done = recorded(dairy, content, *words)
    assert done.code == 2
    assert done.err.splitlines()[0] == f"error: {error}"
    assert unchanged(dairy)


def test_a_file_that_is_not_there(dairy: Path) -> None:
    done = typed(dairy, "record", "--from", "out.csv")
    assert (done.code, done.err) == (2, "error: out.csv cannot be read: there is no such file\n")


def test_rows_without_a_value_and_columns_of_others_are_told(dairy: Path) -> None:
    done = recorded(dairy, "kpi,date,value,Who\ngerms,2026-10-31,,me\nmilk,2026-10-31\n")
    assert done.err == (
        "note: columns that are not read: Who\n"
        "note: 2 rows have no value\n"
        "note: in.csv holds no measurements\n"
        "note: nothing to change: the plan says so already\n"
    )
    assert done.code == 0


def test_standard_input(dairy: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "record", "germs", "--from", "-", "-q"],
        cwd=dairy, env=environment(), input=b"date,value\n2026-10-31,70\n2026-10-32,1\n",
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"standard input:3: `2026-10-32` is not a date or period")
    assert started(dairy, "record", "--from", "-").returncode == 2


def test_the_answer_has_a_change_for_each_value_with_its_line(dairy: Path) -> None:
    content = (
        "kpi,date,value\ngerms,2026-10-31,70\ngerms,2026-01-31,99\nmilk,2026-10-31,660\nmilk,2026-01-31,5\n"
    )
    answer = json.loads(recorded(dairy, content, "-f", "json").out)
    found = {(one["path"], one["line"], one["field"]) for one in answer["changes"]}
    assert found == {
        ("alignplan.yaml", 26, "actuals.2026-10-31"),
        ("alignplan.yaml", 20, "actuals.2026-01-31"),
        ("data/milk.csv", 5, "actuals.2026-10-31"),
        ("data/milk.csv", 2, "actuals.2026-01-31"),
    }
    root, milk = text(dairy, "alignplan.yaml").splitlines(), text(dairy, "data/milk.csv").splitlines()
    assert (root[25], root[19]) == ("          2026-10-31: 70", "          2026-01-31: 99")
    assert (milk[4], milk[1]) == ("2026-10-31,660,,", "2026-01-31,5,,")


def test_on_a_terminal_jumps_are_asked_about_once(dairy: Path) -> None:
    steady = "{" + ", ".join(f"2026-0{month}-01: {10 + month}" for month in range(1, 8)) + "}"
    (dairy / "alignplan.yaml").write_text(ROOT.replace("actuals:  # soon", f"actuals: {steady}"))
    (dairy / "in.csv").write_text("kpi,date,value\nempty,2026-08-01,170\nempty,2026-09-01,18\n")
    screen = Screen(dairy, "record", "--from", "in.csv", "--no-pager")
    screen.answer("Record it all the same? [y/N]: ", "n")
    done = screen.done()
    assert done.code == 2
    assert (
        "`quality/empty` jumps from 17 to 170 on 2026-08-01, a step of 153 where the median is 1" in done.err
    )


def test_ten_thousand_rows_take_seconds(tmp_path: Path) -> None:
    head = "alignplan: 1\nplan: {title: Big}\nkpis:\n"
    kpis = "".join(f"  k{number}:\n    title: K\n    actuals:\n      2000-01-01: 0\n" for number in range(50))
    written(tmp_path, head + kpis)
    days = [date(2001, 1, 1) + timedelta(number) for number in range(200)]
    rows = [f"k{number},{day},{at}\n" for at, day in enumerate(reversed(days)) for number in range(50)]
    (tmp_path / "in.csv").write_text("kpi,date,value\n" + "".join(rows))
    start = time.process_time()
    done = typed(tmp_path, "record", "--from", "in.csv", "-q")
    assert time.process_time() - start < 5
    assert done.code == 0
    for node in open_plan(tmp_path).items.kinds[Kind.KPI]:
        assert [(point.day, point.value) for point in node.model.actuals[1:]] == [
            (day, 199 - at) for at, day in enumerate(days)
        ]
