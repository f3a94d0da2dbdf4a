"""KPIs whose values are computed: of other KPIs, over periods, mixed in depth, in circles, of units that do not match."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import HEAD, assess, assess_loosely, item
from tests.analysis.test_size import build

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis import KpiStanding, Mark, age_days, is_stale

PARTS = """
kpis:
  north: {unit: EUR, actuals: {2026-01-31: 100, 2026-02-28: 120, 2026-04-30: 150}}
  south: {unit: EUR, actuals: {2026-02-28: 40, 2026-03-31: 60.5}}
  staff: {unit: people, actuals: {2026-01-31: 10, 2026-03-31: 0, 2026-04-30: 12}}
  none: {unit: EUR}
"""


def plan_of(kpis: str, as_of: str = "2026-11-22", head: str = HEAD, more: str = PARTS) -> Assessment:
    """A plan of one objective with these KPIs, a line each, beside the shared parts."""
    lines = "".join(f"      {line.strip()}\n" for line in kpis.strip().splitlines())
    return assess_loosely(f"{head}objectives:\n  o:\n    title: O\n    kpis:\n{lines}{more}", as_of)


def values(found: KpiStanding) -> list[tuple[str, object]]:
    return [(point.day.isoformat()[5:], point.value) for point in found.actuals]


def one(fields: str, as_of: str = "2026-11-22", head: str = HEAD) -> KpiStanding:
    return plan_of(f"k: {{{fields}}}", as_of, head).kpis["o/k"]


# ---------------------------------------------------------------- formulas


def test_a_sum_holds_the_last_value_of_each_part() -> None:
    found = one("unit: EUR, baseline: 100, target: 310, sum: [north, south]")
    assert values(found) == [("02-28", 160), ("03-31", 180.5), ("04-30", 210.5)]
    assert found.attainment == pytest.approx(110.5 / 2.1)
    assert found.reason == "210.5 EUR, 168.7 EUR planned for 2026-04-30"
    assert (found.measured, age_days(found, date(2026, 11, 22))) == (date(2026, 4, 30), 206)


def test_a_part_that_stands_twice_in_a_sum_counts_once() -> None:
    assert values(one("sum: [north, south, north]"))[-1] == ("04-30", 210.5)


def test_a_mean_takes_the_shares_of_its_parts() -> None:
    assert values(one("mean: [north, south]")) == [("02-28", 80), ("03-31", 90.25), ("04-30", 105.25)]
    assert values(one("mean: {north: 3, south: 1}"))[-1] == ("04-30", (3 * 150 + 60.5) / 4)
    # what is left of 100 goes to those without a weight; weights of 0 alone are equal
    assert values(one("mean: {north: 60, south: }"))[-1] == ("04-30", 0.6 * 150 + 0.4 * 60.5)
    assert values(one("mean: {north: 0, south: 0}"))[-1] == ("04-30", 105.25)


def test_a_ratio_has_no_value_where_it_divides_by_0() -> None:
    found = one("unit: EUR per head, baseline: 8, target: 20, numerator: north, denominator: staff")
    assert values(found) == [("01-31", 10), ("02-28", 12), ("04-30", 12.5)]
    assert values(one("numerator: north, denominator: staff", "2026-04-15")) == [("01-31", 10), ("02-28", 12)]


def test_a_ratio_in_percent_is_times_100() -> None:
    assert values(one('unit: "%", numerator: south, denominator: north'))[-1] == (
        "04-30",
        pytest.approx(60.5 / 1.5),
    )
    by_series = plan_of(
        'k: {series: o/l, numerator: south, denominator: north}\nl: {unit: "%", actuals: {2026-01-01: 1}}'
    )
    assert values(by_series.kpis["o/k"])[-1] == ("04-30", pytest.approx(60.5 / 1.5))
    assert values(one("unit: x, numerator: south, denominator: north"))[-1] == (
        "04-30",
        pytest.approx(60.5 / 150),
    )


def test_what_is_later_than_today_is_not_used() -> None:
    assert values(one("sum: [north, south]", "2026-03-01")) == [("02-28", 160)]


# ---------------------------------------------------------------- aggregates


def test_sums_and_means_of_periods() -> None:
    actuals = "actuals: {2026-01-31: 10, 2026-02-28: 20, 2026-03-31: 30, 2026-04-30: 4, 2026-10-31: 7}"
    found = one(f"unit: EUR, baseline: 0, target: 100, aggregate: sum, period: quarter, {actuals}")
    assert values(found) == [("03-31", 60), ("06-30", 4)]
    assert found.measured == date(2026, 10, 31)  # the quarter of October is not over
    assert values(one(f"aggregate: mean, period: quarter, {actuals}")) == [("03-31", 20), ("06-30", 4)]
    assert values(one(f"aggregate: sum, period: month, {actuals}", "2026-04-30")) == [
        ("01-31", 10),
        ("02-28", 20),
        ("03-31", 30),
    ]
    assert values(one(f"aggregate: sum, period: year, {actuals}", "2027-01-01")) == [("12-31", 71)]


def test_years_and_quarters_are_those_of_the_fiscal_year() -> None:
    actuals = "actuals: {2025-06-30: 1, 2025-08-31: 2, 2026-05-31: 4, 2026-06-30: 8, 2026-07-31: 16}"

    def found(period: str, starts: int) -> list[tuple[str, object]]:
        head = HEAD + f"  year_starts: {starts}\n"
        return values(one(f"aggregate: sum, period: {period}, {actuals}", "2026-11-22", head))

    assert found("year", 7) == [("06-30", 1), ("06-30", 14)]
    assert found("year", 1) == [("12-31", 3)]
    assert found("quarter", 1) == [("06-30", 1), ("09-30", 2), ("06-30", 12), ("09-30", 16)]
    assert found("quarter", 8) == [("07-31", 1), ("10-31", 2), ("07-31", 28)]
    assert found("month", 8) == [("06-30", 1), ("08-31", 2), ("05-31", 4), ("06-30", 8), ("07-31", 16)]


def test_since_the_baseline_a_sum_grows_on_top_of_it() -> None:
    actuals = "actuals: {2026-02-28: 5, 2026-03-31: 7, 2026-04-30: 1}"
    found = one(f"baseline: {{date: 2026-02-28, value: 100}}, target: 200, aggregate: sum, {actuals}")
    assert values(found) == [("03-31", 107), ("04-30", 108)]
    assert found.attainment == 8
    assert values(one(f"baseline: {{date: 2026-02-28, value: 100}}, aggregate: mean, {actuals}")) == [
        ("03-31", 7),
        ("04-30", 4),
    ]
    assert values(one(f"range: {{high: 20}}, aggregate: sum, {actuals}")) == [
        ("02-28", 5),
        ("03-31", 12),
        ("04-30", 13),
    ]


def test_an_aggregate_without_values_yet_says_why() -> None:
    way = "baseline: {date: 2026-10-01, value: 0}, target: 9, frequency: weekly"
    waits = one(f"{way}, aggregate: sum, period: quarter, actuals: {{2026-10-31: 4, 2026-11-20: 4}}")
    assert (waits.state.value, waits.reason) == ("no_data", "no quarter with an actual is over yet")
    assert (age_days(waits, date(2026, 11, 22)), is_stale(waits, date(2026, 11, 22))) == (2, False)
    before = one(f"{way}, aggregate: sum, actuals: {{2026-09-30: 4}}")
    assert (before.state.value, before.reason) == ("no_data", "no actual since its baseline")
    assert (age_days(before, date(2026, 11, 22)), is_stale(before, date(2026, 11, 22))) == (52, True)
    assert one(f"{way}, aggregate: sum").reason == "no actual yet"


# ---------------------------------------------------------------- mixed in depth


def test_formulas_nest() -> None:
    plan = plan_of("""
        all: {unit: EUR, baseline: 0, target: 400, sum: [north, south]}
        staffed: {unit: people, sum: [staff]}
        per-head: {unit: EUR per head, baseline: 10, target: 20, numerator: all, denominator: staffed}
        same: {series: per-head, target: 15}
        quarters: {series: all, aggregate: mean, period: quarter}
        since: {series: all, baseline: {date: 2026-02-28, value: 0}, aggregate: sum, target: 1000}
        of-quarters: {unit: EUR, sum: [quarters, north]}
        squared: {series: quarters, aggregate: sum, period: year}
    """, "2027-02-01")  # fmt: skip
    found = {id.removeprefix("o/"): values(kpi) for id, kpi in plan.kpis.items()}
    assert found["all"] == [("02-28", 160), ("03-31", 180.5), ("04-30", 210.5)]
    assert found["per-head"] == [("02-28", 16), ("04-30", pytest.approx(210.5 / 12))]
    assert found["same"] == found["per-head"]
    assert (plan.kpis["o/same"].unit, plan.kpis["o/same"].baseline) == (
        "EUR per head",
        Mark(10, date(2026, 1, 1)),
    )
    assert found["quarters"] == [("03-31", 170.25), ("06-30", 210.5)]
    assert found["since"] == [("03-31", 180.5), ("04-30", 391)]
    assert found["of-quarters"] == [("03-31", 290.25), ("04-30", 320.25), ("06-30", 360.5)]
    assert found["squared"] == [("12-31", 380.75)]


def test_own_actuals_and_own_parts_come_before_a_series() -> None:
    plan = plan_of("""
        base: {unit: EUR, baseline: 5, actuals: {2026-05-31: 7}}
        own: {series: base, target: 9, actuals: {2026-06-30: 8}}
        made: {series: base, target: 200, sum: [north]}
    """)
    assert values(plan.kpis["o/own"]) == [("06-30", 8)]
    assert values(plan.kpis["o/made"])[-1] == ("04-30", 150)
    assert [plan.kpis[f"o/{id}"].unit for id in ("own", "made")] == ["EUR", "EUR"]
    assert [plan.kpis[f"o/{id}"].baseline for id in ("own", "made")] == [Mark(5, date(2026, 1, 1))] * 2


def test_a_name_is_looked_up_beside_the_kpi_first() -> None:
    plan = plan_of("north: {actuals: {2026-05-31: 7}}\nk: {sum: [north]}")
    assert values(plan.kpis["o/k"]) == [("05-31", 7)]


# ---------------------------------------------------------------- nothing to compute


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("sum: [north, none]", "`none`: no actual yet"),
        ("mean: {none: 1}", "`none`: no actual yet"),
        ("numerator: none, denominator: north", "`none`: no actual yet"),
        ("numerator: north, denominator: zero", "`zero`, its denominator, is 0"),
        ("sum: [deep, north]", "`none`: no actual yet"),
        ("sum: [late, never-both]", "its parts are not known on one day"),
        ("sum: [quarters]", "`quarters`: no year with an actual is over yet"),
    ],
)
def test_what_has_no_value_yet_says_which_part_it_waits_for(fields: str, reason: str) -> None:
    more = PARTS + (
        "  zero: {actuals: {2026-01-31: 0}}\n"
        "  deep: {sum: [none]}\n"
        "  late: {actuals: {2026-09-30: 1}}\n"
        "  never-both: {numerator: north, denominator: part-zero}\n"
        "  part-zero: {actuals: {2026-01-31: 1, 2026-08-31: 0}}\n"
        "  quarters: {aggregate: sum, period: year, actuals: {2026-01-31: 1}}\n"
    )
    plan = plan_of(f"k: {{baseline: 1, target: 2, {fields}}}", more=more)
    found = plan.kpis["o/k"]
    assert (found.attainment, found.state.value, found.reason, found.gap) == (None, "no_data", reason, "")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("sum: [north, lost]", "`lost`, a part of it, is not there"),
        ("numerator: lost, denominator: north", "`lost`, a part of it, is not there"),
        ("sum: [o]", "`o`, a part of it, is not there"),
        ("series: lost, sum: [north]", "its `series` is not there"),
        ("unit: EUR, sum: [north, staff]", "units do not match: EUR and people"),
        ('unit: "%", numerator: north, denominator: staff', "units do not match: EUR and people"),
        ("unit: people, series: north", "units do not match: people and EUR"),
        ("sum: [k]", "it is made of itself"),
        ("series: k", "its `series` runs in a circle"),
    ],
)
def test_what_cannot_be_computed_has_no_data_and_says_why(fields: str, reason: str) -> None:
    plan = plan_of(
        f"k: {{baseline: 1, target: 2, frequency: daily, {fields}}}\nsame: {{sum: [k], baseline: 1, target: 2}}"
    )
    found, same = plan.kpis["o/k"], plan.kpis["o/same"]
    assert (found.state.value, found.reason, found.actuals) == ("no_data", reason, ())
    assert (age_days(found, plan.today), is_stale(found, plan.today)) == (None, False)
    assert same.reason == (reason if reason.startswith("`") else f"`o/k`: {reason}")


def test_a_circle_of_any_links_has_no_values_and_neither_has_what_is_made_of_it() -> None:
    plan = plan_of("""
        a: {sum: [b, north], actuals: }
        b: {numerator: c, denominator: north}
        c: {series: a}
        d: {mean: [c, north]}
        e: {sum: [north]}
    """)
    reasons = {id: plan.kpis[f"o/{id}"].gap for id in "abcde"}
    assert reasons == {
        **dict.fromkeys("abc", "it is made of itself"),
        "d": "`o/c`: it is made of itself",
        "e": "",
    }
    assert [[id for id, _ in circle] for circle in plan.kpi_circles] == [["o/a", "o/b", "o/c"]]


# ---------------------------------------------------------------- states, and what uses them


def test_a_computed_kpi_is_judged_like_any_other() -> None:
    plan = plan_of("""
        up: {unit: EUR, baseline: 100, target: 200, checkpoints: {2026-04-30: 210}, sum: [north, south]}
        down: {unit: EUR, baseline: 300, target: 200, checkpoints: {2026-04-30: 220}, sum: [north, south]}
        below: {unit: EUR, baseline: 250, target: 300, sum: [north, south]}
        inside: {unit: EUR, range: {low: 200, high: 220}, sum: [north, south]}
        above: {unit: EUR, range: {low: 250}, sum: [north, south]}
        step: {unit: EUR, baseline: 0, target: 300, path: step, checkpoints: {2026-04-01: 200}, sum: [north, south]}
    """)
    found = {
        id.removeprefix("o/"): (kpi.attainment, kpi.state.value) for id, kpi in plan.kpis.items() if "/" in id
    }
    assert found == {
        "up": (110.5, "met"),
        "down": (89.5, "on_track"),
        "below": (-79, "off_track"),
        "inside": (100, "met"),
        "above": (0, "off_track"),
        "step": (pytest.approx(210.5 / 3), "on_track"),
    }
    assert plan.health_of(item(plan, "o")).reason.startswith("KPI below off track: 210.5 EUR")


def test_moves_on_a_computed_kpi_count_for_it_and_along_series() -> None:
    plan = assess("""
        objectives:
          o:
            title: O
            kpis:
              all: {unit: EUR, baseline: 100, target: 300, sum: [north, south]}
              same: {series: all, target: 150}
        tactics:
          t: {title: T, supports: o, moves: {o/all: 50}}
          u: {title: U, supports: o, moves: {north: 30}}
        kpis:
          north: {unit: EUR, actuals: {2026-02-28: 100}}
          south: {unit: EUR, actuals: {2026-02-28: 40}}
    """)
    assert [plan.sufficiency_of_kpi(id) for id in ("o/all", "o/same")] == [25, 100]


# ---------------------------------------------------------------- size


def test_sums_as_deep_and_as_wide_as_they_get() -> None:
    deep = {"k0": {"actuals": {"2026-03-01": "1"}}}
    kpis = deep | {f"k{at}": {"sum": [f"k{at - 1}", "k0"]} for at in range(1, 20_000)}
    found = build(kpis=kpis).kpis
    assert found["k19999"].actuals[-1].value == 19_999
    parts = {
        f"p{at}": {"actuals": {f"2026-03-{at % 30 + 1:02}": "1", f"2026-05-{at % 30 + 1:02}": "2"}}
        for at in range(5000)
    }
    wide = build(kpis={**parts, "all": {"sum": list(parts)}, "mean": {"mean": list(parts)}}).kpis
    assert wide["all"].actuals[-1].value == 10_000
    assert wide["mean"].actuals[-1].value == 2
    ring = build(kpis={f"k{at}": {"sum": [f"k{(at + 1) % 20_000}"]} for at in range(20_000)})
    assert {kpi.gap for kpi in ring.kpis.values()} == {"it is made of itself"}
    assert [len(circle) for circle in ring.kpi_circles] == [20_000]
