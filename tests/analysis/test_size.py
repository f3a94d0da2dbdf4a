"""Figures of plans that are deep, wide or run in circles: no recursion, nothing quadratic."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from alignplan.analysis.assessment import Assessment
from alignplan.graph.graph import PlanGraph
from alignplan.model.plan import PlanFile

DEPTH = 100_000


def build(**sections: Any) -> Assessment:
    file = TypeAdapter(PlanFile).validate_python(sections, context={"year_starts": 0})
    return Assessment(PlanGraph([("alignplan.yaml", file)]), date(2026, 11, 22))


@pytest.fixture(scope="module")
def chain() -> dict[str, Any]:
    """Objectives, each the parent of the next, and a tactic at the very bottom."""
    return {f"o{at}": {"parent": f"o{at - 1}"} if at else {} for at in range(DEPTH)}


def test_a_chain_as_deep_as_it_gets(chain: dict[str, Any]) -> None:
    tactics = {
        "t": {"supports": f"o{DEPTH - 1}", "progress": "40%", "start": "2026-11-13", "due": "2026-12-02"}
    }
    plan = build(plan={"horizon": {"start": "2026", "due": "2026"}}, objectives=chain, tactics=tactics)
    top, bottom = plan.graph.top["o0"], plan.graph.top[f"o{DEPTH - 1}"]
    assert (plan.progress_of(top), plan.planned_of(top)) == (40, 50)
    assert (plan.progress_of(bottom), plan.planned_of(bottom)) == (40, 50)
    assert plan.health_of(top).reason == "progress 40 %, planned 50 %"


def test_a_circle_as_long_as_it_gets(chain: dict[str, Any]) -> None:
    ring = {**chain, "o0": {"parent": f"o{DEPTH - 1}"}}
    plan = build(objectives=ring, tactics={"t": {"supports": "o5", "progress": "40%"}})
    assert set(plan.progress[0].values()) == {None}
    assert set(plan.planned[0].values()) == {None}


def test_a_series_as_deep_as_it_gets() -> None:
    kpis: dict[str, Any] = {"k0": {"unit": "d", "baseline": "0", "actuals": {"2026-03-01": "5"}}}
    kpis |= {f"k{at}": {"series": f"k{at - 1}", "target": "10"} for at in range(1, 20_000)}
    plan = build(kpis=kpis, tactics={"t": {"moves": {"k9": "1"}}})
    assert plan.kpis["k19999"].attainment == 50
    assert plan.sufficiency_of_kpi("k19999") == 10


def test_what_is_wide_takes_no_longer_than_what_is_long() -> None:
    """One objective with very many children, tactics and shared KPIs, and one KPI that very many objectives share."""
    size = 20_000
    objectives: dict[str, Any] = {"top": {"kpis": [f"k{at}" for at in range(size)]}}
    objectives |= {f"o{at}": {"parent": "top", "kpis": ["k0"]} for at in range(size)}
    kpis = {f"k{at}": {"unit": "d", "baseline": "0", "target": "10"} for at in range(size)}
    tactics = {
        f"t{at}": {"supports": ["top", f"o{at}"], "progress": "40%", "moves": {"k0": "1"}}
        for at in range(size)
    }
    plan = build(objectives=objectives, kpis=kpis, tactics=tactics)
    assert plan.progress_of(plan.graph.top["top"]) == 40
    assert plan.sufficiency_of(plan.graph.top["top"]).value == 0
    assert plan.sufficiency_of_kpi("k0") == size * 10
    assert len(plan.kpis["k0"].objectives) == size + 1
