"""The load of people and things, and what money comes to, can be taken apart and come out the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.analysis.explaining.test_walk import recomputed, same
from tests.analysis.explaining.walking import DAY, EXAMPLES, grounds_of
from tests.plans import written

from alignplan.analysis.load.money import money
from alignplan.analysis.load.periods import By
from alignplan.analysis.load.picture import Picture

PLAN = """alignplan: 1
plan: {title: Bakery, horizon: {start: 2026-01-01, due: 2027-12-31}}
teams: {crew: {}, hall: {capacity: 200%}, unknown: {}}
people:
  mia: {team: crew, capacity: 80%, cost: 400, leave: [{from: 2026-12-07, until: 2026-12-11, hours: 2}]}
  leo: {team: crew, leave: [{from: 2026-12-14, until: 2026-12-31}]}
  away: {leave: 2026-12, cost: 100}
resources: {oven: {capacity: 2}}
objectives: {o: {title: O}, p: {title: P, parent: o}}
tactics:
  t:
    supports: {o: 40, p: 60}
    owner: mia
    start: 2026-12-01
    due: 2027-01-29
    budget: {planned: 5000, spent: 1200}
    actions:
      a: {title: A, assigned: [mia, leo], effort: 20d, progress: 10%, uses: {oven: 2}}
      b: {title: B, owner: crew, effort: 3d}
      c: {title: C, owner: hall, effort: 3d}
      d: {title: D, owner: unknown, effort: 3d}
      e: {title: E, owner: away, effort: 3d, due: 2026-12-20}
  u: {supports: p, status: done, budget: {planned: 10, spent: 20}, actions: {x: {effort: 1d}}}
  v: {supports: p, status: done}
  w: {supports: p, status: active, owner: mia, budget: {planned: 10}, actions: {x: {effort: 1d}}}
"""


@pytest.fixture(params=["bakery", "market-share", "outreach"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return written(tmp_path, PLAN) if request.param == "bakery" else EXAMPLES / request.param


def test_months_of_everyone(folder: Path) -> None:
    grounds = grounds_of(folder, DAY)
    found = Picture(grounds.plan, grounds.picture.choice, By.MONTH)
    count = 0
    for load in found.loads:
        for one in load.periods:
            if one.demand:
                month = one.period.name
                for figure, value in (
                    ("load", one.percent),
                    ("demand", one.demand),
                    ("capacity", one.capacity),
                ):
                    assert same(recomputed(grounds, load.node, f"{figure}/{month}", {}), value), (
                        load.node,
                        month,
                    )
                    count += 1
    assert count > 20


def test_what_money_comes_to(folder: Path) -> None:
    grounds = grounds_of(folder, DAY)
    for id, amounts in money(grounds.plan, grounds.plan.demand).items():
        node = grounds.plan.graph.top[id]
        assert same(recomputed(grounds, node, "open_cost", {}), amounts.open_cost), id
        assert same(recomputed(grounds, node, "committed", {}), amounts.committed), id
        assert same(recomputed(grounds, node, "expected_cost", {}), amounts.forecast), id
