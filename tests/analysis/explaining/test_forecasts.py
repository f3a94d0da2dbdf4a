"""A forecast is taken apart to the methods, their weights and the spread of errors, as the page of figures has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.analysis.explaining.test_walk import HARD, HEAD
from tests.analysis.explaining.walking import grounds_of
from tests.plans import written

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explained, Leaf
from alignplan.graph.nodes import Node

NOON = """\
alignplan: 1
plan: {title: Bread at noon, horizon: {start: 2026-01-01, due: 2026-12-31}}
objectives:
  noon:
    title: Sell 55 loaves at noon
    due: 2026-09-30
    kpis:
      loaves:
        unit: loaves
        baseline: 40
        target: 55
        actuals: {2026-01-31: 40, 2026-02-28: 42, 2026-03-31: 45, 2026-04-30: 46, 2026-05-31: 49, 2026-06-30: 50}
"""


def asked(grounds: Grounds, id: str, figure: str) -> Explained:
    return grounds.explain(node(grounds, id), figure)


def node(grounds: Grounds, id: str) -> Node:
    found = grounds.plan.graph.find(id)
    assert found is not None
    return found


@pytest.fixture
def noon(tmp_path: Path) -> Grounds:
    return grounds_of(written(tmp_path, NOON), date(2026, 7, 2))


def test_the_value_is_what_the_methods_say_by_their_weights(noon: Grounds) -> None:
    found = asked(noon, "noon/loaves", "forecast/value")
    assert found.operation.formula == "Σ weight × value"
    values = [
        (one.figure, asked(noon, "noon/loaves", one.figure).value)
        for one in found.inputs
        if isinstance(one, Ask)
    ]
    assert [(name, round(value, 3)) for name, value in values if isinstance(value, float)] == [
        ("method/last-value/3", 50.0), ("method_weight/last-value", 0.262),
        ("method/smoothing/3", 50.0), ("method_weight/smoothing", 0.002),
        ("method/theta/3", 53.086), ("method_weight/theta", 0.029),
        ("method/straight-line/3", 56.648), ("method_weight/straight-line", 0.232),
        ("method/fading-trend/3", 55.239), ("method_weight/fading-trend", 0.474),
    ]  # fmt: skip


def test_a_method_rests_on_the_measurements_with_their_lines(noon: Grounds) -> None:
    found = asked(noon, "noon/loaves", "method/straight-line/3")
    assert found.operation.formula == "the straight line with the least squared errors"
    steps = [one.figure for one in found.inputs if isinstance(one, Ask)]
    assert steps == ["step/0", "step/1", "step/2", "step/3", "step/4", "step/5"]
    (third,) = asked(noon, "noon/loaves", "step/2").inputs
    assert isinstance(third, Ask)
    assert third.figure == "actual/2026-03-31"
    (leaf,) = asked(noon, "noon/loaves", third.figure).inputs
    assert isinstance(leaf, Leaf)
    assert leaf.value == 45
    assert leaf.place is not None
    assert leaf.place.route[-2:] == ("actuals", "2026-03-31")


def test_the_interval_rests_on_the_errors_so_far(noon: Grounds) -> None:
    names = ("spread", "error_scale/2", "squared_errors/2", "error_count/2", "usual_step", "resolution")
    values = [asked(noon, "noon/loaves", name).value for name in names]
    assert [round(value, 3) for value in values if isinstance(value, (int, float))] == [
        2.781, 2.271, 4.471, 3, 2, 1,
    ]  # fmt: skip
    inputs = [one.figure for one in asked(noon, "noon/loaves", "forecast/low").inputs if isinstance(one, Ask)]
    assert inputs == ["forecast/value", "spread", "error_count/1", "resolution"]


def test_seasons_holes_and_bounds_have_a_level_of_their_own(tmp_path: Path) -> None:
    text = next(text for text in HARD if "seasonal" in text)
    grounds = grounds_of(written(tmp_path, HEAD + text))
    operation = {
        name: asked(grounds, id, figure).operation.name
        for name, id, figure in (
            ("between", "told/seasonal", "forecast/value"), ("season", "told/seasonal", "ahead/3"),
            ("without", "told/seasonal", "evened/4"), ("bounded", "told/beyond", "forecast/value"),
            ("hole", "told/weekly", "step/2"),
        )
    }  # fmt: skip
    assert operation == {
        "between": "between_steps", "season": "with_season", "without": "without_season", "bounded": "bounded",
        "hole": "between_steps",
    }  # fmt: skip
    assert asked(grounds, "short/round", "method_weight/season-before").value == pytest.approx(0.9, abs=0.1)
    assert asked(grounds, "told/seasonal", "forecast/seasonal").value is True


def test_without_a_forecast_the_reason_is_told_at_every_level(noon: Grounds, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    few = NOON.replace(", 2026-03-31: 45, 2026-04-30: 46, 2026-05-31: 49, 2026-06-30: 50", "")
    grounds = grounds_of(written(other, few), date(2026, 7, 2))
    for name in ("forecast/value", "unbounded/value", "spread", "resolution", "usual_step", "steps_ahead"):
        found = asked(grounds, "noon/loaves", name)
        assert (found.value, found.reason) == (None, "too few values"), name
