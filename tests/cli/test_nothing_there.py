"""What views say of plans in which there is little: no headings without a word, and nothing called good."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.plans import written

HEAD = "alignplan: 1\nplan: {title: P}\n"
TACTICS = "tactics: {t: T, u: {title: U, status: active}}\n"
KPI = "kpis: {k: {title: K, unit: x, target: 3}}\n"
DROPPED = (
    "objectives: {o: {title: O, status: dropped}}\ntactics: {t: {title: T, supports: o, status: dropped}}\n"
)


@pytest.mark.parametrize(
    ("plan", "command", "note"),
    [
        ("", "gaps", "the plan has no items"),
        ("", "matrix", "the plan has no items"),
        (TACTICS, "gaps", "the plan has no live objective"),
        (TACTICS, "matrix", "the plan has no objective that counts"),
        (TACTICS, "matrix t --of kpis", "t has no objective that counts"),
        (TACTICS, "kpis --moves", "the plan has no KPI"),
        (TACTICS, "effect", "the plan has no tactic that moves a KPI"),
        (TACTICS, "risks", "the plan has neither a risk nor a contingency"),
        (KPI, "progress", "the plan has no objective or tactic; `alignplan show ID` tells of one item"),
        (KPI, "tree", "the plan has no objective or tactic"),
        (KPI, "tree k", "k has no objective or tactic"),
        (DROPPED, "matrix --of people", "the plan has no tactic that counts"),
    ],
)
def test_where_there_is_nothing_a_note_says_what_is_missing(
    tmp_path: Path, plan: str, command: str, note: str
) -> None:
    done = typed(written(tmp_path, HEAD + plan), *command.split())
    assert (done.code, done.err) == (0, f"note: {note}\n")


@pytest.mark.parametrize("command", ["progress", "tree", "matrix --of people", "explain plan"])
def test_where_there_is_something_nothing_is_noted(tmp_path: Path, command: str) -> None:
    assert typed(written(tmp_path, HEAD + TACTICS), *command.split()).err == ""


def test_kpis_that_nothing_moves_are_counted_as_kpis(tmp_path: Path) -> None:
    done = typed(written(tmp_path, HEAD + KPI), "kpis", "--moves")
    assert done.out.endswith("\nNothing moves 1 KPI. As of 2026-11-22.\n")


def test_a_plan_without_tactics_is_not_said_to_have_some_that_move_nothing(tmp_path: Path) -> None:
    assert "whether tactics work" not in typed(written(tmp_path, HEAD + KPI), "recalibrate").out
    assert (
        "- whether tactics work: none says what it moves"
        in typed(written(tmp_path, HEAD + TACTICS), "recalibrate").out
    )


def test_where_nothing_is_stated_none_of_it_is_said_to_lead_to_an_objective(tmp_path: Path) -> None:
    done = typed(written(tmp_path, HEAD + TACTICS), "load", "--alignment")
    assert "Nothing says how much work or money goes where." in done.out
    assert "leads to an objective" not in done.out
