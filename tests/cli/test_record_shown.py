"""`record`: what jumps, what programs are told, what git takes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import typed
from tests.cli.garden import text
from tests.cli.measured import CSV, ROOT, measured
from tests.cli.screen import Screen

from alignplan.output.contracts.interface import contract

EXAMPLES = Path(__file__).parents[2] / "examples"
MILK = CSV["data/milk.csv"]


@pytest.fixture
def dairy(tmp_path: Path) -> Path:
    return measured(tmp_path)


# ------------------------------------------------------------ jumps

STEADY = "{" + ", ".join(f"2026-0{month}-01: {10 + month}" for month in range(1, 8)) + "}"
JUMP = "`quality/empty` jumps from 17 to 170 on 2026-11-22, a step of 153 where the median is 1"


@pytest.fixture
def steady(dairy: Path) -> Path:
    (dairy / "alignplan.yaml").write_text(ROOT.replace("actuals:  # soon", f"actuals: {STEADY}"))
    return dairy


def test_a_jump_is_recorded_and_told_by_check(steady: Path) -> None:
    done = typed(steady, "record", "empty", "170")
    assert done.code == 0
    assert f"warning[M210] {JUMP}\n" in done.err
    assert done.err.count("jumps") == 1
    assert "2026-11-22: 170" in text(steady, "alignplan.yaml")


def test_a_second_jump_is_told_though_check_knows_the_first(steady: Path) -> None:
    typed(steady, "record", "empty", "170", "--on", "2026-11-20")
    done = typed(steady, "record", "empty", "1700")
    assert (
        "note: `quality/empty` jumps from 170 to 1,700 on 2026-11-22, a step of 1,530 where the median is 1\n"
        in done.err
    )


def test_where_the_project_does_not_want_to_hear_of_jumps_it_does_not(steady: Path) -> None:
    path = steady / "alignplan.yaml"
    path.write_text(path.read_text() + "lint: {ignore: [M210]}\n")
    assert "jumps" not in typed(steady, "record", "empty", "170").err


def test_the_project_says_what_a_jump_is(steady: Path) -> None:
    path = steady / "alignplan.yaml"
    path.write_text(path.read_text() + "lint: {thresholds: {M210.factor: 200}}\n")
    assert "jumps" not in typed(steady, "record", "empty", "170").err


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2), ("", 2)])
def test_on_a_terminal_a_jump_is_asked_about(steady: Path, answer: str, code: int) -> None:
    before = text(steady, "alignplan.yaml")
    screen = Screen(steady, "record", "empty", "170", "--no-pager")
    screen.answer("Record it all the same? [y/N]: ", answer)
    done = screen.done()
    assert done.code == code
    assert JUMP in done.err
    if code:
        assert text(steady, "alignplan.yaml") == before
        assert done.err.endswith(
            "error: nothing is recorded\nhelp: type the value that was measured; --no-input asks nothing\n"
        )
    else:
        assert "2026-11-22: 170" in text(steady, "alignplan.yaml")


def test_nobody_is_asked_where_nothing_jumps_or_no_input_is_wanted(steady: Path) -> None:
    assert Screen(steady, "record", "empty", "18", "--no-pager").done().code == 0
    assert Screen(steady, "record", "empty", "170", "--replace", "--no-input", "--no-pager").done().code == 0
    assert Screen(steady, "record", "empty", "1700", "--replace", "--dry-run", "--no-pager").done().code == 0
    assert "2026-11-22: 170}" in text(steady, "alignplan.yaml")


# ------------------------------------------------------------ for programs


def git(folder: Path, *arguments: str, given: str = "") -> None:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, input=given.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("words", [["germs", "70"], ["milk", "650"], ["all", "1100", "--on", "2026-07-31"],
                                   ["fresh", "7", "--note", "First: ever"], ["milk", "9", "--on", "2026-08", "--replace"]])  # fmt: skip
def test_git_takes_what_a_dry_run_shows(dairy: Path, words: list[str]) -> None:
    git(dairy, "init", "-q")
    answer = json.loads(typed(dairy, "record", *words, "--dry-run", "-f", "json").out)
    assert typed(dairy, "record", *words, "--dry-run").out == answer["patch"]
    assert (answer["written"], text(dairy, "alignplan.yaml"), text(dairy, "data/milk.csv")) == (
        False,
        ROOT,
        MILK,
    )
    git(dairy, "apply", "-", given=answer["patch"])
    applied = {path: path.read_bytes() for path in (dairy, dairy / "data") if path.is_file()}
    git(dairy, "apply", "-R", "-", given=answer["patch"])
    done = typed(dairy, "record", *words)
    assert done.out == answer["patch"]
    assert {path: path.read_bytes() for path in (dairy, dairy / "data") if path.is_file()} == applied


def test_the_answer_keeps_its_contract_and_says_what_the_value_means(dairy: Path) -> None:
    answer = json.loads(typed(dairy, "record", "tanks", "700", "--on", "2026-10-31", "-f", "json").out)
    assert [error.message for error in Draft202012Validator(contract("edit")).iter_errors(answer)] == []
    assert answer["changes"] == [
        {
            "path": "data/milk.csv",
            "line": 4,
            "op": "changed",
            "id": "milk",
            "field": "actuals.2026-10-31",
            "before": None,
        }
    ]
    assert answer["written"] is True
    after = {"actual": 700, "date": "2026-10-31", "state": "on_track", "attainment": 50}
    assert [(kpi["id"], {key: kpi["after"][key] for key in after}) for kpi in answer["kpis"]] == [
        ("quality/tanks", after), ("milk", after)
    ]  # fmt: skip
    assert answer["kpis"][0]["before"]["actual"] == 640


def test_the_line_is_that_of_the_value(dairy: Path) -> None:
    answer = json.loads(typed(dairy, "record", "germs", "85", "--on", "2026-04-30", "-f", "json").out)
    line = answer["changes"][0]["line"]
    assert text(dairy, "alignplan.yaml").splitlines()[line - 1] == "          2026-04-30: 85"


def test_quiet_shows_the_diff_alone(dairy: Path) -> None:
    done = typed(dairy, "record", "tanks", "700", "-q")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("diff --git a/data/milk.csv b/data/milk.csv\n")


def test_a_period_that_is_not_over_is_told(dairy: Path) -> None:
    done = typed(dairy, "record", "milk-fat", "4.2")
    assert "milk-fat: still 4.05 % on 2026-09-30 (a month counts when it is over), no data" in done.err


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_every_kpi_of_every_example_takes_a_value_or_says_why_not(name: str, tmp_path: Path) -> None:
    plan = tmp_path / name
    shutil.copytree(EXAMPLES / name, plan, ignore=shutil.ignore_patterns("expected"))
    kpis = json.loads(typed(plan, "kpis", "-f", "json").out)["kpis"]
    assert kpis
    for kpi in kpis:
        value = "true" if kpi["unit"] == "yes/no" else str(kpi["actual"] or 1)
        done = typed(plan, "record", kpi["id"], value, "--on", "2026-11-21", "--dry-run", "-f", "json")
        if done.code:
            assert "is computed: the " in done.err
            continue
        lines = [line for line in json.loads(done.out)["patch"].splitlines()[3:] if line[:1] in ("+", "-")]
        assert 1 <= len(lines) <= 3
        assert sum(line.startswith("+") for line in lines) <= 2
