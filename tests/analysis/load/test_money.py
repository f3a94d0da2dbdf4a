"""Money: open cost, committed, forecast, by tactic, by objective and once in the plan."""

from __future__ import annotations

import pytest
from tests.analysis.load.plans import plan_of

from alignplan.analysis.load.money import Money, money, whole

PEOPLE = "people: {mia: {cost: 500, team: team}, leo: {cost: 300, team: team}, kim: {}}\nteams: {team: {}, nobody: {}}\n"


def of_tactic(fields: str) -> Money:
    plan = plan_of(f"{PEOPLE}objectives: {{o: O}}\ntactics:\n  t: {{supports: o, owner: mia, {fields}}}\n")
    return money(plan, plan.demand)["t"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        # planned, spent, open cost, committed, forecast, days without cost
        ("budget: {planned: 9000}", (9000, None, None, None, 9000, 0)),
        ("budget: {planned: 9000}, actions: {a: {effort: 10d}}", (9000, None, 5000, 5000, 9000, 0)),
        ("budget: {planned: 900}, actions: {a: {effort: 10d}}", (900, None, 5000, 5000, 5000, 0)),
        ("actions: {a: {effort: 10d}}", (None, None, 5000, 5000, 5000, 0)),
        ("actions: {a: {effort: 10d, assigned: [mia, leo]}}", (None, None, 4000, 4000, 4000, 0)),
        ("actions: {a: {effort: 10d, owner: team}}", (None, None, 4000, 4000, 4000, 0)),
        ("actions: {a: {effort: 10d, owner: nobody}}", (None, None, None, None, None, 10)),
        ("actions: {a: {effort: 10d, assigned: [mia, kim]}}", (None, None, 2500, 2500, 2500, 5)),
        (
            "budget: {planned: 9000, spent: 4000}, actions: {a: {effort: 10d, progress: 50%}}",
            (9000, 4000, 2500, 6500, 8000, 0),
        ),
        (
            "budget: {planned: 9000, spent: 4000}, actions: {a: {effort: 10d, progress: 80%}}",
            (9000, 4000, 1000, 5000, 5000, 0),
        ),
        # it has begun, and nobody says what it has cost: unknown is not 0
        (
            "budget: {planned: 9000}, actions: {a: {effort: 10d, progress: 50%}}",
            (9000, None, 2500, None, 9000, 0),
        ),
        ("budget: {planned: 9000, spent: 7000}, status: done", (9000, 7000, 0, 7000, 7000, 0)),
        ("budget: {planned: 9000}, status: done", (9000, None, 0, None, None, 0)),
        ("status: active", (None, None, None, None, None, 0)),
    ],
)
def test_a_tactic(fields: str, found: tuple[float | None, ...]) -> None:
    amounts = of_tactic(fields)
    assert (
        amounts.planned, amounts.spent, amounts.open_cost, amounts.committed, amounts.forecast, amounts.uncosted_days,
    ) == pytest.approx(found)  # fmt: skip


SERVES = (
    PEOPLE
    + """objectives:
  top: {title: Top}
  one: {title: One, parent: top}
  two: {title: Two, parent: top}
  off: {title: Off, parent: top, status: dropped}
tactics:
  a: {supports: one, owner: mia, budget: {planned: 1000, spent: 400}, status: active, progress: 50%}
  b: {supports: {one: 25, two: 75}, owner: mia, budget: {planned: 400}, actions: {x: {effort: 2d}}}
  c: {supports: two, owner: mia, actions: {x: {effort: 1d}}}
  d: {supports: off, budget: {planned: 7000}}
  e: {budget: {planned: 50}}
  f: {supports: one, status: dropped, budget: {planned: 8000, spent: 10}}
"""
)


def test_objectives_have_their_part_and_the_plan_has_each_once() -> None:
    plan = plan_of(SERVES)
    found = money(plan, plan.demand)
    assert found["one"].planned == pytest.approx(1000 + 100)
    assert found["two"].planned == pytest.approx(300)
    assert found["top"].planned == pytest.approx(1400)
    assert found["top"].spent == pytest.approx(400)  # b and c have not begun: nobody says a number
    assert found["two"].committed == pytest.approx(750 + 500)
    assert found["one"].forecast == pytest.approx(800 + 0.25 * 1000)
    assert found["one"].over == pytest.approx(1050 - 1100)
    assert "off" not in found
    assert "f" not in found
    assert whole(plan, found).planned == pytest.approx(1000 + 400 + 7000 + 50)
    assert whole(plan, found).committed == pytest.approx(1000 + 500)


def test_objectives_in_a_circle_are_summed_up_once() -> None:
    plan = plan_of(
        "objectives: {a: {parent: b}, b: {parent: a}}\ntactics: {t: {supports: a, budget: {planned: 10}}}\n"
    )
    found = money(plan, plan.demand)
    assert {id: found[id].planned for id in "ab"} in ({"a": 10, "b": 10}, {"a": 10, "b": None})
