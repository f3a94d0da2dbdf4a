"""Fingerprints: the same as long as the finding is, and no two alike in a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.output.findings.sample import LATE, NO_YAML, ORPHAN, WAIVED, answer, answer_with
from tests.plans import check

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import Spot, Waiver
from alignplan.output.fingerprints import fingerprints

ROOT = "alignplan: 1\nplan: {title: Northwind}\ninclude: ['*/*.yaml']\n"
PLAN = {
    "alignplan.yaml": ROOT,
    "ops/a.yaml": "tactics:\n  one: {supports: none}\n  two: {owner: nobody}\n",
    "ops/b.yaml": "objectives:\n  o: {}\n",
}


def found(folder: Path, files: dict[str, str]) -> set[str]:
    answer = check(folder, files)
    prints = fingerprints(answer)
    assert len(set(prints)) == len(prints) > 4
    return set(prints)


def test_lines_that_move_change_none(tmp_path: Path) -> None:
    moved = {
        **PLAN,
        "ops/a.yaml": "# a comment\n\ntactics:\n\n  two: {owner: nobody}\n  one: {supports: none}\n",
    }
    assert found(tmp_path / "before", PLAN) == found(tmp_path / "after", moved)


def test_items_that_move_to_another_file_change_none(tmp_path: Path) -> None:
    moved = {
        "alignplan.yaml": ROOT,
        "work/all.yaml": "objectives:\n  o: {}\ntactics:\n  two: {owner: nobody}\n  one: {supports: none}\n",
    }
    assert found(tmp_path / "before", PLAN) == found(tmp_path / "after", moved)


def test_another_item_or_field_or_rule_has_another() -> None:
    others = [
        ORPHAN,
        replace(ORPHAN, item="billing"),
        replace(ORPHAN, field="owner"),
        replace(ORPHAN, code="A102"),
        replace(ORPHAN, field=""),
        NO_YAML,
        replace(NO_YAML, route="objectives/y"),
        replace(NO_YAML, spot=Spot("other.yaml", 1, 1, 1, 1)),
    ]
    assert len(set(fingerprints(answer(*others)))) == len(others)


def test_nothing_else_of_a_finding_counts() -> None:
    changed = replace(
        ORPHAN,
        message="other words",
        severity=Severity.INFO,
        spot=Spot("elsewhere.yaml", 1, 1, 1, 1),
        help="",
        waived=Waiver("known"),
        url="",
    )
    assert fingerprints(answer(ORPHAN)) == fingerprints(answer(changed))
    other_line = replace(NO_YAML, spot=Spot("broken.yaml", 9, 9, 9, 9))
    assert fingerprints(answer(NO_YAML)) == fingerprints(answer(other_line))


def test_they_are_the_same_on_every_machine() -> None:
    assert fingerprints(answer(ORPHAN, NO_YAML)) == [
        "661624c98797b7ed4c7e7c1408d79e98",
        "931b9a8664a66858af39aace7bd199c0",
    ]


def test_findings_of_one_identity_are_numbered_in_their_order() -> None:
    one, two, three = fingerprints(answer(ORPHAN, replace(ORPHAN, message="again"), ORPHAN))
    assert len({one, two, three}) == 3
    assert [one, two] == fingerprints(answer(ORPHAN, ORPHAN))


def test_what_comes_between_changes_no_number_and_what_is_waived_keeps_its_own() -> None:
    mixed = fingerprints(answer(ORPHAN, LATE, ORPHAN, WAIVED))
    assert mixed[:3:2] == fingerprints(answer(ORPHAN, ORPHAN))
    waived_first = fingerprints(answer(replace(ORPHAN, waived=Waiver("known")), ORPHAN))
    assert waived_first == fingerprints(answer(ORPHAN, ORPHAN))


@given(st.text(), st.text())
def test_parts_do_not_run_into_each_other(item: str, field: str) -> None:
    joined = replace(ORPHAN, item=item + field, field="")
    apart = replace(ORPHAN, item=item or "x", field=field or "y")
    assert len(set(fingerprints(answer(joined, apart)))) == 2


def test_lone_surrogates_have_one_too() -> None:
    assert all(len(one) == 32 for one in fingerprints(answer_with("\ud800")))
