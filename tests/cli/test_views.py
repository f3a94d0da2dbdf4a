"""How views end and what they say beside the answer: exit codes, notes, refusals, formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.views.garden import DAY, planted, typed

PLAN = "alignplan: 1\nplan: {title: Small}\nobjectives: {goal: {title: A goal}}\ntactics: {work: {title: Work, supports: goal}}\n"
VIEWS = ["ls", "show goal", "tree", "trace goal", "matrix"]


def write(folder: Path, text: str = PLAN) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "alignplan.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("output_format", ["table", "plain", "tsv", "csv", "markdown", "json"])
def test_every_view_in_every_format(small: Path, view: str, output_format: str) -> None:
    done = typed(small, f"{view} -f {output_format}")
    assert (done.code, done.err) == (0, "")
    assert "goal" in done.out


@pytest.mark.parametrize("view", VIEWS)
def test_the_day_is_in_every_report(small: Path, view: str) -> None:
    assert f"As of {DAY}." in typed(small, view).out
    assert "As of 2026-01-31." in typed(small, f"{view} --as-of 2026-01-31").out
    answer = json.loads(typed(small, f"--as-of 2026-01-31 {view} -f json").out)
    assert list(answer)[:3] == ["schema", "as_of", "root"]
    assert (answer["as_of"], answer["root"]) == ("2026-01-31", "alignplan.yaml")


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_input_gives_the_same_bytes(small: Path, view: str) -> None:
    assert typed(small, f"{view} -f json") == typed(small, f"{view} -f json")


def test_off_a_terminal_plain_is_the_default(small: Path) -> None:
    assert typed(small, "ls") == typed(small, "ls -f plain")


def test_a_selector_that_matches_nothing_is_a_note(small: Path) -> None:
    done = typed(small, "ls kind:risk --exclude goal")
    assert (done.code, done.err) == (0, "note: nothing matches kind:risk --exclude goal\n")
    assert done.out.endswith("0 items. As of 2026-11-22.\n")
    assert typed(small, "ls kind:risk -q").err == ""
    assert json.loads(typed(small, "ls kind:risk -f json").out)["items"] == []


def test_a_plan_without_items_says_so(tmp_path: Path) -> None:
    done = typed(write(tmp_path, "alignplan: 1\nplan: {title: Empty}\n"), "tree")
    assert (done.code, done.err) == (0, "note: the plan has no items\n")


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("ls gaol", "error: there is no `gaol` in the plan\nhelp: did you mean `goal`?\n"),
        ("show wrk", "error: there is no `wrk` in the plan\nhelp: did you mean `work`?\n"),
        ("trace work gola", "error: there is no `gola` in the plan\nhelp: did you mean `goal`?\n"),
        ("ls status:late", "error: there is no status `late`\nhelp: there are planned, active, paused, done, dropped\n"),
        ("tree --by size", "error: --by size: no such choice\nhelp: write owner, team, status\n"),
        ("tree --depth 0", "error: --depth 0: a tree has at least one level\nhelp: write --depth 1 or more\n"),
        ("matrix --of money", "error: --of money: no such choice\nhelp: write tactics, kpis, people\n"),
        ("ls -f jsn", "error: unknown output format `jsn`\nhelp: did you mean `json`?\n"),
        ("ls -f mermaid", "error: unknown output format `mermaid`\nhelp: there are csv, json, markdown, plain, table, tsv\n"),
        ("ls --color blue", "error: --color blue: no such choice\nhelp: write auto, always or never\n"),
    ],
)  # fmt: skip
def test_what_was_typed_wrong_is_misuse(small: Path, command: str, error: str) -> None:
    done = typed(small, command)
    assert (done.code, done.out, done.err) == (2, "", error)


def test_a_plan_with_errors_is_shown_with_a_note(tmp_path: Path) -> None:
    write(tmp_path, PLAN.replace("supports: goal", "supports: [goal, gaol], budget: 3"))
    done = typed(tmp_path, "ls kind:tactic -f csv")
    assert (done.code, done.err) == (0, "note: the plan has 2 errors; `alignplan check` lists them\n")
    assert done.out.splitlines()[1].startswith("work,tactic,Work")
    assert typed(tmp_path, "ls kind:tactic -f csv -q").err == ""


def test_one_error_is_one(tmp_path: Path) -> None:
    write(tmp_path, PLAN.replace("supports: goal", "supports: gaol"))
    assert typed(tmp_path, "tree").err == "note: the plan has 1 error; `alignplan check` lists it\n"


def test_errors_that_the_project_does_not_want_to_hear_of_are_not_counted(tmp_path: Path) -> None:
    text = PLAN.replace("supports: goal", "supports: gaol")
    assert typed(write(tmp_path, text + "lint: {ignore: [E009]}\n"), "tree").err == ""
    waived = text.replace("gaol}}", "gaol}}  # alignplan: ignore[E009] until 2027-01-01: it comes next week")
    assert waived != text
    assert typed(write(tmp_path, waived), "tree").err == ""


def test_what_follows_from_other_rules_is_no_error_of_the_files(tmp_path: Path) -> None:
    assert typed(write(tmp_path, PLAN.replace(", supports: goal", "")), "tree").err == ""


def test_a_broken_file_hides_nothing_of_the_others(tmp_path: Path) -> None:
    write(tmp_path, PLAN + "include: [more.yaml]\n")
    (tmp_path / "more.yaml").write_text("tactics: {more: {title: 'unclosed\n", encoding="utf-8")
    done = typed(tmp_path, "ls")
    assert (done.code, done.err) == (0, "note: the plan has 1 error; `alignplan check` lists it\n")
    assert "Work" in done.out


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{: [", b"- a list\n"])
def test_nothing_readable_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "alignplan.yaml").write_bytes(content)
    done = typed(tmp_path, "tree")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: nothing could be read of alignplan.yaml\nhelp: `alignplan check` tells why\n"


def test_no_plan_is_refused(tmp_path: Path) -> None:
    done = typed(tmp_path, "ls")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: no plan here")


def test_several_plans_below_are_named(tmp_path: Path) -> None:
    for name in ("north", "south"):
        write(tmp_path / name)
    done = typed(tmp_path, "ls")
    assert (done.code, done.err) == (
        2,
        "error: 2 plans here: north, south\nhelp: name one: `alignplan -C north …`\n",
    )
    assert typed(tmp_path, "-C north ls").code == 0
    assert typed(tmp_path, "ls -C south").code == 0


def test_the_only_plan_below_is_taken_and_one_above_found(tmp_path: Path) -> None:
    write(tmp_path / "plans" / "only")
    (tmp_path / "plans" / "only" / "deep").mkdir()
    assert (
        typed(tmp_path, "ls kind:tactic -f csv").out
        == typed(tmp_path / "plans" / "only" / "deep", "ls kind:tactic -f csv").out
    )


def test_paths_are_those_from_the_top_of_the_git_tree(tmp_path: Path) -> None:
    garden = planted(tmp_path)
    (tmp_path / ".git").mkdir()
    assert "garden/work/water.yaml:2" in typed(garden, "show cistern").out
    done = typed(garden, "ls path:garden/work/water.yaml,kind:tactic -f json")
    assert [item["path"] for item in json.loads(done.out)["items"]] == ["garden/work/water.yaml"] * 2
    assert json.loads(done.out)["root"] == "garden/alignplan.yaml"


def test_one_item_alone_in_a_tree_says_how_to_see_more(small: Path) -> None:
    assert typed(small, "tree goal").out.endswith(
        "1 objective. `goal+` shows what serves it. As of 2026-11-22.\n"
    )


def test_steps_that_were_chosen_alone_are_shown(tmp_path: Path) -> None:
    done = typed(planted(tmp_path), "tree kind:action -f csv")
    assert [line.split(",")[3] for line in done.out.splitlines()] == ["id", "cistern/permit", "cistern/dig"]


def test_ways_that_are_not_there(tmp_path: Path) -> None:
    garden = planted(tmp_path)
    done = typed(garden, "trace cistern neighbours")
    assert (done.code, done.err) == (0, "note: no way leads from cistern to neighbours or back\n")
    assert typed(garden, "trace tea").err == "note: no way leads from tea to anything\n"


def test_ascii_where_the_place_takes_no_more(small: Path) -> None:
    import os
    import subprocess
    import sys

    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONIOENCODING": "ascii",
        "ALIGNPLAN_AS_OF": DAY,
        "XDG_CACHE_HOME": str(small),
    }
    for view in VIEWS:
        command = [sys.executable, "-m", "alignplan", *view.split()]
        done = subprocess.run(command, cwd=small, env=environ, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()
        assert b"\\u" not in done.stdout


def test_stale_is_what_the_rule_says_with_the_grace_of_the_project(tmp_path: Path) -> None:
    """100 days old and quarterly: within the usual grace of half a quarter, not within none."""
    plan = (
        "alignplan: 1\nplan: {title: Small}\npeople: {mia: Mia}\nobjectives: {goal: {title: Win it, owner: mia, due: 2027, kpis: "
        '{k: {unit: "%", frequency: quarterly, baseline: {date: 2026-01-01, value: 1}, '
        "target: 2, actuals: {2026-08-14: 1.5}}}}}\n"
    )
    for lint, stale in (("", False), ("lint: {thresholds: {M204.grace: 0}}\n", True)):
        folder = write(tmp_path / str(stale), plan + lint)
        kpis = json.loads(typed(folder, "--as-of 2026-11-22 progress -f json").out)["kpis"]
        found = json.loads(typed(folder, "--as-of 2026-11-22 check --select M204 -f json").out)["findings"]
        assert [kpi["stale"] for kpi in kpis] == [stale]
        assert [finding["item"] for finding in found] == (["goal/k"] if stale else [])


@pytest.mark.parametrize(
    ("view", "note"),
    [
        ("gaps work", "note: work has no live objective\n"),
        ("progress plan", "note: plan has no objective or tactic; `alignplan show ID` tells of one item\n"),
    ],
)
def test_a_question_that_does_not_fit_what_was_chosen_is_told(small: Path, view: str, note: str) -> None:
    done = typed(small, view)
    assert (done.code, done.err) == (0, note)
