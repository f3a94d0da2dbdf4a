"""`check`: which plans and files it judges, what it runs, where it reports to."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import typed
from tests.plans import HEAD, written

from alignplan.output.contracts.interface import contract

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: x}\ninclude: ['ops/*.yaml']\n"
    "kpis: {k: {actuals: data/k.csv, unit: t, baseline: 0, target: 1, owner: mia}}\npeople: {mia: {}}\n",
    "ops/a.yaml": "tactics: {a: {}}\n",
    "ops/b.yaml": "tactics: {b: {}}\n",
    "other.yaml": "tactics: {c: {}}\n",
    "data/k.csv": "date,value\n2026-01-01,x\n",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


def concise(folder: Path, *arguments: str) -> list[str]:
    """Path and code of each finding of A101 and E014."""
    done = typed(folder, "check", "--select", "A101,E014", "-f", "concise", *arguments)
    assert done.code in (0, 1), done.err
    return [f"{line.split(':')[0]} {line.split('[')[1].split(']')[0]}" for line in done.out.splitlines()[:-1]]


ALL = ["data/k.csv E014", "ops/a.yaml A101", "ops/b.yaml A101"]


@pytest.mark.parametrize(
    ("where", "arguments", "found"),
    [
        (".", (), ALL),
        (".", (".",), ALL),
        (".", ("alignplan.yaml",), ALL),
        (".", ("ops",), ALL),
        ("ops", (), ALL),
        ("ops", ("..",), ALL),
        (".", ("ops/a.yaml",), ["ops/a.yaml A101"]),
        ("ops", ("a.yaml",), ["ops/a.yaml A101"]),
        ("ops", ("./../ops/a.yaml",), ["ops/a.yaml A101"]),
        (".", ("ops/a.yaml", "ops/b.yaml"), ["ops/a.yaml A101", "ops/b.yaml A101"]),
        (".", ("ops/a.yaml", "."), ALL),
        (".", (".", "ops/a.yaml"), ALL),
        (".", ("data/k.csv",), ["data/k.csv E014"]),
    ],
)
def test_a_folder_or_a_file_of_the_plan(
    plan: Path, where: str, arguments: tuple[str, ...], found: list[str]
) -> None:
    assert sorted(concise(plan / where, *arguments)) == found


def test_a_file_that_is_no_part_of_the_plan(plan: Path) -> None:
    done = typed(plan / "ops", "check", "../other.yaml")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == "error: ../other.yaml is no part of the plan\nhelp: ../alignplan.yaml does not include it\n"
    )


def test_the_summary_of_a_file_counts_what_is_shown(plan: Path) -> None:
    done = typed(plan, "check", "ops/a.yaml", "--select", "A101", "-f", "json")
    answer = json.loads(done.out)
    assert [finding["path"] for finding in answer["findings"]] == ["ops/a.yaml"]
    assert answer["summary"]["error"] == 1
    assert done.code == 1
    assert typed(plan, "check", "ops/a.yaml", "--select", "E014").code == 0


def test_every_plan_below_is_checked(tmp_path: Path) -> None:
    for name in ("north", "south/deep"):
        written(tmp_path / name, HEAD + "tactics: {t: {}}\n")
    written(tmp_path / "west", HEAD)
    done = typed(tmp_path, "check", "--select", "A101", "-f", "concise")
    assert done.code == 1
    assert done.out.splitlines() == [
        "north/alignplan.yaml:3:11: error[A101] `t` serves no objective",
        "south/deep/alignplan.yaml:3:11: error[A101] `t` serves no objective",
        "Found 2 errors in 3 files (2 items).",
    ]
    answer = json.loads(typed(tmp_path, "check", "-f", "json").out)
    assert (answer["root"], answer["summary"]["files"]) == (".", 3)
    assert typed(tmp_path, "check", "west").code == 0
    assert typed(tmp_path, "check", "west", "north").code == 1


def test_paths_are_seen_from_the_git_root(plan: Path) -> None:
    (plan.parent / ".git").mkdir()
    assert concise(plan / "ops", "a.yaml") == ["plan/ops/a.yaml A101"]
    assert json.loads(typed(plan, "check", "-f", "json").out)["root"] == "plan/alignplan.yaml"


def test_rules_are_given_one_by_one_or_with_commas(plan: Path) -> None:
    def codes(*arguments: str) -> set[str]:
        answer = json.loads(typed(plan, "check", "-f", "json", *arguments).out)
        return {finding["code"] for finding in answer["findings"]}

    assert codes("--select", "A101,T303") == codes("--select", "A101", "--select", "T303") == {"A101", "T303"}
    assert codes("--select", "A101", "--extend-select", "unowned") == {"A101", "T302"}
    assert codes("--ignore", "A,T", "--ignore=M204") == {"E014"}
    assert codes("--select", " A101 , ") == {"A101"}
    assert "P706" in codes("--strict")
    assert "P706" not in codes()


def test_one_run_writes_many_reports(plan: Path) -> None:
    done = typed(plan, "check", "-f", "concise", "-f", "json=out.json", "-f", "full=out.txt")
    assert done.code == 1
    assert done.out == typed(plan, "check", "-f", "concise").out
    assert (plan / "out.json").read_text() == typed(plan, "check", "-f", "json").out
    assert (plan / "out.txt").read_text() == typed(plan, "check").out


def test_with_files_alone_nothing_goes_to_standard_output(plan: Path) -> None:
    done = typed(plan, "check", "-f", "json=out.json")
    assert (done.code, done.out, done.err) == (1, "", "")


def test_a_report_replaces_what_was_there_with_its_rights_and_through_links(plan: Path) -> None:
    (plan / "old.json").write_text("old")
    (plan / "old.json").chmod(0o600)
    (plan / "link.json").symlink_to("old.json")
    typed(plan, "check", "-f", "json=link.json")
    assert (plan / "link.json").is_symlink()
    assert json.loads((plan / "old.json").read_text())["schema"] == "check/1"
    assert (plan / "old.json").stat().st_mode & 0o777 == 0o600


def test_a_pipe_or_device_is_written_to_and_not_replaced(plan: Path) -> None:
    assert typed(plan, "check", "-f", "json=/dev/null").code == 1
    assert not os.path.isfile("/dev/null")


def test_the_plan_is_never_written_over(plan: Path) -> None:
    before = {name: (plan / name).read_text() for name in PLAN}
    (plan / "link.json").symlink_to("ops/a.yaml")
    for name in ("alignplan.yaml", "ops/a.yaml", "link.json", "data/k.csv"):
        assert typed(plan, "check", "-f", f"json={name}").code == 2
    assert {name: (plan / name).read_text() for name in PLAN} == before


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("--select", "ALL"), ("ops/a.yaml",)])
def test_json_keeps_its_contract(plan: Path, arguments: tuple[str, ...]) -> None:
    answer = json.loads(typed(plan, "check", "-f", "json", *arguments).out)
    assert list(Draft202012Validator(contract("check")).iter_errors(answer)) == []


def test_a_crashed_rule_keeps_the_contract_and_is_shown_beside_a_named_file(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from alignplan.rules.catalog import all_rules

    def crashing(_plan: object) -> object:
        raise ValueError("no")

    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=crashing))  # type: ignore[arg-type]
    done = typed(plan, "check", "ops/a.yaml", "-f", "json")
    answer = json.loads(done.out)
    assert done.code == 3
    assert "X999" in [finding["code"] for finding in answer["findings"]]
    assert list(Draft202012Validator(contract("check")).iter_errors(answer)) == []


def test_a_lone_file_is_a_plan_where_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "my-plan.yaml").write_text(HEAD)
    done = typed(tmp_path, "check", "my-plan.yaml")
    assert (done.code, done.out) == (0, "No findings in 1 file (0 items).\n")
