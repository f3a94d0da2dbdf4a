"""The line that is named for an input is the line on which it stands."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.analysis.explaining.walking import DAY, EXAMPLES, answers, asked, grounds_of, printed
from tests.plans import written

from alignplan.analysis.explaining.interface import Ask, Leaf
from alignplan.cli.stated import StatedPlaces
from alignplan.diagnostics.finding import Part
from alignplan.graph.nodes import Node
from alignplan.output.figures import exact_text
from alignplan.workspace import Plan, open_plan

SERIES = """\
alignplan: 1
plan: {title: A plan, year_starts: 4, horizon: {start: 2026-01-01, due: 2026-12-31}}
objectives:
  grow:
    title: Grow
    kpis:
      share: {unit: "%", baseline: 1, target: 9, actuals: data/share.csv}
      sales:
        unit: EUR
        baseline: 1
        target: 9
        actuals:
          2026-Q1: 2
          2026-06: {value: 3, note: Later}
"""


def leaves(name: str) -> tuple[Plan, list[Leaf]]:
    """All leaves behind all figures of an example."""
    grounds = grounds_of(EXAMPLES / name)
    plan = open_plan(EXAMPLES / name, as_of=DAY)
    found: list[Leaf] = []
    seen: set[tuple[Node, str]] = set()
    pending = [asked(grounds, one) for contract, answer in answers(plan) for one in printed(contract, answer)]
    while pending:
        node, figure = pending.pop()
        if (node, figure) not in seen and grounds.figure(node, figure) is not None:
            seen.add((node, figure))
            for one in grounds.explain(node, figure).inputs:
                if isinstance(one, Ask):
                    pending.append((one.node, one.figure))
                else:
                    found.append(one)
    return plan, found


@pytest.mark.parametrize("name", ["market-share", "manufacturing", "university"])
def test_every_number_and_word_stands_on_the_line_that_is_named(name: str) -> None:
    plan, found = leaves(name)
    places = StatedPlaces(plan, lambda path: path)
    checked = 0
    for leaf in found:
        if leaf.place is None or leaf.place.part is not Part.VALUE or isinstance(leaf.value, (bool, date)):
            continue
        if leaf.role in ("workdays", "days") or leaf.value in ("target", "range", "when"):
            continue
        if CODE.fullmatch(str(leaf.value)):
            continue  # a finding: it is about the line, and stands nowhere
        spot = places.spot(leaf.place)
        line = (EXAMPLES / name / spot.path).read_text("utf-8").splitlines()[spot.line - 1]
        text = leaf.value if isinstance(leaf.value, str) else exact_text(leaf.value) or ""
        words = [text.replace("_", " "), *text.split(", "), *WORDS.get(text, ())]
        assert any(word in line.replace("_", " ") for word in words), (leaf, spot, line)
        checked += 1
    assert checked > 100


CODE = re.compile("[A-Z][0-9]{3}")
WORDS = {"1": ("true", "yes"), "0": ("false", "no"), "250": ("low",), "500": ("medium",), "750": ("high",)}


def test_a_measurement_stands_in_its_file_or_under_the_period_it_ends(tmp_path: Path) -> None:
    csv = "note,value,date\nx,2,2026-Q1\n,3,2026-06-30\n"
    plan = open_plan(
        written(tmp_path, {"alignplan.yaml": SERIES, "data/share.csv": csv}), as_of=date(2026, 7, 1)
    )
    grounds = grounds_of(tmp_path, date(2026, 7, 1))
    places = StatedPlaces(plan, lambda path: path)

    def stands(kpi: str, day: str) -> tuple[str, int]:
        node = grounds.plan.graph.find(kpi)
        assert node is not None
        (leaf,) = grounds.explain(node, f"actual/{day}").inputs
        assert isinstance(leaf, Leaf)
        assert leaf.place is not None
        spot = places.spot(leaf.place)
        return spot.path, spot.line

    assert stands("grow/share", "2026-03-31") == ("data/share.csv", 2)
    assert stands("grow/share", "2026-06-30") == ("data/share.csv", 3)
    assert stands("grow/sales", "2026-03-31") == ("alignplan.yaml", 13)
    assert stands("grow/sales", "2026-06-30") == ("alignplan.yaml", 14)
