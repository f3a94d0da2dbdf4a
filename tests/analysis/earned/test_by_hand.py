"""Earned value worked out by hand: a wall, a crew, and what nobody knows."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.earned.money import CREW, WALL
from tests.analysis.plans import assess, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.earned.earned import FIGURES, Earned

MONDAY = "2026-03-09"


def earned(plan: Assessment, id: str) -> Earned:
    return plan.earned.of(plan.graph.plan if id == "plan" else item(plan, id))


def crew(id: str, as_of: str = "2026-03-11") -> Earned:
    return earned(assess(CREW, as_of), id)


def test_the_wall_is_worth_what_the_standard_says() -> None:
    found = earned(assess(WALL, MONDAY), "north")
    by_hand = {
        "bac": 10_000, "pv": 10_000 * 8 / 12, "ev": 4_000, "ac": 5_000,
        "sv": 4_000 - 10_000 * 8 / 12, "cv": -1_000, "spi": 0.6, "cpi": 0.8,
        "eac": 12_500, "eac_atypical": 11_000, "eac_both": 5_000 + 6_000 / 0.48, "eac_bottom_up": None,
        "etc": 7_500, "vac": -2_500, "tcpi": 1.2, "tcpi_eac": 0.8,
        # by Thursday 5 March 4/12 were planned, by Friday 5/12: 4,000 lie 8/10 of the way between
        "planned_days": 10, "actual_days": 6, "earned_days": 4.8, "sv_t": -1.2, "spi_t": 0.8, "ieac_t": 12.5,
        "tspi": 1.3,
    }  # fmt: skip
    assert list(by_hand) == list(FIGURES)
    assert {name: one.value for name, one in found.figures.items()} == {
        name: None if value is None else pytest.approx(value) for name, value in by_hand.items()
    }
    assert found.unknown == {"eac_bottom_up": "`north` states no effort"}


def test_what_has_not_begun_has_cost_nothing_and_has_no_index() -> None:
    found = earned(assess(WALL, MONDAY), "south")
    assert [found[name].value for name in ("bac", "pv", "ev", "ac", "sv", "cv")] == [20_000, 0, 0, 0, 0, 0]
    assert {name: found[name].reason for name in ("spi", "cpi", "eac", "spi_t")} == {
        "spi": "nothing was planned by now",
        "cpi": "nothing was spent by now",
        "eac": "nothing was spent by now",
        "spi_t": "by the plan it has not begun",
    }


@pytest.mark.parametrize("id", ["wall", "plan"])
def test_a_sum_adds_money_and_takes_indices_of_the_sums(id: str) -> None:
    found = earned(assess(WALL, MONDAY), id)
    assert [found[name].value for name in ("bac", "ev", "ac", "cpi", "spi", "eac")] == pytest.approx(
        [30_000, 4_000, 5_000, 0.8, 0.6, 37_500]
    )
    # twenty working days, of which six are over; no more was planned by the same 4.8 days
    assert [found[name].value for name in ("planned_days", "actual_days", "earned_days")] == pytest.approx(
        [20, 6, 4.8]
    )


def test_on_a_day_off_nobody_is_ahead_who_is_on_plan() -> None:
    """On Saturday 7 March 6/12 were planned, a sixth of them since the last working day."""
    text = WALL.replace("progress: 40%", "progress: 50%")
    found = earned(assess(text, "2026-03-07"), "north")
    assert [found[name].value for name in ("spi", "actual_days", "earned_days", "spi_t")] == [1, 5, 5, 1]


def test_time_stands_still_when_all_is_earned() -> None:
    text = WALL.replace("progress: 40%\n    status: active", "finished: 2026-03-11")
    found = earned(assess(text, "2026-04-30"), "north")
    assert [found[name].value for name in ("ev", "actual_days", "earned_days", "spi_t")] == [
        10_000,
        8,
        10,
        1.25,
    ]
    assert found["spi"].value == 1
    silent = earned(assess(text.replace("finished: 2026-03-11", "status: done"), "2026-04-30"), "north")
    assert silent["spi_t"].reason == "when it was finished is not stated"


def test_who_is_late_at_the_end_is_late_in_time_though_not_in_money() -> None:
    """A month after the due date 90 % are earned: SPI says 0.9, SPI(t) that it takes four times as long."""
    found = earned(assess(WALL.replace("progress: 40%", "progress: 90%"), "2026-04-10"), "north")
    # by the tenth working day, Friday 13 March, all was planned; by Thursday 11/12, by Wednesday 10/12
    assert found["spi"].value == pytest.approx(0.9)
    assert found["earned_days"].value == pytest.approx(8 + (9 - 10 * 10 / 12) / (10 / 12))
    assert found["actual_days"].value == 30
    assert found["tspi"].reason == "no time of the plan is left"


# ------------------------------------------------------------ by effort


def test_without_a_budget_a_tactic_is_worth_its_effort() -> None:
    """Two days of a mason, of whom one costs 500; six days of which Ana does 2 at 400 and Ben 4 at 600."""
    found = crew("dig")
    assert found["bac"].value == pytest.approx(2 * 500 + 2 * 400 + 4 * 600)
    spent, rest = 3 * 500 + 4 * (400 + 2 * 600) / 3, 5 * (400 + 2 * 600) / 3
    assert found["ac"].value == pytest.approx(spent)
    # five days are still to come of the trench, whatever its progress says
    assert found["eac_bottom_up"].value == pytest.approx(spent + rest)


def test_without_remaining_the_rest_follows_from_the_progress() -> None:
    found = crew("build")
    assert found["bac"].value == 5 * 400
    assert found.basis.remaining.value == pytest.approx(0.8 * 2000)


@pytest.mark.parametrize(
    ("id", "figure", "reason"),
    [
        ("paint", "bac", "`cem` states no `cost`"),
        ("plant", "bac", "nobody of team `empty` is named"),
        ("gate", "pv", ""),
        ("gate", "ev", "the progress of `gate` is unknown"),
        ("tools", "ac", "`tools` does not say what was spent"),
        ("tools", "cpi", "`tools` does not say what was spent"),
        ("build", "ac", "`build/lay` does not say what it has `spent`"),
        ("idle", "bac", "`idle` has neither a budget nor effort"),
        ("free", "spi", "nothing was planned by now"),
        ("free", "earned_days", "its BAC is 0"),
        ("roof", "ac", "`build/lay` does not say what it has `spent`"),
        ("shed", "cpi", "`build/lay` does not say what it has `spent`"),
    ],
)
def test_what_is_unknown_says_why(id: str, figure: str, reason: str) -> None:
    found = crew(id)[figure]
    assert (found.reason, found.value is None) == (reason, bool(reason))


def test_money_counts_once_and_what_has_no_budget_is_named() -> None:
    plan = assess(CREW, "2026-03-11")
    bac = {id: earned(plan, id)["bac"].value for id in ("wall", "shed", "roof", "plan", "dig", "build")}
    dig, build = bac["dig"], bac["build"]
    assert dig is not None
    assert build is not None
    assert bac["shed"] == pytest.approx(build / 2)
    assert bac["wall"] == pytest.approx(dig / 4 + build / 2 + 900 + 500)
    assert bac["roof"] == pytest.approx(dig * 3 / 4 + build / 2 + 300)  # what is dropped is in no sum
    assert bac["plan"] == pytest.approx(dig + build + 900 + 300 + 500)
    assert earned(plan, "wall").left_out == ("paint", "plant")
    assert earned(plan, "plan").left_out == ("paint", "plant", "idle")


def test_of_a_chosen_part_each_tactic_counts_as_a_whole() -> None:
    from alignplan.analysis.selectors.choice import choose

    plan = assess(CREW, "2026-03-11")
    assert plan.earned.of_choice(choose(plan, ("hire scaffold",)))["bac"].value == 500
    assert plan.earned.of_choice(choose(plan, ("hire",))).figures == earned(plan, "hire").figures


def test_a_milestone_earns_on_its_day_and_nothing_before() -> None:
    text = """
    tactics:
      t:
        title: Reach it
        budget: {planned: 300, spent: 100}
        status: active
        milestones:
          one: {title: One, due: 2026-11-02}
          two: {title: Two, due: 2026-11-20}
          three: {title: Three, due: 2026-11-30}
    """
    start = date(2026, 11, 2)
    assert start.weekday() == 0
    before = earned(assess(text, "2026-11-17"), "t")
    assert [before[name].value for name in ("pv", "ev", "earned_days", "actual_days")] == pytest.approx(
        [100, 0, 0, 12]
    )
    # one is reached: as much as is planned until the 20th; no longer stretch without plan makes anybody faster
    on_plan = earned(
        assess(text.replace("due: 2026-11-02", "due: 2026-11-02, finished: 2026-11-03"), "2026-11-17"), "t"
    )
    assert [on_plan[name].value for name in ("pv", "ev", "spi_t", "sv_t")] == pytest.approx([100, 100, 1, 0])
    # two are: the last day by which no more was planned is the one before the third
    ahead = earned(
        assess(text.replace("11-02}", "11-02, finished: 2026-11-03}").replace("11-20}", "11-20, finished: 2026-11-16}"),
               "2026-11-17"), "t"
    )  # fmt: skip
    assert [ahead[name].value for name in ("ev", "earned_days", "planned_days")] == pytest.approx(
        [200, 20, 21]
    )


def test_without_days_there_is_no_earned_schedule() -> None:
    text = "alignplan: 1\nplan: {title: P}\ntactics:\n  t: {title: T, budget: {planned: 9}, progress: 10%, due: 2026-12-01}\n"
    found = earned(assess(text), "t")
    assert found["pv"].reason == "how much of `t` was planned by now is unknown"
    assert found["spi_t"].reason == "`t` has no start"
