"""KPIs of plans: what is measured, what is wanted, and where they stand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import assess, assess_loosely, item, kpi

from alignplan.analysis.kpis import KpiStanding, KpiState, Mark, age_days, is_stale, stale_after
from alignplan.model.values import Point
from alignplan.model.words import Frequency

WAY = "baseline: 0, target: 100"


def standing(fields: str, as_of: str = "2026-11-22") -> KpiStanding:
    return assess(kpi(fields), as_of).kpis["o/k"]


def figures(found: KpiStanding) -> tuple[object, object, object, str]:
    return found.attainment, found.expected, found.against_plan, found.state.value


# ---------------------------------------------------------------- the example of the format


def test_the_example_of_the_format() -> None:
    text = """
        alignplan: 1
        plan: {title: Northwind 2030, horizon: {start: 2026-01-01, due: 2030-12-31}}
        people: {mia: {name: Mia Lund}}
        objectives:
          market-share:
            title: Capture 25 % of the regional market
            owner: mia
            due: 2030
            kpis:
              share:
                title: Regional market share
                unit: "%"
                baseline: {date: 2026-01-01, value: 18}
                target: {date: 2030-12-31, value: 25}
                checkpoints: {2026-12-31: 19, 2027-12-31: 21}
                frequency: quarterly
                actuals: {2026-03-31: 18.2, 2026-06-30: {value: 18.4, note: Panel changed}}
          share-2026:
            title: Reach 19 % by the end of 2026
            parent: market-share
            start: 2026-01-01
            due: 2026-Q4
            kpis: {share-now: {series: market-share/share, target: {date: 2026-12-31, value: 19}}}
    """
    plan = assess(text)
    share, now = plan.kpis["market-share/share"], plan.kpis["share-2026/share-now"]
    assert share.actuals == (Point(date(2026, 3, 31), 18.2), Point(date(2026, 6, 30), 18.4, "Panel changed"))
    # 0.4 of 7 points; by 30 June 180 of 364 days to 19 %
    assert figures(share) == (
        pytest.approx(40 / 7),
        pytest.approx(18 + 180 / 364),
        pytest.approx(0.4 * 364 / 1.8),
        "on_track",
    )
    assert (share.unit, share.owner, share.baseline) == ("%", "mia", Mark(18, date(2026, 1, 1)))
    assert [objective.id for objective in share.objectives] == ["market-share"]
    # the series: the same baseline and actuals, its own target; 80.9 % of plan, 9.5 points short: behind
    assert now.actuals == share.actuals
    assert (now.unit, now.baseline, now.target) == ("%", share.baseline, Mark(19, date(2026, 12, 31)))
    assert figures(now) == (40, pytest.approx(18 + 180 / 364), pytest.approx(0.4 * 364 / 1.8), "behind")
    assert now.reason == "18.4 %, 18.49 % planned for 2026-06-30"
    assert list(plan.kpis) == ["market-share/share", "share-2026/share-now"]


# ---------------------------------------------------------------- states


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (100, KpiState.MET),
        (120, KpiState.MET),
        (45, KpiState.ON_TRACK),  # 90 % of the 50 planned
        (44.9, KpiState.BEHIND),
        (35, KpiState.BEHIND),  # 70 %
        (34.9, KpiState.OFF_TRACK),
        (-5, KpiState.OFF_TRACK),
    ],
)
def test_the_bands_of_against_plan(value: float, state: KpiState) -> None:
    assert (
        standing(f"{WAY}, checkpoints: {{2026-06-30: 50}}, actuals: {{2026-06-30: {value}}}").state is state
    )


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (7, KpiState.ON_TRACK),  # 70 % of the 10 planned, and 3 points short of all
        (6.9, KpiState.BEHIND),
        (4, KpiState.BEHIND),  # 40 %, 6 points
        (3.9, KpiState.OFF_TRACK),
    ],
)
def test_a_few_points_are_tolerated(value: float, state: KpiState) -> None:
    assert (
        standing(f"{WAY}, checkpoints: {{2026-06-30: 10}}, actuals: {{2026-06-30: {value}}}").state is state
    )


def test_the_bands_are_the_plans() -> None:
    head = "alignplan: 1\nplan: {title: P, horizon: {start: 2026-01-01, due: 2026-12-31}, health: {on_track: 80, at_risk: 50, tolerance: 0}}\n"
    found = []
    for value in (40, 39.9, 25, 24.9):
        text = head + kpi(f"{WAY}, checkpoints: {{2026-06-30: 50}}, actuals: {{2026-06-30: {value}}}")
        found.append(assess(text).kpis["o/k"].state.value)
    assert found == ["on_track", "behind", "behind", "off_track"]


def test_off_track_when_the_date_of_the_target_has_passed() -> None:
    text = "baseline: 0, target: {date: 2026-11-21, value: 100}, actuals: {2026-11-20: 99.9}"
    assert standing(text).state is KpiState.OFF_TRACK
    assert standing(text).reason == "99.9, 100 was due 2026-11-21"
    assert standing(text, "2026-11-21").state is KpiState.ON_TRACK
    assert standing(text.replace("99.9", "100")).state is KpiState.MET


def test_met_is_met_before_its_date() -> None:
    found = standing('unit: "%", baseline: 40, target: 20, actuals: {2026-03-01: 19}')
    assert figures(found)[0] == 105
    assert (found.state, found.reason) == (KpiState.MET, "19 %, target 20 %")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("baseline: 1, actuals: {2026-03-01: 2}", "no target"),
        ("target: 1, actuals: {2026-03-01: 2}", "no baseline"),
        ("baseline: 1, target: 2", "no actual yet"),
        ("baseline: 1, target: 2, actuals: {2026-11-23: 2}", "no actual yet"),
        ("range: {low: 1}", "no actual yet"),
        ("unit: x", "no target"),
    ],
)
def test_no_data_says_what_is_missing(fields: str, reason: str) -> None:
    found = standing(fields)
    assert (figures(found)[0], found.state, found.reason) == (None, KpiState.NO_DATA, reason)


@pytest.mark.parametrize(
    ("baseline", "target", "reason"),
    [
        ("1", "2", "the baseline has no date, nor has its objective"),
        ("{date: 2026-01-01, value: 1}", "2", "the target has no date, nor has its objective"),
        ("1", "{date: 2026-12-31, value: 2}", "the baseline has no date, nor has its objective"),
    ],
)
def test_without_any_date_attainment_is_known_and_the_state_is_not(
    baseline: str, target: str, reason: str
) -> None:
    head = "alignplan: 1\nplan: {title: No horizon}\n"
    found = assess(head + kpi(f"baseline: {baseline}, target: {target}, actuals: {{2026-03-01: 1.5}}")).kpis[
        "o/k"
    ]
    assert figures(found) == (50, None, None, "no_data")
    assert found.reason == reason


# ---------------------------------------------------------------- ranges


def test_a_range_at_once_is_met_or_off_track() -> None:
    found = [
        standing(f"range: {{low: 10, high: 20}}, unit: d, actuals: {{2026-03-01: {value}}}")
        for value in (9, 10, 20, 21)
    ]
    assert [kpi.state.value for kpi in found] == ["off_track", "met", "met", "off_track"]
    assert [kpi.attainment for kpi in found] == [0, 100, 100, 0]
    assert found[0].reason == "9 d, outside its range: 10 to 20 d"
    assert found[1].reason == "10 d, within its range: 10 to 20 d"
    assert (found[0].low, found[0].high, found[0].by, found[0].target) == (10, 20, None, None)


def test_a_range_at_once_with_a_baseline_outside_is_off_track_until_it_is_reached() -> None:
    found = standing("baseline: 5, range: {low: 10}, actuals: {2026-03-01: 9.9}")
    assert figures(found) == (98, 10, 98, "off_track")
    assert found.reason == "9.9, outside its range: at least 10"


@pytest.mark.parametrize(
    ("value", "attained", "against", "state"),
    [
        (7.5, 50, 100, "on_track"),
        (6.8, 36, 72, "behind"),
        (6, 20, 40, "off_track"),
        (10, 100, 100, "met"),
        (15, 100, 100, "met"),
        (21, 0, 0, "off_track"),
    ],
)
def test_a_range_by_a_day_is_judged_on_the_way_there(
    value: float, attained: float, against: float, state: str
) -> None:
    # from 5 on 1 January to 10 on 31 December, 364 days; half-way, on 2 July, 7.5
    found = standing(
        f"baseline: 5, range: {{low: 10, high: 20, by: 2026-12-31}}, actuals: {{2026-07-02: {value}}}"
    )
    assert figures(found) == (attained, 7.5, against, state)


def test_a_range_whose_day_has_passed_is_off_track_outside() -> None:
    text = "baseline: 5, range: {low: 10, by: 2026-11-21}, actuals: {2026-11-20: 9.9}"
    assert standing(text).state is KpiState.OFF_TRACK
    assert standing(text).reason == "9.9, 10 was due 2026-11-21"
    assert standing(text, "2026-11-21").state is KpiState.ON_TRACK


@pytest.mark.parametrize("baseline", ["", "baseline: 12, "])
def test_a_range_held_at_the_baseline_is_off_track_outside_even_before_its_day(baseline: str) -> None:
    found = [
        standing(f"{baseline}range: {{low: 10, high: 20, by: 2026-12-31}}, actuals: {{2026-03-01: {value}}}")
        for value in (9, 11)
    ]
    assert [figures(kpi) for kpi in found] == [(0, None, 0, "off_track"), (100, None, 100, "met")]
    assert found[0].reason == "9, outside its range: 10 to 20"


def test_zero_is_a_bound() -> None:
    found = standing("range: {high: 0}, unit: accidents, actuals: {2026-03-01: 1}")
    assert found.reason == "1 accidents, outside its range: at most 0 accidents"
    assert standing("range: {high: 0}, actuals: {2026-03-01: 0}").state is KpiState.MET


# ---------------------------------------------------------------- steps, yes and no


def test_true_is_1_and_yes_or_no_is_a_step() -> None:
    fields = "unit: yes/no, baseline: false, target: true"
    waiting = standing(f"{fields}, actuals: {{2026-03-01: false}}")
    assert figures(waiting) == (0, 0, 100, "on_track")
    assert waiting.reason == "no, no planned for 2026-03-01"
    reached = standing(f"{fields}, actuals: {{2026-03-01: true}}")
    assert figures(reached) == (100, 0, 100, "met")
    assert reached.reason == "yes, target yes"
    late = standing(
        "unit: yes/no, baseline: false, target: {date: 2026-06-30, value: true}, actuals: {2026-06-30: false}"
    )
    assert figures(late) == (0, 1, 0, "off_track")


def test_a_step_path() -> None:
    fields = f"{WAY}, path: step, checkpoints: {{2026-06-30: 40}}"
    assert figures(standing(f"{fields}, actuals: {{2026-06-29: 1}}")) == (1, 0, 100, "on_track")
    assert figures(standing(f"{fields}, actuals: {{2026-10-29: 30}}")) == (30, 40, 75, "behind")


# ---------------------------------------------------------------- dates and what is later than today


def test_actuals_later_than_today_are_not_used() -> None:
    fields = f"{WAY}, actuals: {{2026-11-22: 10, 2026-11-23: 100}}"
    assert standing(fields).actual == Point(date(2026, 11, 22), 10)
    assert standing(fields, "2026-11-23").state is KpiState.MET
    assert standing(fields, "2026-11-21").actual is None


def test_a_baseline_dated_later_is_used() -> None:
    found = standing(
        "baseline: {date: 2026-12-01, value: 10}, target: 20, actuals: {2026-03-01: 12, 2026-11-01: 9}"
    )
    # before the baseline the path is flat
    assert figures(found) == (-10, 10, 0, "off_track")


def test_an_actual_on_the_day_of_the_baseline_is_an_actual() -> None:
    found = standing("baseline: {date: 2026-01-01, value: 10}, target: 20, actuals: {2026-01-01: 10}")
    assert figures(found) == (0, 10, 100, "on_track")


def test_dates_left_out_are_those_of_the_objective() -> None:
    text = """
        objectives:
          o: {title: O, start: 2026-03-01}
          p: {title: P, parent: o, due: 2026-Q3, kpis: {k: {baseline: 0, target: 100}}}
    """
    found = assess(text).kpis["p/k"]
    assert (found.baseline, found.target) == (Mark(0, date(2026, 3, 1)), Mark(100, date(2026, 9, 30)))


def test_a_shared_kpi_takes_the_dates_and_owner_of_its_objectives() -> None:
    text = """
        people: {mia: {name: Mia}, tom: {name: Tom}}
        objectives:
          o: {title: O, start: 2026-04-01, due: 2026-06-30, kpis: [nps, churn]}
          p: {title: P, start: 2026-02-01, due: 2026-05-31, owner: tom, kpis: nps}
          q: {title: Q, start: 2026-03-01, due: 2026-09-30, owner: mia, status: done, kpis: [nps, nps, o2/own]}
          o2: {title: O2, start: 2026-05-01, due: 2026-08-31, kpis: {own: {baseline: 0, target: 1}}}
        kpis:
          nps: {baseline: 30, target: 50}
          churn: {owner: mia, baseline: {date: 2026-01-31, value: 9}, target: {date: 2026-07-31, value: 5}}
          alone: {baseline: 1, target: 2}
    """
    plan = assess(text)
    nps, churn, own, alone = (plan.kpis[id] for id in ("nps", "churn", "o2/own", "alone"))
    assert (nps.baseline, nps.target) == (Mark(30, date(2026, 2, 1)), Mark(50, date(2026, 9, 30)))
    assert ([node.id for node in nps.objectives], nps.owner) == (["o", "p", "q"], "tom")
    assert (churn.baseline, churn.target) == (Mark(9, date(2026, 1, 31)), Mark(5, date(2026, 7, 31)))
    assert ([node.id for node in churn.objectives], churn.owner) == (["o"], "mia")
    assert ([node.id for node in own.objectives], own.target) == (["o2", "q"], Mark(1, date(2026, 8, 31)))
    assert (alone.objectives, alone.owner, alone.baseline) == ((), None, Mark(1, date(2026, 1, 1)))
    assert [[kpi.id for kpi in plan.kpis_of(item(plan, id))] for id in ("o", "p", "q")] == [
        ["nps", "churn"],
        ["nps"],
        ["nps", "o2/own"],
    ]
    assert list(plan.kpis) == ["o2/own", "nps", "churn", "alone"]
    assert plan.kpis_of(item(plan, "nps")) == []


# ---------------------------------------------------------------- series


def test_a_series_takes_what_it_does_not_say_itself() -> None:
    text = """
        objectives:
          o:
            title: O
            start: 2026-02-01
            kpis:
              base: {unit: EUR, baseline: 10, target: 50, checkpoints: {2026-06-30: 20}, actuals: {2026-03-01: 12}}
              near: {series: base, target: 20}
              far: {series: o/near, baseline: {date: 2026-03-01, value: 12}, target: 32}
              own: {series: base, target: 20, actuals: {2026-04-01: 15}}
    """
    plan = assess(text)
    near, far, own = (plan.kpis[f"o/{id}"] for id in ("near", "far", "own"))
    assert (near.unit, near.baseline, near.attainment) == ("EUR", Mark(10, date(2026, 2, 1)), 20)
    assert near.goal.checkpoints == ()
    assert (far.unit, far.baseline, far.attainment) == ("EUR", Mark(12, date(2026, 3, 1)), 0)
    assert (own.attainment, own.actuals) == (50, (Point(date(2026, 4, 1), 15),))


def test_a_series_in_a_circle_has_no_values() -> None:
    text = """
        objectives:
          o:
            title: O
            kpis:
              a: {series: b, baseline: 1, target: 2, actuals: {2026-03-01: 2}}
              b: {series: a, target: 2}
              c: {series: c, target: 2}
              d: {series: a, target: 2}
    """
    plan = assess(text)
    reasons = {id: plan.kpis[f"o/{id}"].reason for id in "abcd"}
    assert reasons == dict.fromkeys("abcd", "its `series` runs in a circle")
    assert plan.kpis["o/a"].state is KpiState.NO_DATA


def test_a_series_that_is_not_there_has_no_values() -> None:
    found = assess_loosely(kpi("series: nowhere, target: 2")).kpis["o/k"]
    assert (found.state, found.reason) == (KpiState.NO_DATA, "its `series` is not there")


def test_a_series_in_a_file() -> None:
    plan = assess(
        kpi(f"{WAY}, actuals: k.csv"),
        files={"k.csv": "date,value\n2026-06-30,40\n2026-03-31,20\n2027-01-01,99\n"},
    )
    assert plan.kpis["o/k"].actuals == (Point(date(2026, 3, 31), 20), Point(date(2026, 6, 30), 40))


def test_of_what_could_not_be_read_and_what_is_based_on_it_nothing_is_concluded() -> None:
    plan = assess_loosely("""
        objectives:
          o:
            title: O
            owner: nobody
            kpis:
              a: {baseline: much, target: 2}
              b: {series: a, target: 2}
              c: {series: b, target: 2}
              d: {baseline: 1, target: 2, owner: nobody}
              e: {series: f, target: often}
              f: {series: e, target: 2}
              g: {sum: [d, h], target: 2}
              h: {numerator: d, denominator: c, target: 2}
              i: {sum: [d], target: 2}
              j: {sum: [d, "B!"], target: 2}
              l: {unit: [EUR], mean: {d: 2}, target: 2}
    """)
    assert plan.untrusted_kpis == {f"o/{id}" for id in "abcefghjl"}


# ---------------------------------------------------------------- age


@pytest.mark.parametrize(
    ("frequency", "limit"),
    [
        (Frequency.DAILY, 1.5),
        (Frequency.WEEKLY, 10.5),
        (Frequency.MONTHLY, 46.5),
        (Frequency.QUARTERLY, 138),
        (Frequency.YEARLY, 549),
    ],
)
def test_data_are_stale_after_the_frequency_and_half_of_it(frequency: Frequency, limit: float) -> None:
    assert stale_after(frequency) == limit
    for days, stale in ((int(limit), False), (int(limit) + 1, True)):
        day = date.fromordinal(date(2026, 11, 22).toordinal() - days)
        found = standing(f"{WAY}, frequency: {frequency.value}, actuals: {{{day}: 1}}")
        assert (age_days(found, date(2026, 11, 22)), is_stale(found, date(2026, 11, 22))) == (days, stale)


@pytest.mark.parametrize(
    ("fields", "age", "stale"),
    [
        ("baseline: {date: 2026-10-01, value: 0}, target: 9, frequency: weekly", 52, True),
        ("baseline: {date: 2026-11-20, value: 0}, target: 9, frequency: weekly", 2, False),
        ("baseline: {date: 2026-12-01, value: 0}, target: 9, frequency: weekly", None, False),
        (
            "baseline: {date: 2026-12-01, value: 0}, target: 9, frequency: weekly, actuals: {2026-03-01: 1}",
            266,
            False,
        ),
        ("baseline: 0, target: 9, actuals: {2026-03-01: 1}", 266, False),
        (
            "baseline: 0, target: {date: 2026-03-01, value: 9}, frequency: weekly, actuals: {2026-03-01: 1}",
            266,
            False,
        ),
        (
            "baseline: 0, target: {date: 2026-03-02, value: 9}, frequency: weekly, actuals: {2026-03-01: 1}",
            266,
            True,
        ),
        ("range: {low: 1}, frequency: weekly, actuals: {2026-03-01: 1}", 266, True),
        ("target: 9, frequency: weekly", None, False),
    ],
)
def test_age_and_staleness(fields: str, age: int | None, stale: bool) -> None:
    found = standing(fields)
    assert (age_days(found, date(2026, 11, 22)), is_stale(found, date(2026, 11, 22))) == (age, stale)


def test_the_age_of_an_objectives_data_is_that_of_its_oldest() -> None:
    text = """
        objectives:
          o:
            title: O
            kpis:
              a: {baseline: 0, target: 9, actuals: {2026-11-20: 1}}
              b: {baseline: 0, target: 9, actuals: {2026-11-12: 1}}
              c: {target: 9}
          p: {title: P}
        tactics: {t: {title: T, supports: o}}
    """
    plan = assess(text)
    assert [plan.data_age_of(item(plan, id)) for id in "opt"] == [10, None, None]
