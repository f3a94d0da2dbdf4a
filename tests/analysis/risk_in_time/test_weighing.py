"""What samples of a schedule say of a plan: ranges, days, chances, and whose spread hurts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import assess
from tests.analysis.risk_in_time.shop import MONDAY, SHOP

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.risk_in_time.answer import RiskInTime
from alignplan.analysis.risk_in_time.ranges import ranges_of
from alignplan.analysis.risk_in_time.weighing import risk_in_time
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.analysis.selectors.choice import choose
from alignplan.scheduling.sampling import Drawing, Spread


def spreads(plan: Assessment) -> dict[str, Spread]:
    draft = plan.draft
    return {draft.entries[number].node.name: one for number, one in ranges_of(plan, draft).spreads.items()}


def risk(
    text: str = SHOP, *selectors: str, samples: int = 300, seed: int = 0, as_of: str = MONDAY
) -> RiskInTime:
    plan = assess(text, as_of)
    found = scheduled(plan, Search("quick"))
    return risk_in_time(plan, found, Drawing(samples, seed), choose(plan, selectors))


# ------------------------------------------------------------ ranges


def test_a_range_is_a_part_of_what_is_likely() -> None:
    assert spreads(assess(SHOP, MONDAY)) == {
        "design": Spread(4 / 5, 12 / 5),  # of what is left: what is spent is spent
        "build": Spread(10 / 15, 2.0),
        "permit": Spread(3 / 4, 10 / 4),
        "shelves": Spread(1.0, 2.0),  # who says no low point takes the likely one for it
        "party": Spread(0.5, 2.0),
    }


def test_points_in_different_units_are_compared_in_days() -> None:
    plan = """
    plan: {title: P, calendar: short}
    calendars: {short: {workdays: [mon, tue], hours: 4}}
    tactics:
      t:
        title: T
        actions:
          hours: {title: H, effort: {low: 4h, likely: 2d, high: 2w}}
          turned: {title: C, elapsed: {low: 24h, likely: 4d, high: 2w}}
          nothing: {title: N, effort: {low: 0d, likely: 0d, high: 5d}}
          one: {title: O, duration: {likely: 2w}}
    """
    found = spreads(assess("alignplan: 1\n" + plan.replace("\n    ", "\n"), MONDAY))
    assert found == {"hours": Spread(0.5, 2.0), "turned": Spread(0.25, 3.5)}


def test_how_much_of_the_work_has_no_range() -> None:
    plan = assess(SHOP, MONDAY)
    found = ranges_of(plan, plan.draft)
    # 3 (60 % of 5) + 15 + 28 + 8 + 3 + 4 days, of which those of the stock are certain
    assert found.without == ("fit-out/stock",)
    assert found.share == pytest.approx(8 * 100 / 61)


def test_what_is_done_is_no_work_any_more() -> None:
    plan = assess(SHOP.replace("stock: {", "stock: {status: done, "), MONDAY)
    assert ranges_of(plan, plan.draft).share == 0


# ------------------------------------------------------------ days


def test_the_days_of_plan_objective_and_milestone() -> None:
    found = risk()
    assert found.whole is not None
    assert found.whole.days == (date(2026, 4, 9), date(2026, 4, 16), date(2026, 4, 22))
    by_id = {one.node.id: one for one in (*found.objectives, *found.items) if one.node is not None}
    assert by_id["shop"].days == found.whole.days == by_id["fit-out/open"].days
    assert all(one <= other for one, other in zip(by_id["shop"].free, by_id["shop"].days, strict=True))
    assert by_id["fit-out/stock"].days == (date(2026, 3, 11),) * 3
    assert "fit-out/stock" in by_id
    assert by_id["fit-out"].critical is None


def test_the_chance_to_meet_each_due() -> None:
    by_id = {one.node.id: one for one in risk().items if one.node is not None}
    assert by_id["fit-out/design"].chance == pytest.approx(97, abs=2)
    assert by_id["fit-out/open"].chance == pytest.approx(57, abs=6)
    assert by_id["fit-out/stock"].chance == 100
    late = {
        one.node.id: one for one in risk(SHOP.replace("due: 2026-04-10", "due: 2026-03-16")).items if one.node
    }
    assert late["fit-out/open"].chance == 0


def test_a_due_is_met_up_to_its_last_hour() -> None:
    """The stock is certain: eight days of Tom from Monday 2 March end on Wednesday 11 March."""
    for due, chance in (("2026-03-11", 100), ("2026-03-10", 0)):
        found = risk(SHOP.replace("effort: 8d", f"effort: 8d, due: {due}"), samples=3)
        stock = next(one for one in found.items if one.node is not None and one.node.name == "stock")
        assert stock.chance == chance


def test_without_ranges_all_days_are_those_of_the_schedule() -> None:
    import re

    text = re.sub(r"\{(low: \w+, )?likely: (\w+), high: \w+\}", r"\2", SHOP)
    found, plan = risk(text), assess(text, MONDAY)
    schedule = scheduled(plan, Search("quick"))
    assert found.certain
    assert found.unranged == 100
    assert found.drivers == ()
    for one in found.items:
        assert one.node is not None
        assert set(one.days) == {schedule.items[one.node.id].finish}
    assert found.whole is not None
    assert set(found.whole.days) == {schedule.whole.finish}


def test_what_is_done_is_not_foretold() -> None:
    text = SHOP.replace("title: Fit the shop out", "title: Fit the shop out\n    status: done")
    found = risk(text)
    assert (found.whole, found.objectives, found.items) == (None, (), ())


def test_the_same_seed_gives_the_same_days() -> None:
    assert risk(seed=4) == risk(seed=4)
    assert risk(seed=4).drivers != risk(seed=5).drivers


# ------------------------------------------------------------ whose spread hurts


def test_whose_spread_hurts_most() -> None:
    found = risk()
    assert [driver.node.name for driver in found.drivers] == ["build", "permit", "party", "design", "shelves"]
    build, permit = found.drivers[:2]
    for driver in found.drivers:
        assert driver.ssi == pytest.approx(driver.critical / 100 * driver.deviation / found.deviation)
    # calendar time as many working days as it has: the deviation of the permit is 5 ÷ 7 of its calendar days
    variance = 1.75**2 / 252 * (1 + 4 / 7) * (1 + 24 / 7)  # of Beta(1 + 4/7, 1 + 24/7) on [0.75, 2.5]
    mean = (0.75 + 4 + 2.5) / 6
    spread = (1.010050167 * (variance + mean**2) - mean**2) ** 0.5
    assert permit.deviation == pytest.approx(28 * 5 / 7 * spread)
    assert build.critical == pytest.approx(70, abs=6)
    assert build.critical + permit.critical == pytest.approx(100, abs=8)


def test_of_a_chosen_part_the_end_of_that_counts() -> None:
    found = risk(SHOP, "fit-out/stock")
    assert found.drivers == ()
    alone = risk(SHOP, "fit-out/design")
    assert [(driver.node.name, driver.critical) for driver in alone.drivers] == [("design", 100)]
    assert alone.drivers[0].ssi == pytest.approx(1, abs=0.15)
    assert alone.whole == risk().whole
    by_objective = risk(SHOP, "shop")
    assert by_objective.drivers == risk().drivers
