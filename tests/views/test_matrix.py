"""What stands where rows and columns meet, and how it fits on a terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.views.garden import DAY, GARDEN, written_plan

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.matrix import Matrix, Of, matrix
from alignplan.analysis.selectors.choice import choose
from alignplan.output.document import Document
from alignplan.output.documents.table import render
from alignplan.output.ink import Ink
from alignplan.views.matrix import document
from alignplan.workspace import open_plan


@pytest.fixture(scope="module")
def garden() -> Assessment:
    return open_plan(GARDEN, as_of=date.fromisoformat(DAY)).assessment


def cells(found: Matrix) -> dict[tuple[str, str], float | None]:
    return {(cell.row, cell.column): cell.value for cell in found.cells}


def test_tactics_by_their_link_shares(garden: Assessment) -> None:
    found = matrix(garden, choose(garden), Of.TACTICS)
    assert [row.id for row in found.rows] == ["beds-for-all", "water-2026", "neighbours"]
    assert [column.id for column in found.columns] == ["tea", "cistern", "open-days"]
    assert cells(found) == {
        ("water-2026", "cistern"): 100,
        ("neighbours", "open-days"): 70,
        ("beds-for-all", "open-days"): 30,
    }


def test_kpis_by_their_attainment_unknown_is_not_nothing(garden: Assessment) -> None:
    assert cells(matrix(garden, choose(garden), Of.KPIS)) == {
        ("beds-for-all", "beds-for-all/beds"): 40,
        ("water-2026", "rain-share"): None,
    }


def test_people_by_the_days_of_effort_that_fall_to_them(garden: Assessment) -> None:
    found = matrix(garden, choose(garden), Of.PEOPLE)
    assert cells(found) == {
        ("cistern", "diggers"): None,
        ("cistern", "lin"): 4,
        ("cistern", "rosa"): 4,
        ("cistern", "ken"): 8,
        ("open-days", "ken"): None,
    }
    assert {(cell.row, cell.column): cell.role for cell in found.cells}["cistern", "rosa"] == "assigned"


def test_effort_without_people_falls_to_the_owner(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path,
        """
        people: {ann: {}, bo: {}}
        tactics:
          t:
            owner: ann
            actions:
              own: {effort: 3d}
              his: {owner: bo, effort: 2w}
              gone: {effort: 9d, status: dropped}
              both: {assigned: [ann, bo], effort: 8d}
        """,
    ).assessment
    assert cells(matrix(plan, choose(plan), Of.PEOPLE)) == {("t", "ann"): 7, ("t", "bo"): 14}


def test_a_choice_limits_rows_and_columns(garden: Assessment) -> None:
    found = matrix(garden, choose(garden, ("neighbours+",)), Of.TACTICS)
    assert [row.id for row in found.rows] == ["neighbours"]
    assert cells(found) == {("neighbours", "open-days"): 70}


def drawn(found: Matrix, width: int) -> list[str]:
    return [str(line) for line in render(Document(document(found, width)), Ink(width=width))]


def test_too_wide_columns_are_numbered_and_explained(garden: Assessment) -> None:
    lines = drawn(matrix(garden, choose(garden), Of.TACTICS), 32)
    assert lines[:12] == [
        "Objectives × tactics",
        "id             1    2   3",
        "─────────────────────────",
        "beds-for-all           30",
        "└─ water-2026     100",
        "neighbours             70",
        "",
        "no.  id         title",
        "────────────────────────────────",
        "  1  tea        Tea for the dig…",
        "  2  cistern    Sink a cistern …",
        "  3  open-days  Open the gate e…",
    ]


def test_still_too_wide_it_is_cut_into_parts(garden: Assessment) -> None:
    lines = drawn(matrix(garden, choose(garden), Of.TACTICS), 22)
    assert lines[:8] == [
        "Objectives × tactics, columns 1 to 2 of 3",
        "id          1    2",
        "──────────────────",
        "water-2026     100",
        "",
        "Objectives × tactics, columns 3 to 3 of 3",
        "id             3",
        "────────────────",
    ]


def test_any_number_of_columns_stays_within_the_terminal(tmp_path: Path) -> None:
    tactics = "\n".join(f"  a-rather-long-tactic-id-{at}: {{supports: goal-{at % 7}}}" for at in range(100))
    objectives = "\n".join(f"  goal-{at}: {{}}" for at in range(7))
    plan = written_plan(tmp_path, f"objectives:\n{objectives}\ntactics:\n{tactics}\n").assessment
    lines = drawn(matrix(plan, choose(plan), Of.TACTICS), 80)
    assert max(map(len, lines)) <= 80
    assert sum(line.count("100") for line in lines if line.startswith("goal-")) == 100


def test_a_huge_matrix_is_a_list(tmp_path: Path) -> None:
    tactics = "\n".join(f"  t{at}: {{supports: goal-{at % 500}}}" for at in range(500))
    objectives = "\n".join(f"  goal-{at}: {{}}" for at in range(500))
    plan = written_plan(tmp_path, f"objectives:\n{objectives}\ntactics:\n{tactics}\n").assessment
    lines = drawn(matrix(plan, choose(plan), Of.TACTICS), 80)
    assert lines[3] == "goal-0    t0        100"
    assert len([line for line in lines if line.endswith("  100")]) == 500
