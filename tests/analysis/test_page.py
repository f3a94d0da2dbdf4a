"""docs/figures.md: every number on the page is the one that the program computes from the plan on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.analysis.plans import assess, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effort import action_weights
from alignplan.analysis.kpis import age_days
from alignplan.model.kinds import Kind

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
AS_OF = "2026-07-02"
Row = dict[str, str]


@pytest.fixture(scope="module")
def plan() -> Assessment:
    found = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return assess(found[0], AS_OF)


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


def test_the_numbers_in_the_text_are_those_of_the_tables(plan: Assessment) -> None:
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
    written = set(re.findall(r"\d+\.\d{3}\b", PAGE))
    assert len(written) > 8
    assert [number for number in sorted(written) if not any(same(number, value) for value in figures)] == []
