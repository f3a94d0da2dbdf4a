"""What an objective means has a sign: the same for all ways to write it, another for each part that changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignplan import open_plan
from alignplan.analysis.suspects.meaning import differing, meaning_of, sign_of
from alignplan.analysis.suspects.suspects import Meanings
from alignplan.model.words import Meaning

PLAN = """\
alignplan: 1
plan: {title: The orchard}
objectives:
  apples:
    title: Sell apples
    description: Crisp ones.
    start: 2026-01-01
    due: 2028-12-31
    kpis: {tons: {title: Tons sold, unit: t, baseline: {date: 2026-01-01, value: 1}, target: {date: 2028-12-31, value: 5}}}
"""


def sign(folder: Path, text: str) -> str:
    (folder / "alignplan.yaml").write_text(text)
    plan = open_plan(folder)
    assert not plan.loaded.findings
    return Meanings(plan.items).sign(plan.items.top["apples"])


def test_a_sign_is_the_same_for_ever(tmp_path: Path) -> None:
    """It stands in plans: what it is made of can never change."""
    assert sign(tmp_path, PLAN) == "901754-e1fa94-7baed4-ff46ea"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sell apples", "Sell   apples  # for ever"),
        ("start: 2026-01-01", "start: 2026"),
        ("due: 2028-12-31\n", "due: {date: 2028-Q4, must: false}\n"),
        ("value: 5}", "value: 5.0}, frequency: monthly, owner: mia, source: The scales, notes: new"),
        ("unit: t,", "unit: t, path: straight, actuals: {2026-02-01: 2},"),
        ("    description", "    tags: [a]\n    evidence: A photo\n    weight: 40\n    description"),
        ("Crisp ones.", ">\n      Crisp\n      ones."),
    ],
)
def test_another_way_to_write_it_has_the_same_sign(tmp_path: Path, old: str, new: str) -> None:
    assert old in PLAN
    changed = PLAN.replace(old, new, 1).replace("owner: mia, ", "")
    assert sign(tmp_path, changed) == sign(tmp_path, PLAN)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Sell apples", "Sell Apples", Meaning.TITLE),
        ("Crisp ones.", "Crisp ones", Meaning.DESCRIPTION),
        ("start: 2026-01-01", "start: 2026-01-02", Meaning.DATES),
        ("due: 2028-12-31", "due: {date: 2028-12-31, must: true}", Meaning.DATES),
        ("    due: 2028-12-31\n", "", Meaning.DATES),
        ("value: 5", "value: 6", Meaning.KPIS),
        ("date: 2028-12-31", "date: 2028-12-30", Meaning.KPIS),
        ("unit: t,", "unit: t, checkpoints: {2027-12-31: 3},", Meaning.KPIS),
        ("unit: t,", "unit: t, direction: increase,", Meaning.KPIS),
        ("tons:", "weight:", Meaning.KPIS),
    ],
)
def test_each_part_has_its_own(tmp_path: Path, old: str, new: str, part: Meaning) -> None:
    before = sign(tmp_path, PLAN)
    assert old in PLAN
    (tmp_path / "alignplan.yaml").write_text(PLAN.replace(old, new, 1))
    plan = open_plan(tmp_path)
    meaning = meaning_of(plan.items.top["apples"].model, {})
    assert differing(before, meaning) == {part}
    assert differing(sign_of(meaning), meaning) == frozenset()
