"""What holds for every command that changes a plan: what is shown, what is written, what git takes."""

from __future__ import annotations

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.door import COMMAND, environment, typed
from tests.cli.garden import ROOT, WORK, planted, text
from tests.cli.screen import Screen

from alignplan.output.contracts.interface import contract

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMANDS = [
    ["set", "beds", "status=done", "owner=ben"],
    ["new", "tactic", "fence", "Put up a fence", "supports=harvest"],
    ["rename", "harvest", "yield"],
    ["rm", "well"],
    ["rm", "wood", "--cascade"],
    ["mv", "well", "mia", "more/water.yaml"],
]
UNCHANGED = (WORK, ROOT, False)


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return planted(tmp_path)


def state(garden: Path) -> tuple[str, str, bool]:
    return text(garden), text(garden, "alignplan.yaml"), (garden / "more/water.yaml").exists()


def git(folder: Path, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, input=given.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_dry_run_writes_nothing_and_git_takes_what_it_shows(garden: Path, words: list[str]) -> None:
    git(garden, "init", "-q")
    shown = typed(garden, *words, "--dry-run")
    assert (shown.code, state(garden)) == (0, UNCHANGED)
    assert shown.err.endswith("note: nothing is written (--dry-run)\n")
    answer = json.loads(typed(garden, *words, "--dry-run", "-f", "json").out)
    assert (answer["patch"], answer["written"]) == (shown.out, False)
    git(garden, "apply", "-", given=answer["patch"])
    applied = state(garden)
    git(garden, "apply", "-R", "-", given=answer["patch"])
    assert state(garden) == UNCHANGED
    done = typed(garden, *words)
    assert (done.code, done.out) == (0, shown.out)
    assert state(garden) == applied != UNCHANGED


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_answer_keeps_its_contract(garden: Path, words: list[str]) -> None:
    answer = json.loads(typed(garden, *words, "-f", "json").out)
    assert [error.message for error in Draft202012Validator(contract("edit")).iter_errors(answer)] == []
    assert list(answer) == ["schema", "as_of", "root", "changes", "patch", "written", "findings"]
    assert (answer["schema"], answer["as_of"], answer["root"]) == ("edit/1", "2026-11-22", "alignplan.yaml")
    assert answer["written"] is True
    assert answer["changes"]


def test_a_change_that_is_none_has_an_empty_patch(garden: Path) -> None:
    answer = json.loads(typed(garden, "set", "beds", "owner=mia", "-f", "json").out)
    assert (answer["changes"], answer["patch"], answer["written"]) == ([], "", False)
    assert list(Draft202012Validator(contract("edit")).iter_errors(answer)) == []


def test_paths_are_those_of_git_from_wherever_one_stands(tmp_path: Path) -> None:
    (tmp_path / "plans/garden").mkdir(parents=True)
    garden = planted(tmp_path / "plans/garden")
    git(tmp_path, "init", "-q")
    done = typed(garden / "more", "rename", "harvest", "yield", "--dry-run")
    assert "--- a/plans/garden/work.yaml\n+++ b/plans/garden/work.yaml\n" in done.out
    git(tmp_path, "apply", "-", given=done.out)
    assert text(garden) == WORK.replace("harvest", "yield")
    git(tmp_path, "apply", "-R", "-", given=done.out)
    git(garden, "apply", "-", given=done.out)
    assert text(garden) == WORK.replace("harvest", "yield")


def test_a_file_keeps_its_mark_its_line_ends_and_its_end(tmp_path: Path) -> None:
    garden = planted(tmp_path)
    work = b"\xef\xbb\xbf" + WORK.replace("\n", "\r\n").rstrip().encode()
    (garden / "work.yaml").write_bytes(work)
    patch = json.loads(typed(garden, "set", "dig", "due=2027-09-01", "-f", "json", "--dry-run").out)["patch"]
    git(garden, "init", "-q")
    shown = typed(garden, "set", "dig", "due=2027-09-01")
    assert shown.out == patch
    changed = work.replace(b"dig: Dig", b"dig: {title: Dig, due: 2027-09-01}")
    assert (garden / "work.yaml").read_bytes() == changed
    git(garden, "apply", "-R", "-", given=patch)
    assert (garden / "work.yaml").read_bytes() == work


def test_text_of_the_plan_is_harmless_where_it_is_shown(tmp_path: Path) -> None:
    work = WORK.replace(
        "    title: Dig a well\n", "    title: Dig a well\n    notes: |\n      ::error::gone \u202e\n"
    )
    garden = planted(tmp_path, work=work)
    done = typed(garden, "set", "well", "owner=mia", "--dry-run")
    assert "\n       \\u{3a}:error::gone \\u{202e}\n" in done.out
    patch = json.loads(typed(garden, "set", "well", "owner=mia", "--dry-run", "-f", "json").out)["patch"]
    assert "\n       ::error::gone \u202e\n" in patch
    git(garden, "apply", "-", given=patch)


def test_colour_only_where_it_is_wanted(garden: Path) -> None:
    words = ("set", "beds", "owner=ben", "--dry-run")
    plain = typed(garden, *words).out
    assert "\x1b" not in plain
    coloured = typed(garden, *words, "--color", "always").out
    assert "\x1b[31m-    owner: mia\x1b[0m\n\x1b[32m+    owner: ben\x1b[0m\n" in coloured
    assert "\x1b" not in typed(garden, *words, "--color", "always", "-f", "json").out
    done = Screen(garden, *words, "--no-pager").done()
    assert done.code == 0
    assert "-    owner: mia" in done.err


def test_notes_only_where_they_are_wanted(garden: Path) -> None:
    words = ("new", "tactic", "fence", "Put up a fence", "supports=harvest", "--dry-run")
    assert typed(garden, *words).err
    assert typed(garden, *words, "-q").err == ""


def test_the_next_command_is_told_as_it_is_to_be_typed(garden: Path) -> None:
    words = ("new", "objective", "peace", "Sit in the shade", "owner=mia", "due=2028")
    done = typed(garden.parent, "-C", garden.name, *words)
    assert done.err.endswith(
        f"next: alignplan -C {garden.name} new kpi peace/ID …, "
        f"then alignplan -C {garden.name} new tactic ID … supports=peace\n"
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_refusals_of_all(tmp_path: Path, words: list[str]) -> None:
    done = typed(tmp_path, *words)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: no plan here: there is no alignplan.yaml in ., above or below it\n"
        "help: `alignplan init` writes one\n"
    )
    garden = planted(tmp_path)
    done = typed(garden, *words, "-f", "table")
    assert (done.code, done.err) == (2, "error: unknown output format `table`\nhelp: there are diff, json\n")
    assert state(garden) == UNCHANGED


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_file_that_cannot_be_changed_is_told_with_its_place(garden: Path, words: list[str]) -> None:
    broken = WORK + "risks: {r: [\n"
    (garden / "work.yaml").write_text(broken)
    done = typed(garden, *words, "--force")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert (text(garden), text(garden, "alignplan.yaml")) == (broken, ROOT)


def test_a_file_that_an_editor_changed_meanwhile_is_not_overwritten(
    garden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alignplan.cli import consequences

    judged = consequences.consequences
    theirs = WORK.replace("Build raised beds", "Build high beds")

    def slow(*arguments: object) -> object:
        (garden / "work.yaml").write_text(theirs)
        return judged(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(consequences, "consequences", slow)
    done = typed(garden, "set", "beds", "owner=ben")
    assert (done.code, done.out) == (2, "")
    assert "work.yaml" in done.err
    assert text(garden) == theirs


def test_eight_at_once_lose_nothing(garden: Path) -> None:
    fields = {
        "owner": "ben", "due": "2027-04-01", "status": "active", "priority": "high", "notes": "Soon",
        "code": "A", "budget.planned": "400", "start": "2026-12-01",
    }  # fmt: skip

    def one(field: tuple[str, str]) -> int:
        command = [*COMMAND, "set", "beds", "=".join(field), "--no-input", "-q"]
        return subprocess.run(
            command, cwd=garden, env=environment(), stdout=subprocess.DEVNULL, timeout=60, check=False
        ).returncode

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, fields.items())) == [0] * 8
    shown = json.loads(typed(garden, "show", "beds", "-f", "json").out)["items"][0]
    assert (shown["owner"], shown["due"], shown["status"], shown["code"], shown["start"]) == (
        "ben", "2027-04-01", "active", "A", "2026-12-01",
    )  # fmt: skip
    assert len(text(garden).splitlines()) == len(WORK.splitlines()) + 6
    assert typed(garden, "check").code == 0


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_every_command_on_every_example(tmp_path: Path, example: str) -> None:
    folder = tmp_path / example
    shutil.copytree(EXAMPLES / example, folder)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    listed = json.loads(typed(folder, "ls", "-f", "json").out)["items"]
    tactic = next(item for item in listed if item["kind"] == "tactic")
    objective = next(item for item in listed if item["kind"] == "objective")
    action = next(item for item in listed if item["kind"] == "action")
    value = next((item for item in listed if item["kind"] == "value"), tactic)
    included = [path for path in sorted({item["path"] for item in listed}) if path != tactic["path"]]
    commands = [
        ["set", tactic["id"], "notes=Reviewed", "x-reviewed=2026-11-22"],
        ["set", action["id"], "notes=Reviewed"],
        ["new", "action", f"{tactic['id']}/one-more", "One more step"],
        ["new", "tactic", "one-more", "One more tactic", f"supports={objective['id']}", "--force"],
        ["new", "risk", "one-more-risk", "One more risk", f"threatens={tactic['id']}"],
        ["rename", tactic["id"], "another-name"],
        ["rename", objective["id"], "another.aim"],
        ["rename", action["id"], "another-step"],
        ["rm", value["id"], "--cascade", "--force"],
        *([["mv", tactic["id"], included[0]]] if included else []),
    ]
    for words in commands:
        done = typed(folder, *words, "-f", "json", "--as-of", "2026-11-22")
        assert done.code == 0, (words, done.err)
        patch = json.loads(done.out)["patch"]
        assert patch
        git(folder, "apply", "-R", "-", given=patch)
        assert git(folder, "diff", "--stat") == "", words
