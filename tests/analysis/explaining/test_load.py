"""The load of people and things, and what money comes to, can be taken apart and come out the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.analysis.explaining.test_walk import recomputed, same, walked
from tests.analysis.explaining.walking import DAY, EXAMPLES, grounds_of
from tests.plans import written

from alignplan.analysis.explaining.naming import meant, names_of
from alignplan.analysis.load.money import money
from alignplan.analysis.load.periods import By
from alignplan.analysis.load.picture import Picture
from alignplan.errors import Misuse

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
                    ("percent", one.percent),
                    ("demand_days", one.demand),
                    ("capacity_days", one.capacity),
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
        assert same(recomputed(grounds, node, "money/open_cost", {}), amounts.open_cost), id
        assert same(recomputed(grounds, node, "money/committed", {}), amounts.committed), id
        assert same(recomputed(grounds, node, "money/forecast", {}), amounts.forecast), id


SKILLS = """alignplan: 1
plan: {title: Shop, horizon: {start: 2026-01-01, due: 2027-12-31}, year_starts: 4}
people: {mia: {skills: [saw], cost: 400}, leo: {skills: [saw, paint], capacity: 50%}, tom: {}}
resources: {van: {capacity: 2}}
objectives: {o: {title: O, weight: 80}, p: {title: P, weight: 20}, q: {title: Q, parent: [o, p]}}
tactics:
  t:
    supports: q
    start: 2026-12-01
    due: 2027-03-31
    budget: {planned: 5000}
    actions:
      a: {title: A, skills: [saw], effort: 12d, uses: {van: 1}}
      b: {title: B, skills: [paint, weld], effort: 3w, assigned: {leo: 50%}}
      c: {title: C, effort: 10d, remaining: 2d, status: active, assigned: [mia, leo]}
      d: {title: D, duration: 2w, progress: 50%, assigned: {tom: 30%}}
      e: {title: E, effort: 7d}
  idle: {title: Idle, budget: {planned: 70}, due: 2027-01-31, actions: {x: {title: X, effort: 2d, any_of: [mia, tom]}}}
"""


@pytest.mark.parametrize("text", [PLAN, SKILLS])
def test_every_figure_of_load_with_skills_things_and_nobody_to_do_it(text: str, tmp_path: Path) -> None:
    assert walked(written(tmp_path, text)) > 1000


@pytest.mark.parametrize("text", [PLAN, SKILLS])
def test_weeks_and_quarters_are_asked_for_though_they_are_not_listed(text: str, tmp_path: Path) -> None:
    grounds = grounds_of(written(tmp_path, text))
    mia = grounds.plan.graph.top["mia"]
    week = meant(grounds, mia, "demand_days/2026-W50")
    assert recomputed(grounds, mia, week, {}) == pytest.approx(grounds.explain(mia, week).value)
    assert week not in {name for name, _ in names_of(grounds, mia)}
    with pytest.raises(Misuse, match=r"`mia` has no figure `demand_days/2026-W60`"):
        meant(grounds, mia, "demand_days/2026-W60")
