"""`record`: one measurement into the plan, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import text
from tests.cli.measured import CSV, ROOT, measured

LONG = "A long text: with signs, and so on and on and on; it does not make more lines of it"
MILK, ALL = CSV["data/milk.csv"], CSV["data/all.csv"]


@pytest.fixture
def dairy(tmp_path: Path) -> Path:
    return measured(tmp_path)


def test_the_diff_and_what_it_means(dairy: Path) -> None:
    done = typed(dairy, "record", "germs", "60", "--on", "2026-10-31")
    assert done.out == (
        "diff --git a/alignplan.yaml b/alignplan.yaml\n"
        "--- a/alignplan.yaml\n"
        "+++ b/alignplan.yaml\n"
        "@@ -22,6 +22,7 @@\n"
        " \n"
        "           # after the heat\n"
        "           2026-09-30: 82\n"
        "+          2026-10-31: 60\n"
        "         notes: Every quarter\n"
        '       fat: {title: Fat, unit: "%", baseline: 3.5, target: 4.2, actuals: {2026-08-31: 3.6%, 2026-10-31: 3.7%}}\n'
        "       tanks: {series: milk, target: 900}\n"
    )
    assert done.err == (
        "quality/germs: 60 count on 2026-10-31, off track → on track, 44 % of the way (was 20 %), "
        "107 % against plan (was 54 %)\n"
        "next: alignplan kpis quality/germs\n"
    )
    assert done.code == 0
    assert text(dairy, "alignplan.yaml") == ROOT.replace(
        "2026-09-30: 82\n", "2026-09-30: 82\n          2026-10-31: 60\n"
    )
    assert typed(dairy, *done.err.splitlines()[-1].split()[2:]).code == 0


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        # among the others, in the order of time
        (["germs", "95", "--on", "2026-01-31"], "          2026-03-31: 90",
         "          2026-01-31: 95\n          2026-03-31: 90"),
        (["germs", "85", "--on", "2026-04-30"], "# the first\n", "# the first\n          2026-04-30: 85\n"),
        (["germs", "81", "--on", "2026-07-31"], "Two farms}\n", "Two farms}\n          2026-07-31: 81\n"),
        (["quality/fat", "3.65", "--on", "2026-09-30"], "3.6%, 2026", "3.6%, 2026-09-30: 3.65%, 2026"),
        (["old", "4", "--on", "2026-10-31"], "          '2026-09-30': 3",
         "          '2026-10-31': 4\n          '2026-09-30': 3"),
        (["old", "1", "--on", "2026-03-31"], "'2026-06-30': 2\n", "'2026-06-30': 2\n          '2026-03-31': 1\n"),
        (["old", "2.5", "--on", "2026-08"], "3\n          '2026-06-30'",
         "3\n          '2026-08': 2.5\n          '2026-06-30'"),
        # periods, and today
        (["germs", "70", "--on", "FY2027-Q1", "--replace"], "2026-09-30: 82", "2026-09-30: 70"),
        (["germs", "70"], "2026-09-30: 82\n", "2026-09-30: 82\n          2026-11-22: 70\n"),
        (["germs", "70", "--on", "2026-10"], "2026-09-30: 82\n", "2026-09-30: 82\n          2026-10: 70\n"),
        # notes
        (["germs", "70", "--note", LONG], "2026-09-30: 82\n",
         f'2026-09-30: 82\n          2026-11-22: {{value: 70, note: "{LONG}"}}\n'),
        (["germs", "82", "--on", "2026-09-30", "--note", "Heat"], "30: 82", "30: {value: 82, note: Heat}"),
        (["fat", "3.7", "--on", "2026-10-31", "--note", "New\nlab"], "2026-10-31: 3.7%",
         "2026-10-31: {value: 3.7%, note: New lab}"),
        # another value
        (["germs", "79", "--on", "2026-06-30", "--replace"], "value: 80", "value: 79"),
        (["germs", "79", "--on", "2026-Q2", "--replace", "--note", "One farm"], "{value: 80, note: Two farms}",
         "{value: 79, note: One farm}"),
        (["germs", "80", "--on", "2026-06-30", "--replace", "--note", "One farm"], "Two farms", "One farm"),
        # the first value
        (["fresh", "7"], "fresh: Never measured", "fresh: {title: Never measured, actuals: {2026-11-22: 7}}"),
        (["empty", "1", "--note", "At last"], "actuals:  # soon",
         "actuals:  # soon\n          2026-11-22: {value: 1, note: At last}"),
        (["clean", "yes"], "target: true}", "target: true, actuals: {2026-11-22: true}}"),
        (["clean", "No"], "target: true}", "target: true, actuals: {2026-11-22: false}}"),
        # numbers
        (["old", "-3"], "          '2026-09-30': 3", "          '2026-11-22': -3\n          '2026-09-30': 3"),
        (["old", "-.5"], "          '2026-09-30': 3", "          '2026-11-22': -.5\n          '2026-09-30': 3"),
        (["old", "+1.5e2"], "          '2026-09-30': 3", "          '2026-11-22': +1.5e2\n          '2026-09-30': 3"),
        (["milk-fat", "4.3"], "2026-09-20: 4.1}", f"2026-09-20: 4.1,\n{' ' * 86}2026-11-22: 4.3}}"),
    ],
)  # fmt: skip
def test_one_value_in_the_plan_file(dairy: Path, words: list[str], old: str, new: str) -> None:
    assert ROOT.count(old) == 1
    done = typed(dairy, "record", *words)
    assert done.code == 0, done.err
    assert text(dairy, "alignplan.yaml") == ROOT.replace(old, new)
    changed = [line for line in done.out.splitlines()[3:] if line.startswith(("+", "-"))]
    assert sum(line.startswith("+") for line in changed) <= 2
    assert sum(line.startswith("-") for line in changed) <= 1


@pytest.mark.parametrize(
    ("words", "file", "new"),
    [
        (["milk", "650", "--on", "2026-10-31"], "milk", MILK + "2026-10-31,650,,\n"),
        (["milk", "600", "--on", "2026-07-31"], "milk", MILK.replace("2026-08", "2026-07-31,600,,\n2026-08")),
        (["milk", "620", "--on", "2026-09-15", "--note", "Hot, dry"], "milk",
         MILK.replace("2026-09", '2026-09-15,620,,"Hot, dry"\n2026-09')),
        (["milk", "641", "--on", "2026-Q3", "--replace"], "milk", MILK.replace("640", "641")),
        (["milk", "641", "--on", "2026-09-30", "--replace", "--note", "Wet"], "milk",
         MILK.replace("640,7,Dry", "641,7,Wet")),
        (["milk", "610", "--on", "2026-08", "--note", "Hot"], "milk", MILK.replace("610,7,", "610,7,Hot")),
        (["all", "1300", "--on", "2026-10-31"], "all", ALL.replace("value\r\n", "value\r\n2026-10-31;1300\r\n")),
        (["all", "1170", "--on", "2026-09-15"], "all", ALL.replace("1200\r\n", "1200\r\n2026-09-15;1170\r\n")),
        (["all", "1100", "--on", "2026-07-31"], "all", ALL + "\r\n2026-07-31;1100"),
        (["all", "1160", "--on", "2026-08-31", "--replace"], "all", ALL.replace("1150", "1160")),
        (["tanks", "650", "--on", "2026-10-31"], "milk", MILK + "2026-10-31,650,,\n"),
    ],
)  # fmt: skip
def test_one_value_in_a_file_of_measurements(dairy: Path, words: list[str], file: str, new: str) -> None:
    done = typed(dairy, "record", *words)
    assert done.code == 0, done.err
    assert text(dairy, f"data/{file}.csv") == new
    other = {"milk": "all", "all": "milk"}[file]
    assert text(dairy, f"data/{other}.csv") == CSV[f"data/{other}.csv"]
    assert text(dairy, "alignplan.yaml") == ROOT


def test_a_mark_and_line_ends_are_kept_in_both_kinds_of_files(dairy: Path) -> None:
    root = b"\xef\xbb\xbf" + ROOT.replace("\n", "\r\n").rstrip().encode()
    milk = b"\xef\xbb\xbf" + MILK.replace("\n", "\r\n").encode()
    (dairy / "alignplan.yaml").write_bytes(root)
    (dairy / "data/milk.csv").write_bytes(milk)
    assert typed(dairy, "record", "germs", "70").code == 0
    assert typed(dairy, "record", "milk", "650").code == 0
    assert (dairy / "alignplan.yaml").read_bytes() == root.replace(
        b"09-30: 82\r\n", b"09-30: 82\r\n          2026-11-22: 70\r\n"
    )
    assert (dairy / "data/milk.csv").read_bytes() == milk + b"2026-11-22,650,,\r\n"


def test_a_series_says_where_its_value_goes_and_what_it_means_for_both(dairy: Path) -> None:
    done = typed(dairy, "record", "quality/tanks", "700", "--on", "2026-10-31")
    assert done.err == (
        "note: `quality/tanks` takes its values from `milk`: it is recorded there\n"
        "quality/tanks: 700 t on 2026-10-31, on track, 50 % of the way (was 35 %), 120 % against plan (was 94 %)\n"
        "milk: 700 t on 2026-10-31, on track, 50 % of the way (was 35 %), 120 % against plan (was 94 %)\n"
        "next: alignplan kpis quality/tanks\n"
    )


def test_a_note_that_has_no_column_is_told(dairy: Path) -> None:
    done = typed(dairy, "record", "all", "1300", "--note", "Estimate")
    assert "note: data/all.csv has no column `note`: the note is not kept\n" in done.err
    assert text(dairy, "data/all.csv") == ALL.replace("value\r\n", "value\r\n2026-11-22;1300\r\n")


# ------------------------------------------------------------ what is there already


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["germs", "82.0", "--on", "2026-09-30"], "`quality/germs` has 82 count on 2026-09-30 already (alignplan.yaml:24)"),
        (["germs", "80", "--on", "2026-06-30"], "`quality/germs` has 80 count on 2026-06-30 already (alignplan.yaml:21)"),
        (["germs", "80", "--on", "2026-Q2", "--note", "Two farms"],
         "`quality/germs` has 80 count on 2026-06-30 already (alignplan.yaml:21)"),
        (["fat", "3.7%", "--on", "2026-10", "--replace"],
         "`quality/fat` has 3.7 % on 2026-10-31 already (alignplan.yaml:26)"),
        (["milk", "640", "--on", "2026-09-30"], "`milk` has 640 t on 2026-09-30 already (data/milk.csv:3)"),
        (["tanks", "640", "--on", "FY2027-Q1"], "`milk` has 640 t on 2026-09-30 already (data/milk.csv:3)"),
        (["all", "1150", "--on", "2026-08", "--note", "x"], "`all` has 1150 t on 2026-08-31 already (data/all.csv:3)"),
    ],
)  # fmt: skip
def test_the_same_again_changes_nothing(dairy: Path, words: list[str], told: str) -> None:
    done = typed(dairy, "record", *words)
    assert (done.code, done.out, done.err) == (0, "", f"note: nothing to change: {told}\n")
    assert text(dairy, "alignplan.yaml") == ROOT
    assert (text(dairy, "data/milk.csv"), text(dairy, "data/all.csv")) == (MILK, ALL)


@pytest.mark.parametrize("words", [["germs", "70"], ["milk", "650"], ["fresh", "7"], ["tanks", "650"]])
def test_twice_is_once(dairy: Path, words: list[str]) -> None:
    assert typed(dairy, "record", *words).out
    after = {path: path.read_bytes() for path in dairy.rglob("*") if path.is_file()}
    done = typed(dairy, "record", *words)
    assert (done.code, done.out) == (0, "")
    assert "nothing to change" in done.err
    assert {path: path.read_bytes() for path in dairy.rglob("*") if path.is_file()} == after


# ------------------------------------------------------------ values that several KPIs have

SHARED = ROOT.replace("actuals:  # soon", "actuals: &same  # ours\n          2026-09-30: 1").replace(
    "kpis:\n  milk",
    "  more:\n    title: More\n    kpis: {fresher: {title: F, actuals: *same}}\nkpis:\n  milk",
)


@pytest.mark.parametrize("kpi", ["empty", "fresher"])
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2026-09-30: 1\n", "2026-09-30: 1\n          2026-11-22: 2\n", ["2"]),
        ("2026-09-30: 1\n", "2026-09-30: 3\n", ["3", "--on", "2026-09-30", "--replace"]),
    ],
)
def test_values_with_an_alias_are_changed_where_they_are_written(
    dairy: Path, kpi: str, old: str, new: str, words: list[str]
) -> None:
    (dairy / "alignplan.yaml").write_text(SHARED)
    done = typed(dairy, "record", kpi, *words)
    assert done.code == 0, done.err
    assert text(dairy, "alignplan.yaml") == SHARED.replace(old, new)
    told = {
        "empty": "`more/fresher` has the values of `quality/empty` by an alias, and this one, too",
        "fresher": "`more/fresher` takes its values from `quality/empty`: it is recorded there",
    }
    assert done.err.splitlines()[0] == f"note: {told[kpi]}"
    assert "nothing to change: `quality/empty` has " in typed(dairy, "record", "fresher", *words).err
