"""Every figure of earned value can be taken apart, and comes out the same again: on days before, during and after."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.analysis.earned.money import CREW, WALL
from tests.analysis.explaining.test_walk import recomputed, same
from tests.plans import written

from alignplan.analysis.earned.earned import FIGURES
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.model.kinds import Kind
from alignplan.workspace import open_plan


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-09", "2026-03-14", "2026-05-01"])
@pytest.mark.parametrize("text", [WALL, CREW])
def test_every_figure_is_recomputed_from_its_inputs(text: str, day: str, tmp_path: Path) -> None:
    plan = open_plan(written(tmp_path, text), as_of=date.fromisoformat(day))
    grounds, graph = Grounds(plan.picture()), plan.items
    done: dict[tuple[str, str, str], Value] = {}
    for node in (graph.plan, *graph.kinds[Kind.OBJECTIVE], *graph.kinds[Kind.TACTIC]):
        for name in FIGURES:
            found = plan.assessment.earned.of(node)[name]
            assert same(recomputed(grounds, node, name, done), found.value), (node.id, name)
            assert found.value is not None or grounds.explain(node, name).reason == found.reason
