"""Completion in bash, with its own variables, and at its keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.completion.shells import SOURCED, TAB, bash_reply, installed, keyboard

pytestmark = installed("bash")
Shell = dict[str, str]


def test_a_command_is_completed(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "ma") == ["matrix"]


def test_options_of_the_command_are_completed(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "tree", "--d") == ["--depth"]
    assert bash_reply(jam, shell, "alignplan", "tree", "-f", "json", "--out") == []


def test_an_option_may_stand_before_the_command(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "--color", "") == ["auto", "always", "never"]
    assert bash_reply(jam, shell, "alignplan", "-q", "matr") == ["matrix"]


def test_a_value_behind_an_equals_sign_is_completed_as_bash_splits_it(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "tree", "--by", "=", "") == ["owner", "team", "status"]
    assert bash_reply(jam, shell, "alignplan", "tree", "--by", "=", "te") == ["team"]
    assert bash_reply(jam, shell, "alignplan", "tree", "--by", "=") == ["owner", "team", "status"]


def test_ids_and_what_stands_in_the_one_that_is_meant(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "show", "snack-") == ["snack-boom", "snack-shelf", "snack-bar"]
    assert bash_reply(jam, shell, "alignplan", "show", "snack-ba") == [
        "snack-bar",
        "snack-bar/recipe",
        "snack-bar/pilot",
        "snack-bar/shelf-ready",
    ]
    assert bash_reply(jam, shell, "alignplan", "show", "snack-bar/p") == ["snack-bar/pilot"]
    assert bash_reply(jam, shell, "alignplan", "show", "pil") == ["pilot"]


def test_a_selector_is_completed_behind_its_colon_and_its_comma(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "ls", "owner", ":", "m") == ["mia", "mike"]
    assert bash_reply(jam, shell, "alignplan", "ls", "kind", ":", "tactic,stat") == ["tactic,status:"]
    assert bash_reply(jam, shell, "alignplan", "ls", "kind", ":", "tactic,status", ":", "d") == [
        "done",
        "dropped",
    ]


def test_a_blank_behind_the_colon_begins_another_word(shell: Shell, jam: Path) -> None:
    line = "alignplan ls owner: snack-b"
    words = ["alignplan", "ls", "owner", ":", "snack-b"]
    assert bash_reply(jam, shell, *words, line=line) == ["snack-boom", "snack-bar"]
    words[-1] = ""
    assert bash_reply(jam, shell, *words, line="alignplan ls owner:") == ["brand", "mia", "mike"]
    assert "kind:" in bash_reply(jam, shell, *words, line="alignplan ls owner: ")


def test_only_what_stands_before_the_cursor_counts(shell: Shell, jam: Path) -> None:
    line = "alignplan show snack-bxyz --color never"
    words = ["alignplan", "show", "snack-bxyz", "--color", "never"]
    point = line.index("xyz")
    assert bash_reply(jam, shell, *words, at=2, line=line, point=point) == ["snack-boom", "snack-bar"]


def test_values_that_need_it_are_quoted_once(shell: Shell, jam: Path) -> None:
    words = ("alignplan", "set", "snack-bar", "confidence", "=")
    assert bash_reply(jam, shell, *words, "o") == ["on\\ track", "off\\ track"]
    assert bash_reply(jam, shell, *words, '"on') == ["on track"]
    assert bash_reply(jam, shell, *words, "on\\ t") == ["on\\ track"]


def test_files_and_folders_are_those_of_bash(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam, shell, "alignplan", "check", "al") == ["alignplan.yaml"]
    assert bash_reply(jam, shell, "alignplan", "check", "-f", "json", "=", "al") == ["alignplan.yaml"]
    assert sorted(bash_reply(jam, shell, "alignplan", "-C", "")) == ["tactics"]
    assert bash_reply(jam, shell, "alignplan", "schema", ">", "al") == ["alignplan.yaml"]


def test_a_folder_that_was_typed_before_is_honoured(shell: Shell, jam: Path) -> None:
    assert bash_reply(jam.parent, shell, "alignplan", "-C", "jam", "show", "snack-b") == [
        "snack-boom",
        "snack-bar",
    ]
    assert bash_reply(jam.parent, shell, "alignplan", "-C", "'jam'", "check", "al") == ["alignplan.yaml"]
    assert bash_reply(jam.parent, shell, "alignplan", "-C", "nowhere", "show", "") == []


def test_nothing_that_a_plan_says_is_run(shell: Shell, hostile: Path) -> None:
    every = bash_reply(hostile, shell, "alignplan", "show", "")
    assert sorted(every) == [
        "coloured",
        "hidden",
        "labelled",
        "long",
        "mia",
        "plain",
        "plan",
        "quoted",
        "seen",
        "tabbed",
    ]
    assert bash_reply(hostile, shell, "alignplan", "ls", "tag", ":", "") == ["good"]
    assert bash_reply(hostile, shell, "alignplan", "ls", "path", ":", "") == [
        "more",
        "alignplan.yaml",
        "more/fine.yaml",
    ]
    assert bash_reply(hostile.parent, shell, "alignplan", "-C", f'"{hostile.name}"', "show", "pla") == [
        "plan",
        "plain",
    ]
    assert not list(hostile.parent.rglob("PWNED"))


def test_what_was_typed_is_not_run_either(shell: Shell, tmp_path: Path) -> None:
    for word in (
        "$(touch PWNED)",
        "`touch PWNED`",
        "'$(touch PWNED)",
        "*;touch PWNED",
        "status:$(touch PWNED)",
    ):
        bash_reply(tmp_path, shell, "alignplan", "-C", word, "show", word)
    assert not list(tmp_path.rglob("PWNED"))


@pytest.mark.parametrize("strict", ["", "set -u; shopt -s failglob nullglob; "])
def test_what_is_offered_is_no_pattern_and_patterns_work_afterwards(
    shell: Shell, tmp_path: Path, strict: str
) -> None:
    folder = tmp_path / "files"
    (folder / "inner").mkdir(parents=True)
    for name in ("tree", "*", "[a]"):
        (folder / name).touch()
        (folder / "inner" / name).touch()
    script = f"{strict}{SOURCED}"
    assert bash_reply(folder, shell, "alignplan", "tre", script=script) == ["tree"]
    assert bash_reply(folder, shell, "alignplan", "*", script=script) == []
    here = bash_reply(folder, shell, "alignplan", "check", "", script=script)
    assert sorted(here) == ["*", "[a]", "inner", "tree"]
    there = bash_reply(folder, shell, "alignplan", "-C", "inner", "check", "", script=script)
    assert sorted(there) == ["*", "[a]", "tree"]


def test_at_the_keyboard(shell: Shell, jam: Path) -> None:
    with keyboard("bash", jam, shell) as keys:
        assert keys.line(f"alignplan matr{TAB}") == "alignplan matrix "
        assert keys.line(f"--of pe{TAB}") == "alignplan matrix --of people "
        assert keys.line(f"--exclude owner:mik{TAB}") == "alignplan matrix --of people --exclude owner:mike "
        assert (
            keys.line(f"\x15alignplan set snack-bar budget.pl{TAB}")
            == "alignplan set snack-bar budget.planned="
        )
        assert keys.line(f"\x15alignplan set snack-bar confidence=on{TAB}") == (
            "alignplan set snack-bar confidence=on\\ track "
        )
        assert (
            keys.line(f'\x15alignplan show "market-share/sh{TAB}') == 'alignplan show "market-share/share" '
        )
        assert keys.line(f"\x15alignplan check alignp{TAB}") == "alignplan check alignplan.yaml "
        assert keys.line(f"\x15alignplan show snack-{TAB}") == "alignplan show snack-"
    assert re.search("snack-bar +snack-boom +snack-shelf", keys.shown())
