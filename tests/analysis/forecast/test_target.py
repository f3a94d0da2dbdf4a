"""Whether a KPI hits its target: which day, what chance, and when nothing is foretold."""

from __future__ import annotations

import pytest
from tests.analysis.plans import assess, kpi

from alignplan.analysis.forecast.target import Forecast, Foretold, foretold

LINE = "actuals: {2026-01-31: 10, 2026-02-28: 12, 2026-03-31: 14, 2026-04-30: 16, 2026-05-31: 18, 2026-06-30: 20}"
DOWN = "actuals: {2026-01-31: 20, 2026-02-28: 18, 2026-03-31: 16, 2026-04-30: 14, 2026-05-31: 12, 2026-06-30: 10}"
SAID = "actuals: {2026-01-31: false, 2026-02-28: false, 2026-03-31: true}"
WILD = (
    "actuals: {2026-01-31: 10, 2026-02-28: 19, 2026-03-31: 12, 2026-04-30: 22, 2026-05-31: 9, 2026-06-30: 20}"
)


def found(fields: str, as_of: str = "2026-07-02") -> Foretold:
    plan = assess(kpi(fields), as_of)
    return foretold(plan.kpis["o/k"], plan.today)


def forecast(fields: str, as_of: str = "2026-07-02") -> Forecast:
    said = found(fields, as_of)
    assert said.forecast is not None, said.gap
    return said.forecast


def test_it_is_for_the_day_of_the_target() -> None:
    said = forecast(f"baseline: 8, target: {{date: 2026-09-30, value: 26}}, {LINE}")
    assert (str(said.date), said.values, said.seasonal) == ("2026-09-30", 6, False)
    assert said.value == pytest.approx(26)
    assert said.low < 26 < said.high
    assert str(forecast(f"baseline: 8, target: 26, {LINE}").date) == "2026-12-31"


@pytest.mark.parametrize(
    ("fields", "least", "most"),
    [
        (f"baseline: 8, target: {{date: 2026-09-30, value: 22}}, {LINE}", 90, 100),
        (f"baseline: 8, target: {{date: 2026-09-30, value: 26}}, {LINE}", 50, 70),
        (f"baseline: 8, target: {{date: 2026-09-30, value: 31}}, {LINE}", 0, 10),
        (f"baseline: 24, target: {{date: 2026-09-30, value: 8}}, {DOWN}", 90, 100),
        (f"baseline: 24, target: {{date: 2026-09-30, value: 0}}, {DOWN}", 0, 10),
        (f"range: {{low: 20, high: 32, by: 2026-09-30}}, {LINE}", 90, 100),
        (f"range: {{low: 30, by: 2026-09-30}}, {LINE}", 0, 15),
        (f"range: {{high: 20, by: 2026-09-30}}, {LINE}", 0, 10),
        (f"baseline: 26, target: {{date: 2026-09-30, value: 26}}, direction: increase, {LINE}", 50, 70),
    ],
)
def test_the_chance_to_hit_it(fields: str, least: float, most: float) -> None:
    chance = forecast(fields).chance
    assert chance is not None
    assert least <= chance <= most


def test_the_chance_of_a_range_is_that_of_both_bounds() -> None:
    low = forecast(f"range: {{low: 15, by: 2026-09-30}}, {WILD}").chance
    high = forecast(f"range: {{high: 18, by: 2026-09-30}}, {WILD}").chance
    both = forecast(f"range: {{low: 15, high: 18, by: 2026-09-30}}, {WILD}").chance
    assert low is not None
    assert high is not None
    assert both == pytest.approx(low + high - 100)


def test_without_a_way_there_is_a_forecast_but_no_chance() -> None:
    assert forecast(f"target: 26, {LINE}").chance is None
    assert forecast(f"target: 26, direction: increase, {LINE}").chance is not None
    assert forecast(f"baseline: 26, target: 26, {LINE}").chance is None


@pytest.mark.parametrize(
    ("fields", "as_of", "gap"),
    [
        (LINE, "2026-07-02", "no target"),
        (f"baseline: 8, target: {{date: 2026-07-01, value: 26}}, {LINE}", "2026-07-02", "its day is over"),
        (f"baseline: 8, target: {{date: 2026-06-30, value: 26}}, {LINE}", "2026-06-30", "its day is over"),
        ("baseline: 8, target: 26", "2026-07-02", "too few values"),
        ("baseline: 8, target: 26, actuals: {2026-01-31: 10}", "2026-07-02", "too few values"),
        (
            "baseline: 8, target: 26, actuals: {2026-01-31: 10, 2026-02-28: 12}",
            "2026-07-02",
            "too few values",
        ),
        (f"baseline: 8, target: 26, {LINE}", "2026-02-28", "too few values"),
        (f"baseline: 8, target: 26, path: step, {LINE}", "2026-07-02", "in steps"),
        (f"unit: yes/no, baseline: false, target: true, {SAID}", "2026-07-02", "yes or no"),
        ("series: k, target: 5", "2026-07-02", "too few values"),
    ],
)
def test_when_nothing_is_foretold_it_says_why(fields: str, as_of: str, gap: str) -> None:
    assert found(fields, as_of) == Foretold(None, gap)


def test_without_any_date_nothing_is_foretold() -> None:
    plan = assess(
        "alignplan: 1\nplan: {title: No horizon}\n" + kpi(f"baseline: 8, target: 26, {LINE}"), "2026-07-02"
    )
    assert foretold(plan.kpis["o/k"], plan.today).gap == "no date"


def test_on_its_last_day_a_target_is_still_foretold() -> None:
    assert forecast(
        f"baseline: 8, target: {{date: 2026-07-31, value: 26}}, {LINE}", "2026-07-31"
    ).value == pytest.approx(22)


def test_a_range_that_holds_already_is_foretold_for_the_last_day_of_its_objective() -> None:
    for fields in ("range: {low: 10}", "range: {low: 10, by: 2026-03-31}"):
        assert str(forecast(f"{fields}, {LINE}").date) == "2026-12-31"


def test_percentages_that_were_within_0_and_100_stay_there() -> None:
    fields = "baseline: 70, target: 95, actuals: {2026-01-31: 75, 2026-02-28: 80, 2026-03-31: 86, 2026-04-30: 90, 2026-05-31: 95}"
    inside = forecast(f'unit: "%", {fields}')
    assert (inside.value, inside.high) == (100, 100)
    assert forecast(f"unit: points, {fields}").high > 100
    beyond = forecast(f'unit: "%", {fields.replace("75", "-1")}')
    assert beyond.high > 100


def test_computed_kpis_are_foretold_too() -> None:
    months = ", ".join(f"2026-{month:02}-28: {month}" for month in range(1, 7))
    plan = assess(
        f"""
        objectives:
          o:
            title: O
            kpis:
              k: {{baseline: 0, target: 30, sum: [a, b]}}
              q: {{series: k, aggregate: sum, period: month, target: 40}}
        kpis:
          a: {{actuals: {{{months}}}}}
          b: {{actuals: {{{months}}}}}
        """,
        "2026-07-02",
    )
    said = foretold(plan.kpis["o/k"], plan.today).forecast
    assert said is not None
    assert said.value == pytest.approx(24, abs=0.5)
    assert foretold(plan.kpis["o/q"], plan.today).forecast is not None
