"""A plan as it would be: contents that are read in place of files, with nothing written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from alignplan import open_plan
from alignplan.workspace import Plan

TODAY = date(2026, 11, 22)
ROOT = b"alignplan: 1\nplan: {title: Bakery}\ninclude: ['work/*.yaml']\nobjectives: {sell-more: Sell more}\n"
WORK = b"tactics: {open-shop: {title: Open a shop, supports: sell-more}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "alignplan.yaml").write_bytes(ROOT)
    (tmp_path / "work" / "a.yaml").write_bytes(WORK)
    return tmp_path


def drafted(folder: Path, **contents: bytes | None) -> Plan:
    named = {f"work/{name}.yaml": content for name, content in contents.items()}
    return open_plan(folder, as_of=TODAY, drafts=named)


def codes(plan: Plan) -> list[tuple[str, str, int]]:
    return [
        (found.code, found.spot.path, found.spot.line) for found in plan.check().findings if found.code < "M"
    ]


def test_a_draft_is_read_in_place_of_the_file(folder: Path) -> None:
    plan = drafted(folder, a=b"\n\ntactics: {open-shop: Open a shop}\n")
    assert codes(plan) == [("A102", "alignplan.yaml", 4), ("A101", "work/a.yaml", 3)]
    assert (folder / "work" / "a.yaml").read_bytes() == WORK


def test_a_draft_that_is_no_file_yet_is_included(folder: Path) -> None:
    plan = drafted(folder, b=b"tactics: {advertise: Advertise}\n")
    assert plan.files == ["alignplan.yaml", "work/a.yaml", "work/b.yaml"]
    assert codes(plan) == [("A101", "work/b.yaml", 1)]


def test_a_draft_of_nothing_is_a_file_that_is_gone(folder: Path) -> None:
    plan = drafted(folder, a=None)
    assert plan.files == ["alignplan.yaml"]
    assert codes(plan) == [("E011", "alignplan.yaml", 3), ("A102", "alignplan.yaml", 4)]


def test_a_draft_may_be_a_series(folder: Path) -> None:
    objective = (
        b"objectives: {sell-more: {title: Sell more, kpis: {loaves: {actuals: loaves.csv, unit: loaves}}}}\n"
    )
    contents = {"alignplan.yaml": ROOT.replace(b"objectives: {sell-more: Sell more}\n", objective),
                "loaves.csv": b"date,value\n2026-11-01,18\n"}  # fmt: skip
    plan = open_plan(folder, as_of=TODAY, drafts=contents)
    kpi = plan.items.find("sell-more/loaves")
    assert kpi is not None
    assert [(point.day, point.value) for point in kpi.model.actuals] == [(date(2026, 11, 1), 18)]
