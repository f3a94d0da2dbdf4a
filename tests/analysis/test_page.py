"""docs/figures.md: every number on the page is the one that the program computes from the plan on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.analysis.plans import assess, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects import Place
from alignplan.analysis.effort import action_weights
from alignplan.analysis.exposure import LEVELS, exposure, total
from alignplan.analysis.forecast.outlook import Series, series_of
from alignplan.analysis.forecast.student import quantile
from alignplan.analysis.forecast.target import foretold
from alignplan.analysis.kpis import age_days
from alignplan.model.kinds import Kind

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
AS_OF = "2026-07-02"
Row = dict[str, str]


PLANS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def plan() -> Assessment:
    return assess(PLANS[0], AS_OF)


@pytest.fixture(scope="module")
def shops() -> Assessment:
    return assess(PLANS[1], AS_OF)


@pytest.fixture(scope="module")
def noon() -> Assessment:
    return assess(PLANS[2], AS_OF)


@pytest.fixture(scope="module")
def cafe() -> Assessment:
    return assess(next(text for text in PLANS if "title: A cafe" in text), AS_OF)


def loaves(noon: Assessment) -> Series:
    found = series_of(noon.kpis["noon/loaves"].actuals)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def lunch() -> Assessment:
    return assess(next(text for text in PLANS if "title: More guests" in text), AS_OF)


@pytest.fixture(scope="module")
def wrong() -> Assessment:
    return assess(next(text for text in PLANS if "title: What may go wrong" in text), AS_OF)


def rows(first_column: str, *others: str) -> list[Row]:
    """The table whose header begins so."""
    header = re.escape("| " + " | ".join((first_column, *others)))
    match = re.search(rf"^{header}.*\n\|[-:|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert match is not None, header
    names = cells(match[0].splitlines()[0])
    return [dict(zip(names, cells(line), strict=True)) for line in match[1].splitlines()]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def same(written: str, value: float | None) -> bool:
    """Whether a number on the page is the one computed, to the decimals that are written."""
    if written == "–" or value is None:
        return written == "–" and value is None
    decimals = len(written.partition(".")[2])
    return abs(float(written) - value) <= 0.5 * 10**-decimals + 1e-9 and (
        decimals == 3 or float(written) == pytest.approx(value)
    )


def compare(table: list[Row], of: Callable[[Row], dict[str, float | None]]) -> None:
    for row in table:
        for name, value in of(row).items():
            assert same(row[name], value), (row, name, value)


def test_shares(plan: Assessment) -> None:
    table = rows("item", "in", "link share", "group share")

    def of(row: Row) -> dict[str, float | None]:
        groups = plan.shares.groups.get(row["in"], {}) | plan.shares.tactics.get(row["in"], {})
        return {"link share": plan.shares.links[row["item"]][row["in"]], "group share": groups[row["item"]]}

    compare(table, of)
    members = sum(
        len(group) for id, group in (*plan.shares.groups.items(), *plan.shares.tactics.items()) if id
    )
    assert len(table) == members


def test_steps(plan: Assessment) -> None:
    table = rows("step", "weight in days")
    weights = {}
    for node in plan.graph.of(Kind.TACTIC):
        actions = node.model.actions
        for name, weight in zip(actions, action_weights(list(actions.values()), plan.week), strict=True):
            weights[f"{node.id}/{name}"] = weight

    def of(row: Row) -> dict[str, float | None]:
        node = item(plan, row["step"])
        return {
            "weight in days": weights.get(node.id, 1),
            "progress": plan.progress_of(node),
            "planned": plan.planned_of(node),
        }

    compare(table, of)
    assert [row["step"] for row in table] == [
        node.id for kind in (Kind.ACTION, Kind.MILESTONE) for node in plan.graph.of(kind)
    ]


def test_kpis(plan: Assessment) -> None:
    table = rows("KPI", "baseline", "target")

    def of(row: Row) -> dict[str, float | None]:
        kpi = plan.kpis[row["KPI"]]
        return {
            "baseline": kpi.baseline.value if kpi.baseline else None,
            "target": kpi.target.value if kpi.target else None,
            "actual": kpi.actual.value if kpi.actual else None,
            "attainment": kpi.attainment,
            "expected": kpi.expected,
            "against plan": kpi.against_plan,
            "age": age_days(kpi, plan.today),
        }

    compare(table, of)
    assert [row["KPI"] for row in table] == list(plan.kpis)
    assert [row["state"] for row in table] == [
        kpi.state.value.replace("_", " ") for kpi in plan.kpis.values()
    ]


def test_computed_values(shops: Assessment) -> None:
    table = rows("KPI", "day", "value")
    computed = [kpi for id, kpi in shops.kpis.items() if "/" in id]
    points = [(kpi.id, point.day.isoformat(), point.value) for kpi in computed for point in kpi.actuals]
    assert [(row["KPI"], row["day"]) for row in table] == [(id, day) for id, day, _ in points]
    assert [
        row for row, (_, _, value) in zip(table, points, strict=True) if not same(row["value"], value)
    ] == []


def test_the_methods_of_a_forecast(noon: Assessment) -> None:
    series = loaves(noon)
    values, combination = series.grid.values, series.combination
    pairs = [(at, distance) for distance in (1, 2) for at in range(1, 6 - distance)]
    table = rows("method", "m", "weight")
    for row, method, weight in zip(table, combination.methods, combination.weights, strict=True):
        squared = [(values[at + ahead] - method(at, ahead)) ** 2 / ahead for at, ahead in pairs]
        found = {"m": sum(squared) / len(squared), "weight": weight, "in 3 steps": method(5, 3)}
        assert [name for name, value in found.items() if not same(row[name], value)] == [], row
    assert {distance: len(errors) for distance, errors in combination.errors.items()} == {1: 4, 2: 3}


def test_forecasts(noon: Assessment) -> None:
    table = rows("KPI", "for", "forecast")
    assert [row["KPI"] for row in table] == list(noon.kpis)
    for row in table:
        found = foretold(noon.kpis[row["KPI"]], noon.today)
        likely = found.forecast
        assert (row["none, because"], row["for"]) == (found.gap, likely.date.isoformat() if likely else "–")
        for name, of in (("forecast", "value"), ("low", "low"), ("high", "high"), ("chance", "chance")):
            assert same(row[name], getattr(likely, of) if likely else None), (row, name)


def test_progress_and_health(plan: Assessment) -> None:
    table = rows("item", "progress", "planned", "health")
    nodes = [*plan.graph.of(Kind.OBJECTIVE), *plan.graph.of(Kind.TACTIC)]
    compare(
        table,
        lambda row: {
            "progress": plan.progress_of(item(plan, row["item"])),
            "planned": plan.planned_of(item(plan, row["item"])),
        },
    )
    found = [(node.id, plan.health_of(node)) for node in nodes]
    assert [(row["item"], row["health"], row["reason"]) for row in table] == [
        (id, health.state.value.replace("_", " ") if health.state else "–", health.reason)
        for id, health in found
    ]


def test_contingencies(wrong: Assessment) -> None:
    found = []
    for one in wrong.contingencies.values():
        course = one.course(wrong)
        assert course is not None
        days = (day.isoformat() if day is not None else "–" for day in (course.since, course.first))
        found.append([one.node.id, one.call.value.replace("_", " "), *days, one.words])
    assert [list(row.values()) for row in rows("contingency", "state", "held since")] == found


def test_exposure(wrong: Assessment) -> None:
    table = rows("risk", "state", "probability")
    found = {node.id: exposure(node, wrong) for node in wrong.graph.of(Kind.RISK)}
    assert [row["risk"] for row in table] == list(found)
    for row in table:
        one = found[row["risk"]]
        model = one.node.model
        assert row["state"] == one.state.value
        assert same(row["probability"], model.probability), row
        assert row["impact"] == (model.impact if isinstance(model.impact, str) else f"{model.impact:g}"), row
        assert same(row["exposure"], one.amount), row
        assert row["level"] == (one.level.value if one.level is not None else "–"), row
    whole = total(found.values())
    assert whole is not None
    assert f"exposure in money is {whole.amount:g} EUR of one risk" in PAGE
    assert (whole.counted, whole.unknown) == (1, 1)


def test_the_matrix_of_levels() -> None:
    found = {row["impact"]: row for row in rows("impact", "probability low")}
    assert {
        impact.value: {chance.value: found[impact.value][f"probability {chance.value}"] for chance in chances}
        for impact, chances in LEVELS.items()
    } == {
        impact.value: {chance.value: level.value for chance, level in chances.items()}
        for impact, chances in LEVELS.items()
    }


def test_sufficiency(plan: Assessment) -> None:
    table = rows("item", "promised", "needed", "sufficiency")
    for row in table:
        if "/" in row["item"]:
            goal = plan.kpis[row["item"]].goal
            needed = goal.target.value - goal.baseline.value if goal.target and goal.baseline else None
            assert same(row["promised"], float(plan.moved.by_kpi[row["item"]])), row
            assert same(row["needed"], needed), row
            assert same(row["sufficiency"], plan.sufficiency_of_kpi(row["item"])), row
        else:
            found = plan.sufficiency_of(item(plan, row["item"]))
            assert (
                row["sufficiency"] == "n/a" if not found.applies else same(row["sufficiency"], found.value)
            ), row
    assert {row["item"] for row in table} == {*plan.kpis, *plan.graph.parents}


def test_who_moves_what(lunch: Assessment) -> None:
    shares = [(kpi, share) for kpi in lunch.kpis for share in lunch.effects.moves_of(kpi).shares]
    table = rows("moved", "by", "progress")
    assert [(row["moved"], row["by"]) for row in table] == [(kpi, share.tactic.id) for kpi, share in shares]
    for row, (_, share) in zip(table, shares, strict=True):
        assert same(row["progress"], share.progress), row
        assert same(row["by now"], share.delivered), row

    def of(row: Row) -> dict[str, float | None]:
        found = lunch.effects.moves_of(row["KPI"])
        return {
            "needed": found.needed,
            "promised now": found.promised,
            "live": found.live,
            "by now": found.delivered,
            "before": found.before,
            "seen": found.seen,
            "to go": found.gap,
        }

    compare(rows("KPI", "needed", "promised now"), of)


def test_execution_and_effect(lunch: Assessment) -> None:
    effects = list(lunch.effects.all())
    words = {Place.NOT_WORKING: "executed, not working", Place.TOO_EARLY: "too early to tell"}
    table = rows("tactic", "moves", "effect", "place")
    assert [(row["tactic"], row["moves"], row["place"]) for row in table] == [
        (effect.share.tactic.id, effect.share.kpi, words.get(effect.place, effect.place.value))
        for effect in effects
    ]
    assert all(same(row["effect"], effect.ratio) for row, effect in zip(table, effects, strict=True))


def test_the_numbers_in_the_text_are_those_of_the_tables(
    plan: Assessment, shops: Assessment, noon: Assessment, lunch: Assessment, cafe: Assessment
) -> None:
    """Every number with three decimals in the text is a figure of the plan."""
    figures = [
        value
        for pair in (plan.progress, plan.planned)
        for part in pair
        for value in part.values()
        if value is not None
    ]
    figures += [
        value for kpi in plan.kpis.values() for value in (kpi.expected, kpi.against_plan) if value is not None
    ]
    figures += [plan.planned_of(node) or 0 for node in plan.graph.of(Kind.ACTION)]
    figures += [point.value for kpi in shops.kpis.values() for point in kpi.actuals]
    figures += _numbers_of_forecasts(noon)
    figures += [effect.ratio for effect in lunch.effects.all() if effect.ratio is not None]
    for node in (cafe.graph.plan, *cafe.graph.of(Kind.OBJECTIVE), *cafe.graph.of(Kind.TACTIC)):
        figures += [one.value for one in cafe.earned.of(node).figures.values() if one.value is not None]
    written = set(re.findall(r"\d+\.\d{3}\b", PAGE))
    assert len(written) > 8
    assert [number for number in sorted(written) if not any(same(number, value) for value in figures)] == []


def _numbers_of_forecasts(noon: Assessment) -> list[float]:
    """Every figure that the section on forecasts shows, worked out again."""
    series = loaves(noon)
    combination, outlook = series.combination, series.on(date(2026, 9, 30))
    squared = [error**2 for error in combination.errors[2]]
    reach = quantile(0.9, outlook.degrees)
    found = [*combination.weights, *(method(5, 3) for method in combination.methods)]
    found += [abs(error) for errors in combination.errors.values() for error in errors]
    found += [sum(squared), series.spread.ahead(2), series.spread.ahead(3), reach, reach * outlook.scale]
    found += [
        (54.5 - outlook.value) / outlook.scale,
        0.5 * (0.4554 / 6.2857) ** 0.25,
        0.651,
        0.455,
        1.829,
        6.286,
    ]
    for kpi in noon.kpis.values():
        likely = foretold(kpi, noon.today).forecast
        if likely is not None:
            found += [likely.value, likely.low, likely.high, likely.chance or 0]
    return found


def test_earned_value(cafe: Assessment) -> None:
    table = rows("item", "BAC", "PV")

    def of(row: Row) -> dict[str, float | None]:
        node = cafe.graph.plan if row["item"] == "plan" else item(cafe, row["item"])
        found = cafe.earned.of(node)
        names = {"SPI(t)": "spi_t"}
        return {name: found[names.get(name, name.lower())].value for name in row if name != "item"}

    compare(table, of)
    assert len(table) == len(cafe.graph.kinds[Kind.TACTIC]) + len(cafe.graph.kinds[Kind.OBJECTIVE]) + 1


def test_earned_value_in_words(cafe: Assessment) -> None:
    terrace, bar = (cafe.earned.of(item(cafe, id)) for id in ("terrace", "bar"))
    told = {
        name: terrace[name].value
        for name in ("eac_atypical", "eac_both", "tcpi", "earned_days", "planned_days", "ieac_t")
    }
    assert told == pytest.approx(
        {
            "eac_atypical": 21_500,
            "eac_both": 30_833.333,
            "tcpi": 1.12,
            "earned_days": 3,
            "planned_days": 8,
            "ieac_t": 10.667,
        },
        rel=1e-4,
    )
    assert (bar["eac_bottom_up"].value, cafe.earned.of(cafe.graph.plan).left_out) == (5500, ("band",))
