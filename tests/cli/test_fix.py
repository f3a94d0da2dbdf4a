"""`check --fix`: what can be fixed is, never for the worse; what remains is reported and decides the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.cli.door import environment, typed

from alignplan.output.contracts.interface import contract

HEAD = "alignplan: 1\nplan: {title: Harbour}\npeople: {ada: Ada Brandt}\n"
OBJECTIVE = """\
objectives:
  ships:
    title: Handle 900 ships a year
    owner: ada
    due: 2030-12-31
    kpis: {count: {title: Ships, unit: ships, baseline: 640, target: 900}}
"""
TACTIC = """\
tactics:
  deepen:
    title: Deepen the eastern basin
    supports: ship
    owner: ada
    due: 2027-31-12
    actions: {survey: Survey the ground}
"""
GOOD = TACTIC.replace("ship\n", "ships\n").replace("2027-31-12", "2027-12-31")


def plan(folder: Path, text: str) -> Path:
    (folder / "alignplan.yaml").write_bytes(text.encode())
    return folder


def text(folder: Path) -> str:
    return (folder / "alignplan.yaml").read_bytes().decode()


def test_safe_fixes_are_made_and_what_remains_is_told(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE.replace("2030-12-31", "31.12.2030") + GOOD.replace("ships\n", "ship\n"))
    done = typed(tmp_path, "check", "--fix", "-f", "concise")
    assert text(tmp_path) == HEAD + OBJECTIVE + GOOD.replace("ships\n", "ship\n")
    assert done.err == (
        "note: fixed 1 finding:\n  alignplan.yaml:8: E007 write `2030-12-31` in place of `31.12.2030`\n"
    )
    assert done.out == (
        "alignplan.yaml:13:15: error[E009] `ship` is not in the plan [--unsafe-fixes]\n"
        "Found 1 error in 1 file (5 items). 1 fixable with --unsafe-fixes.\n"
    )
    assert done.code == 1


def test_guesses_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE + TACTIC.replace("2027-31-12", "2027-11-31"))
    done = typed(tmp_path, "check", "--unsafe-fixes")
    assert (done.code, done.out) == (0, "No findings in 1 file (5 items).\n")
    assert text(tmp_path) == HEAD + OBJECTIVE + GOOD.replace("12-31", "11-30")
    assert done.err == (
        "note: fixed 2 findings:\n"
        "  alignplan.yaml:13: E009 write `ships` in place of `ship`\n"
        "  alignplan.yaml:15: E007 write `2027-11-30` in place of `2027-11-31`\n"
    )


def test_what_a_fix_uncovers_is_fixed_in_the_next_round(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE + GOOD.replace("supports: ships", "suports: ship"))
    done = typed(tmp_path, "check", "--unsafe-fixes")
    assert text(tmp_path) == HEAD + OBJECTIVE + GOOD
    assert done.err == (
        "note: fixed 2 findings:\n"
        "  alignplan.yaml:13: E004 rename `suports` to `supports`\n"
        "  alignplan.yaml:13: E009 write `ships` in place of `ship`\n"
    )


def test_a_fix_that_would_bring_a_new_error_is_left_and_the_others_are_made(tmp_path: Path) -> None:
    over = OBJECTIVE.replace("    owner: ada\n", "    owner: ad\n    status: dropped\n")
    plan(tmp_path, HEAD + over + TACTIC.replace("2027-31-12", "31.12.2027"))
    done = typed(tmp_path, "check", "--unsafe-fixes", "-f", "concise")
    assert text(tmp_path) == HEAD + over.replace("ad\n", "ada\n") + GOOD.replace("ships\n", "ship\n")
    assert done.err == (
        "note: fixed 2 findings:\n"
        "  alignplan.yaml:7: E009 write `ada` in place of `ad`\n"
        "  alignplan.yaml:16: E007 write `2027-12-31` in place of `31.12.2027`\n"
        "note: left, since something else would be found then:\n"
        "  alignplan.yaml:14: E009 write `ships` in place of `ship` "
        "(error[A105] `deepen` serves only `ships`, which is dropped)\n"
    )
    assert done.code == 1


def test_no_fix_leaves_more_findings_than_before(tmp_path: Path) -> None:
    """One unknown key hides two findings of an item that says nothing else."""
    bare = "objectives:\n  ships: {title: Handle 900 ships, staus: active, owner: ada, due: 2030-12-31}\n"
    before = plan(tmp_path, HEAD + bare)
    count = len(json.loads(typed(before, "check", "-f", "json").out)["findings"])
    done = typed(tmp_path, "check", "--unsafe-fixes", "-f", "json")
    assert len(json.loads(done.out)["findings"]) <= count


@pytest.mark.parametrize("flag", ["--diff", "--dry-run"])
def test_a_diff_writes_nothing(tmp_path: Path, flag: str) -> None:
    before = HEAD + OBJECTIVE + TACTIC.replace("2027-31-12", "31.12.2027")
    plan(tmp_path, before)
    done = typed(tmp_path, "check", flag)
    assert done.code == 1, "the unknown reference remains"
    assert text(tmp_path) == before
    assert "+    due: 2027-12-31\n" in done.out
    assert "-    due: 31.12.2027\n" in done.out
    assert done.err == (
        "note: would fix 1 finding:\n  alignplan.yaml:15: E007 write `2027-12-31` in place of `31.12.2027`\n"
    )
    assert typed(tmp_path, "check", flag, "--unsafe-fixes").code == 0
    patch = typed(tmp_path, "check", flag, "--unsafe-fixes").out
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, text=True, check=True)
    assert text(tmp_path) == HEAD + OBJECTIVE + GOOD


def test_the_diff_as_json_is_edit_1(tmp_path: Path) -> None:
    before = HEAD + OBJECTIVE + TACTIC.replace("2027-31-12", "2027-12-31")
    plan(tmp_path, before)
    done = typed(tmp_path, "check", "--unsafe-fixes", "--diff", "-f", "json")
    answer = json.loads(done.out)
    jsonschema.validate(answer, contract("edit"))
    assert answer["changes"] == [
        {
            "path": "alignplan.yaml",
            "line": 13,
            "op": "changed",
            "id": "deepen",
            "field": "supports",
            "before": None,
        }
    ]
    assert (answer["written"], answer["findings"], done.code) == (False, [], 0)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=answer["patch"], text=True, check=True)
    assert text(tmp_path) == HEAD + OBJECTIVE + GOOD


def test_a_diff_is_no_report(tmp_path: Path) -> None:
    plan(tmp_path, HEAD)
    done = typed(tmp_path, "check", "--diff", "-f", "sarif")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: --diff shows a patch\nhelp: without `-f`, or with `-f json` for `edit/1`\n"


def test_nothing_to_fix(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE + GOOD)
    done = typed(tmp_path, "check", "--fix")
    assert (done.code, done.out, done.err) == (
        0,
        "No findings in 1 file (5 items).\n",
        "note: nothing to fix\n",
    )
    assert typed(tmp_path, "check", "--diff", "-q") == type(done)(0, "", "")


def test_only_files_that_were_named_are_fixed(tmp_path: Path) -> None:
    plan(tmp_path, HEAD.replace("\nplan:", "\ninclude: ['*/*.yaml']\nplan:") + OBJECTIVE)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "work.yaml").write_text(GOOD.replace("deepen", name).replace("ships\n", "ship\n"))
    done = typed(tmp_path, "check", "--unsafe-fixes", "b/work.yaml")
    assert done.code == 0
    assert "supports: ship\n" in (tmp_path / "a/work.yaml").read_text()
    assert "supports: ships\n" in (tmp_path / "b/work.yaml").read_text()


def test_what_is_waived_is_not_fixed(tmp_path: Path) -> None:
    waived = GOOD.replace("ships\n", "ship  # alignplan: ignore[E009] it is founded in May\n")
    plan(tmp_path, HEAD + OBJECTIVE + waived)
    done = typed(tmp_path, "check", "--unsafe-fixes")
    assert done.code == 0
    assert text(tmp_path) == HEAD + OBJECTIVE + waived


def test_mark_line_ends_and_comments_stay(tmp_path: Path) -> None:
    before = (HEAD + OBJECTIVE + TACTIC.replace("ship\n", "ship  # ours\n")).replace("\n", "\r\n")
    plan(tmp_path, "\ufeff" + before.replace("2027-31-12", "31.12.2027"))
    done = typed(tmp_path, "check", "--unsafe-fixes")
    assert done.code == 0
    assert text(tmp_path) == "\ufeff" + before.replace("ship  #", "ships  #").replace(
        "2027-31-12", "2027-12-31"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plan: {title: H}  # alignplan: ignore[E009] soon\n", "plan: {title: H}\n"),
        ("# alignplan: ignore[E009] soon\nplan: {title: H}\n", "plan: {title: H}\n"),
        ("# ours\n# alignplan: ignore[E009] soon\nplan: {title: H}\n", "# ours\nplan: {title: H}\n"),
        ("plan: {title: H}  # ours # alignplan: ignore[E009] soon\n", "plan: {title: H}  # ours\n"),
        ("plan: {title: H}  # alignplan: ignore[E009] soon\r\n", "plan: {title: H}\r\n"),
        ("plan: {title: H}  # alignplan: ignore[E009] soon", "plan: {title: H}"),
        # T305 is strict, and may need it.
        ("plan: {title: H}  # alignplan: ignore[E009, T305] soon\n", None),
    ],
)
def test_a_suppression_without_use_goes(tmp_path: Path, before: str, after: str | None) -> None:
    plan(tmp_path, f"alignplan: 1\n{before}")
    done = typed(tmp_path, "check", "--fix", "-f", "concise")
    assert text(tmp_path) == f"alignplan: 1\n{before if after is None else after}"
    assert done.out.startswith("No findings" if after is not None else "alignplan.yaml:2:19: warning[E016]")


def test_a_suppression_with_use_in_strict_rules_goes_only_when_they_ran(tmp_path: Path) -> None:
    plan(tmp_path, "alignplan: 1\nplan: {title: H}  # alignplan: ignore[E009, T305] soon\n")
    typed(tmp_path, "check", "--fix", "--strict")
    assert text(tmp_path) == "alignplan: 1\nplan: {title: H}\n"


def test_after_an_answer_from_the_cache(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE + TACTIC.replace("2027-31-12", "31.12.2027"))
    assert typed(tmp_path, "check", "-f", "concise").out == typed(tmp_path, "check", "-f", "concise").out
    assert typed(tmp_path, "check", "--unsafe-fixes").code == 0
    assert typed(tmp_path, "check").out == "No findings in 1 file (5 items).\n"


def test_a_wrong_option_changes_nothing(tmp_path: Path) -> None:
    before = HEAD + OBJECTIVE + TACTIC
    plan(tmp_path, before)
    for words in (["--select", "Z9"], ["-f", "nothing"], ["--fail-on", "never ever"]):
        assert typed(tmp_path, "check", "--unsafe-fixes", *words).code == 2
    assert text(tmp_path) == before


def test_a_file_that_cannot_be_read_is_left(tmp_path: Path) -> None:
    before = HEAD.replace("Ada Brandt", "{name: Ada, until: 31.12.2030}") + "tactics: [\n"
    plan(tmp_path, before)
    done = typed(tmp_path, "check", "--fix", "-f", "json")
    assert text(tmp_path) == before
    assert [finding["fix"] for finding in json.loads(done.out)["findings"]] == [None, None]


def test_a_plain_check_loads_none_of_it(tmp_path: Path) -> None:
    plan(tmp_path, HEAD + OBJECTIVE + TACTIC)
    script = (
        "import sys\nfrom alignplan.__main__ import run\n"
        "for words in (['check'], ['check', '-f', 'json', '--strict']): run(words)\n"
        "found = [name for name in sys.modules if name.startswith(('alignplan.text.patching', 'alignplan.editing',"
        " 'alignplan.text.formatting', 'alignplan.linting.fixing', 'alignplan.storage.transaction'))]\n"
        "assert not found, found"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
