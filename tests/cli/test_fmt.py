"""`fmt`: plan files in their canonical form, all of a plan or none; what cannot be read is told and left."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
from tests.cli.door import typed
from tests.cli.garden import WORK, planted, text

from alignplan.output.contracts.interface import contract

MESSY = """\
alignplan: 1
people:
    mia:   {name: Mia Lund}
plan:   {title: The garden}   # ours
objectives:
  harvest:
    owner: mia
    title: Harvest 40 kg
  weeds: No weeds
include: [work.yaml]
"""
FORMED = """\
alignplan: 1
plan: {title: The garden}  # ours
include: [work.yaml]

people:
  mia: {name: Mia Lund}

objectives:
  harvest:
    title: Harvest 40 kg
    owner: mia

  weeds: No weeds
"""
TIDY = "tactics:\n  beds: Build raised beds\n"


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(MESSY)
    (tmp_path / "work.yaml").write_text(TIDY)
    return tmp_path


def test_a_plan_gets_its_form_and_the_change_is_shown(messy: Path) -> None:
    done = typed(messy, "fmt")
    assert done.code == 0
    assert text(messy, "alignplan.yaml") == FORMED
    assert done.err == "note: 1 file formatted, 1 file as it was\n"
    assert done.out.startswith(
        "diff --git a/alignplan.yaml b/alignplan.yaml\n--- a/alignplan.yaml\n+++ b/alignplan.yaml\n@@ -1,10 +1,13 @@\n"
    )
    assert typed(messy, "fmt") == type(done)(0, "", "note: 2 files as they were\n")


def test_the_patch_is_one_that_git_takes(messy: Path) -> None:
    patch = typed(messy, "fmt", "--diff").out
    assert text(messy, "alignplan.yaml") == MESSY
    subprocess.run(["git", "apply", "-"], cwd=messy, input=patch, text=True, check=True)
    assert text(messy, "alignplan.yaml") == FORMED


def test_check_says_which_files_would_change(messy: Path) -> None:
    done = typed(messy, "fmt", "--check")
    assert (done.code, done.out) == (1, "would format alignplan.yaml\n")
    assert done.err == "note: 1 file would be formatted, 1 file as it was\n"
    assert text(messy, "alignplan.yaml") == MESSY
    assert typed(messy, "fmt", "--check", "work.yaml").code == 0
    typed(messy, "fmt")
    assert typed(messy, "fmt", "--check").code == 0


def test_check_with_diff_shows_it_too(messy: Path) -> None:
    done = typed(messy, "fmt", "--check", "--diff")
    assert done.code == 1
    assert done.out.startswith("diff --git")
    assert text(messy, "alignplan.yaml") == MESSY


@pytest.mark.parametrize("flag", ["--diff", "--dry-run"])
def test_nothing_is_written_when_it_is_only_to_be_shown(messy: Path, flag: str) -> None:
    done = typed(messy, "fmt", flag)
    assert done.code == 0
    assert "+plan: {title: The garden}  # ours\n" in done.out
    assert text(messy, "alignplan.yaml") == MESSY


def test_json_is_edit_1(messy: Path) -> None:
    answer = json.loads(typed(messy, "fmt", "-f", "json", "--check").out)
    jsonschema.validate(answer, contract("edit"))
    assert answer["changes"] == [
        {"path": "alignplan.yaml", "line": 2, "op": "formatted", "id": "", "field": None, "before": None}
    ]
    assert (answer["written"], answer["root"], answer["as_of"]) == (False, "alignplan.yaml", "2026-11-22")
    answer = json.loads(typed(messy, "fmt", "-f", "json").out)
    assert answer["written"] is True
    answer = json.loads(typed(messy, "fmt", "-f", "json").out)
    assert (answer["changes"], answer["patch"], answer["written"]) == ([], "", False)


def test_only_what_is_named(tmp_path: Path) -> None:
    folder = planted(tmp_path, root="include: ['*/*.yaml']\nplan: {title:  x}\n", work="")
    for name in ("one/a.yaml", "one/b.yaml", "two/c.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("values:\n    a: b\n")
    before = text(folder, "alignplan.yaml")
    assert typed(folder, "fmt", "one/b.yaml").code == 0
    assert [text(folder, name) for name in ("one/a.yaml", "one/b.yaml")] == [
        "values:\n    a: b\n",
        "values:\n  a: b\n",
    ]
    assert typed(folder, "fmt", "one").err == "note: 1 file formatted, 1 file as it was\n"
    assert text(folder, "alignplan.yaml") == before
    assert typed(folder, "fmt", "alignplan.yaml").err == "note: 1 file formatted\n"
    assert text(folder, "two/c.yaml") == "values:\n    a: b\n"
    assert typed(folder / "two", "fmt").err == "note: 1 file formatted\n"
    assert text(folder, "two/c.yaml") == "values:\n  a: b\n"


def test_a_file_that_is_no_part_of_the_plan_is_misuse(messy: Path) -> None:
    (messy / "else.yaml").write_text("a:   1\n")
    done = typed(messy, "fmt", "else.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: else.yaml is no part of the plan\nhelp: alignplan.yaml does not include it\n"
    assert typed(messy, "fmt", "nowhere.yaml").code == 2


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_formed(messy: Path) -> None:
    (messy / "work.yaml").write_text("tactics:\n  beds:   [\n")
    done = typed(messy, "fmt")
    assert done.code == 2
    assert text(messy, "alignplan.yaml") == FORMED
    assert text(messy, "work.yaml") == "tactics:\n  beds:   [\n"
    assert done.err == (
        "error: work.yaml:2:11: left as it is: not valid YAML: a list `[…]` that is not closed, or a comma is missing\n"
        "help: close it with `]`, or put a comma between its entries\n"
        "note: 1 file formatted\n"
    )
    assert typed(messy, "fmt", "--check").code == 2


def test_a_root_that_cannot_be_read_names_no_other_files(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_bytes(b"plan: {title: \xff}\n")
    done = typed(tmp_path, "fmt")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: alignplan.yaml:1:15: left as it is: byte 0xff is not UTF-8\nhelp: save the file as UTF-8\n"
    )


def test_mark_and_line_ends_stay(messy: Path) -> None:
    crlf = MESSY.replace("\n", "\r\n")
    (messy / "alignplan.yaml").write_bytes(b"\xef\xbb\xbf" + crlf.encode())
    patch = json.loads(typed(messy, "fmt", "--diff", "-f", "json").out)["patch"]
    assert typed(messy, "fmt").code == 0
    formed = (messy / "alignplan.yaml").read_bytes()
    assert formed == b"\xef\xbb\xbf" + FORMED.replace("\n", "\r\n").encode()
    (messy / "alignplan.yaml").write_bytes(b"\xef\xbb\xbf" + crlf.encode())
    subprocess.run(["git", "apply", "-"], cwd=messy, input=patch.encode(), check=True)
    assert (messy / "alignplan.yaml").read_bytes() == formed


def test_several_plans_in_one_folder(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "alignplan.yaml").write_text("alignplan:   1\n")
    done = typed(tmp_path, "fmt", "--check")
    assert done.out == "would format one/alignplan.yaml\nwould format two/alignplan.yaml\n"
    answer = json.loads(typed(tmp_path, "fmt", "-f", "json").out)
    jsonschema.validate(answer, contract("edit"))
    assert [change["path"] for change in answer["changes"]] == ["one/alignplan.yaml", "two/alignplan.yaml"]
    assert answer["patch"].count("diff --git") == 2
    assert text(tmp_path, "two/alignplan.yaml") == "alignplan: 1\n"


def test_all_files_of_a_plan_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = planted(tmp_path, work=WORK.replace("title: Build raised", "title:   Build raised"))
    root = text(folder, "alignplan.yaml").replace("plan:", "plan: ")
    (folder / "alignplan.yaml").write_text(root)
    before = text(folder), text(folder, "alignplan.yaml")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("alignplan.storage.commit.os.replace", full)
    monkeypatch.setattr("alignplan.storage.commit.os.rename", full)
    done = typed(folder, "fmt")
    assert done.code == 2
    assert (text(folder), text(folder, "alignplan.yaml")) == before


def test_the_findings_stay_the_same(tmp_path: Path) -> None:
    from tools.golden import EXAMPLES

    for name in ("sales", "outreach"):
        folder = tmp_path / name
        subprocess.run(["cp", "-r", str(EXAMPLES / name), str(folder)], check=True)
        before = json.loads(typed(folder, "check", "-f", "json").out)["findings"]
        assert typed(folder, "fmt").code == 0
        after = json.loads(typed(folder, "check", "-f", "json").out)["findings"]
        assert sorted(_said(finding) for finding in after) == sorted(_said(finding) for finding in before)


def _said(finding: dict[str, object]) -> str:
    return f"{finding['code']} {finding['item']} {finding['field']} {finding['message']} {finding['waived']}"
