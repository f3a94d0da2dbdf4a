"""Figures of a plan as a whole and of its items, by the one door that `diff` and `history` use."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.plans import assess, item

from alignplan.analysis.figure_words import said, said_both
from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value, figures, trend, trend_of
from alignplan.analysis.selectors.choice import choose
from alignplan.diagnostics.finding import Finding, Place, Severity

PLAN = """
objectives:
  north: {title: North, weight: 75, kpis: {
    a: {title: A, unit: t, baseline: 0, target: 10, actuals: {2026-11-01: 25}},
    b: {title: B, unit: t, baseline: 0, target: 10, actuals: {2026-11-01: 2}}}}
  south: {title: South, weight: 25, kpis: {c: {title: C, unit: t, baseline: 0, target: 10}}}
tactics:
  dig: {title: Dig, supports: north, progress: 80%, status: active, due: 2026-11-30}
  sow: {title: Sow, supports: south, progress: 40%, status: active}
  rest: {title: Rest, supports: south, status: dropped, actions: {nap: {title: Nap}}}
  walk: {title: Walk, progress: 0%, actions: {go: {title: Go, status: done}, back: {title: Back}}}
"""


def of_plan(name: str, *selectors: str) -> Value:
    plan = assess(PLAN)
    figure = figures()[name]
    assert figure.of_plan is not None
    return figure.of_plan(Picture(plan, choose(plan, selectors)))


def of_item(name: str, id: str) -> Value:
    plan = assess(PLAN)
    figure = figures()[name]
    assert figure.of_item is not None
    return figure.of_item(Picture(plan), item(plan, id))


def test_every_figure_has_a_name_a_meaning_and_something_to_be_taken_of() -> None:
    for name, figure in figures().items():
        assert figure.name == name
        assert figure.meaning
        assert figure.of_plan is not None or figure.of_item is not None
        assert bool(figure.kinds) == (figure.of_item is not None)
        assert figure.unit is not Unit.WORD or figure.grades is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("items", 6),  # north, south, dig, sow, walk, and the step of it that is left
        ("progress", 70.0),  # (75 · 80 + 25 · 40) ÷ 100
        (
            "attainment",
            60.0,
        ),  # (100 + 20) ÷ 2: more than the whole way counts as the whole, no data not at all
        ("kpis-on-track", 50.0),  # of the two with data one
        ("errors", 0),
    ],
)
def test_of_a_plan_as_a_whole(name: str, value: Value) -> None:
    assert of_plan(name) == value


@pytest.mark.parametrize(
    ("name", "selectors", "value"),
    [
        ("progress", ("north",), 80.0),
        ("progress", ("north", "south"), 60.0),  # what was chosen counts alike
        ("progress", ("dig", "sow"), 60.0),
        ("progress", ("kind:action",), None),
        ("attainment", ("south",), None),
        ("attainment", ("north/b",), 20.0),
        ("items", ("walk+",), 2),
    ],
)
def test_of_a_part_of_it(name: str, selectors: tuple[str, ...], value: Value) -> None:
    assert of_plan(name, *selectors) == value


@pytest.mark.parametrize(
    ("name", "id", "value"),
    [
        ("served", "north", 1),
        ("progress", "dig", 80.0),
        ("attainment", "north/a", 250.0),
        ("attainment", "south/c", None),
        ("actual", "north/b", 2.0),
        ("target", "north/b", 10.0),
        ("state", "south/c", "no_data"),
        ("due", "sow", date(2026, 12, 31)),
        ("stated-due", "sow", None),
        ("stated-due", "dig", date(2026, 11, 30)),
        ("health", "rest", None),
    ],
)
def test_of_an_item(name: str, id: str, value: Value) -> None:
    assert of_item(name, id) == value


def test_findings_are_counted_by_severity_and_by_what_was_chosen() -> None:
    plan = assess(PLAN)
    found = tuple(
        (Finding("A101", "", Place("x"), id), severity)
        for id, severity in (("walk", Severity.ERROR), ("dig", Severity.WARNING), ("", Severity.WARNING))
    )
    for selectors, expected in (((), (1, 2, 0)), (("dig",), (0, 1, 0)), (("sow",), (0, 0, 0))):
        picture = Picture(plan, choose(plan, selectors), found=lambda: found)
        taken = [figures()[name].of_plan for name in ("errors", "warnings", "infos")]
        assert tuple(one(picture) for one in taken if one is not None) == expected


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("coverage", 50.0, 60.0, 1),
        ("coverage", 60.0, 50.0, -1),
        ("coverage", None, 50.0, 0),
        ("errors", 1, 2, -1),
        ("errors", 2, 1, 1),
        ("items", 1, 2, 0),
        ("health", "on_track", "at_risk", -1),
        ("health", "no_data", "at_risk", 0),
        ("state", "behind", "met", 1),
        ("due", date(2026, 1, 1), date(2026, 2, 1), 0),
    ],
)
def test_better_or_worse(name: str, before: Value, after: Value, expected: int) -> None:
    assert trend(figures()[name], before, after) == expected


def test_a_target_is_judged_by_what_is_better_for_its_kpi() -> None:
    plan = assess(
        PLAN.replace(
            "b: {title: B, unit: t, baseline: 0, target: 10",
            "b: {title: B, unit: t, baseline: 20, target: 10",
        )
    )
    target, picture = figures()["target"], Picture(plan)
    assert trend_of(target, picture, item(plan, "north/a"), 10.0, 8.0) == -1
    assert trend_of(target, picture, item(plan, "north/b"), 10.0, 8.0) == 1
    assert trend_of(figures()["served"], picture, item(plan, "north"), 2, 1) == -1


PERCENT = Figure("x", "x", Unit.PERCENT)


@pytest.mark.parametrize(
    ("figure", "value", "text"),
    [
        (PERCENT, None, "–"),
        (PERCENT, 99.7, "99 %"),
        (Figure("x", "x", Unit.COUNT), 1234, "1,234"),
        (Figure("x", "x", Unit.WORD), "at_risk", "at risk"),
        (Figure("x", "x", Unit.DATE), date(2026, 1, 1), "2026-01-01"),
    ],
)
def test_values_in_words(figure: Figure, value: Value, text: str) -> None:
    assert said(figure, value) == text


def test_two_values_that_would_read_the_same_have_a_digit_more() -> None:
    assert said_both(PERCENT, 63.9, 63.6) == ("63.9 %", "63.6 %")
    assert said_both(PERCENT, 63.9, 70.0) == ("64 %", "70 %")
    assert said_both(PERCENT, 63.61, 63.62) == ("63.6 %", "63.6 %")
