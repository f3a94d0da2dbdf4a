"""Completion in zsh, at its keyboard."""

from __future__ import annotations

from pathlib import Path

from tests.cli.completion.shells import TAB, installed, keyboard

pytestmark = installed("zsh")
KILL = "\x15"


def test_at_the_keyboard(shell: dict[str, str], jam: Path) -> None:
    with keyboard("zsh", jam, shell) as keys:
        assert keys.line(f"alignplan matr{TAB}") == "alignplan matrix "
        assert keys.line(f"--of pe{TAB}") == "alignplan matrix --of people "
        assert keys.line(f"--exclude kind:tactic,owner:mik{TAB}") == (
            "alignplan matrix --of people --exclude kind:tactic,owner:mike "
        )
        assert (
            keys.line(f"{KILL}alignplan set snack-bar budget.pl{TAB}")
            == "alignplan set snack-bar budget.planned="
        )
        assert keys.line(f"{KILL}alignplan set snack-bar confidence=on{TAB}") == (
            "alignplan set snack-bar confidence=on\\ track "
        )
        assert (
            keys.line(f"{KILL}alignplan check -f json=alignp{TAB}")
            == "alignplan check -f json=alignplan.yaml "
        )
        assert keys.line(f"{KILL}alignplan -C ../jam check alignp{TAB}") == (
            "alignplan -C ../jam check alignplan.yaml "
        )
        assert keys.line(f"{KILL}alignplan -C '../jam' show snack-she{TAB}") == (
            "alignplan -C '../jam' show snack-shelf "
        )


def test_titles_are_shown_beside_the_ids(shell: dict[str, str], jam: Path) -> None:
    with keyboard("zsh", jam, shell) as keys:
        assert keys.line(f"alignplan show snack-{TAB}") == "alignplan show snack-"
    shown = keys.shown()
    assert "snack-bar    -- tactic: Launch a fruit snack bar" in shown
    assert "snack-shelf  -- objective: Be on every snack shelf" in shown


def test_nothing_that_a_plan_says_is_run_or_acts_on_the_screen(shell: dict[str, str], hostile: Path) -> None:
    with keyboard("zsh", hostile, shell) as keys:
        assert keys.line(f"alignplan show {TAB}") == "alignplan show "
        assert keys.line(f"{KILL}alignplan show quo{TAB}") == "alignplan show quoted "
        assert keys.line(f"{KILL}alignplan ls tag:{TAB}") == "alignplan ls tag:good "
    assert "tactic: $(touch PWNED) `touch PWNED`; touch PWNED & $HOME \\ 'x'" in keys.shown()
    assert "tactic: %F{red}%n !! \\u{1b}[31m\\u{7} :colon: \\u{202e}back" in keys.shown()
    assert "\x1b[31m" not in keys.shown()
    assert not list(hostile.parent.rglob("PWNED"))
