"""Completion in fish, as its own `complete -C` gives it, and at its keyboard."""

from __future__ import annotations

from pathlib import Path

from tests.cli.completion.shells import TAB, fish_reply, installed, keyboard

pytestmark = installed("fish")
Shell = dict[str, str]


def test_a_command_with_what_it_does(shell: Shell, jam: Path) -> None:
    assert fish_reply(jam, shell, "alignplan matr") == [
        "matrix\tObjectives by tactics, objectives by KPIs, tactics by people"
    ]


def test_ids_with_kind_and_title(shell: Shell, jam: Path) -> None:
    assert fish_reply(jam, shell, "alignplan show snack-b") == [
        "snack-bar\ttactic: Launch a fruit snack bar",
        "snack-boom\tfinding: Snacking grows by 9 % a year",
    ]


def test_a_word_within_an_id_is_found_by_fish(shell: Shell, jam: Path) -> None:
    assert [line.partition("\t")[0] for line in fish_reply(jam, shell, "alignplan show shelf")] == [
        "shelf-ready"
    ]


def test_selectors_fields_and_their_values(shell: Shell, jam: Path) -> None:
    assert fish_reply(jam, shell, "alignplan ls kind:tactic,owner:mik") == [
        "kind:tactic,owner:mike\tperson: Mike"
    ]
    assert fish_reply(jam, shell, "alignplan set snack-bar confidence=o") == [
        "confidence=off track",
        "confidence=on track",
    ]


def test_quotes_of_what_was_typed_before_are_gone(shell: Shell, jam: Path) -> None:
    typed = "alignplan -C '../jam' show 'snack-bo"
    assert fish_reply(jam, shell, typed) == ["snack-boom\tfinding: Snacking grows by 9 % a year"]


def test_files_and_folders_are_those_of_fish(shell: Shell, jam: Path) -> None:
    assert fish_reply(jam, shell, "alignplan check alignp") == ["alignplan.yaml"]
    assert fish_reply(jam, shell, "alignplan check -f json=alignp") == ["json=alignplan.yaml"]
    assert fish_reply(jam, shell, "alignplan -C ta") == ["tactics/"]
    assert fish_reply(jam.parent, shell, "alignplan -C jam check alignp") == ["alignplan.yaml"]


def test_nothing_that_a_plan_says_is_run(shell: Shell, hostile: Path) -> None:
    found = fish_reply(hostile, shell, "alignplan show ")
    assert [line.partition("\t")[0] for line in found] == [
        "coloured", "hidden", "labelled", "long", "mia", "plain", "plan", "quoted", "seen", "tabbed",
    ]  # fmt: skip
    assert "plain\ttactic: $(touch PWNED) `touch PWNED`; touch PWNED & $HOME \\ 'x'" in found
    assert "coloured\ttactic: %F{red}%n !! \\u{1b}[31m\\u{7} :colon: \\u{202e}back" in found
    assert "tabbed\ttactic: one two three" in found
    assert not list(hostile.parent.rglob("PWNED"))


def test_at_the_keyboard(shell: Shell, jam: Path) -> None:
    with keyboard("fish", jam, shell) as keys:
        assert keys.line(f"alignplan matr{TAB}") == "alignplan matrix "
        assert keys.line(f"--exclude owner:mik{TAB}") == "alignplan matrix --exclude owner:mike "
        assert (
            keys.line(f"\x15alignplan set snack-bar budget.pl{TAB}")
            == "alignplan set snack-bar budget.planned="
        )
