"""Whatever an answer prints can be taken apart, down to the files, and comes out the same again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.analysis.explaining.walking import DAY, EXAMPLES, NAMES, answers, asked, grounds_of, printed
from tests.analysis.test_page import AS_OF, PLANS
from tests.plans import written

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask
from alignplan.analysis.explaining.naming import listed, meant
from alignplan.analysis.explaining.operations.interface import Value, compute
from alignplan.analysis.figures.interface import figures
from alignplan.graph.nodes import Node
from alignplan.output.contracts.interface import contracts
from alignplan.workspace import open_plan

WITHOUT_FIGURES = {"baseline", "config", "edit", "explain", "figures", "report", "rules", "waivers"}
"""Answers about accepted findings (each with its line), settings, edits, rules, explanations; a report has others'."""
OF_SEVERAL_PLANS = {"diff", "history"}
"""Answers that tell the figures of plans beside each other: those of one are walked by themselves, see below."""

NAMES_OF_GAPS = {"served": "tactics"}
"""What `diff` calls `served` is the number that `gaps` has as `tactics`; there `served` is met and required."""
HEAD = "alignplan: 1\nplan: {title: A plan, horizon: {start: 2026-01-01, due: 2026-12-31}}\n"
MONTHS = ", ".join(
    f"{2024 + at // 12}-{at % 12 + 1:02}-28: {300 + 5 * at + (90, 0, -60)[at % 12 // 4] + at * at % 7}"
    for at in range(34)
)
QUARTERS = ", ".join(
    f"{2025 + at // 4}-{at % 4 * 3 + 1:02}-15: {40 + at + (20, -5, 0, 9)[at % 4]}" for at in range(7)
)
HARD = (
    # objectives in a circle, and what serves them; one that is done with nothing below it
    """objectives:
  one: {title: One, parent: two}
  two: {title: Two, parent: one}
  over: {title: Over, status: done, start: 2026-02-01, due: 2026-12-01}
  off: {title: Off, status: dropped}
tactics:
  work: {title: Work, supports: [one, over, off], progress: 40%, weight: 0}
  idle: {title: Idle, supports: one, status: active}
""",
    # ranges, a target that is the baseline, a path in steps, no dates at all
    """objectives:
  wide:
    title: Wide
    kpis:
      inside: {unit: h, baseline: 5, range: {low: 4, high: 6}, actuals: {2026-05-01: 7}}
      into: {unit: h, baseline: 9, range: {high: 6, by: 2026-11-01}, frequency: daily, actuals: {2026-05-01: 8}}
      bare: {unit: h, range: {low: 4}, actuals: {2026-05-01: 3}}
      hold: {unit: h, baseline: 5, target: 5, direction: decrease, actuals: {2026-05-01: 4}}
      steps: {unit: h, baseline: 0, target: 9, path: step, checkpoints: {2026-03-01: 2, 2026-08-01: 4},
              actuals: {2026-05-01: 1}}
      open: {unit: yes/no, baseline: false, target: true, actuals: {2026-05-01: true}}
      dip: {unit: h, baseline: 5, target: 9, checkpoints: {2026-05-01: 3}, actuals: {2026-05-01: 4}}
      future: {unit: h, baseline: {date: 2027-01-01, value: 1}, target: {date: 2027-06-01, value: 2}}
      bare-target: {unit: h, target: 4}
""",
    # forecasts: with seasons, on a day between two steps, with holes, within 0 and 100, once the day is over
    f"""objectives:
  told:
    title: Told
    due: 2027-02-10
    kpis:
      seasonal: {{unit: EUR, baseline: 1, target: 900, actuals: {{{MONTHS}}}}}
      beyond: {{unit: "%", baseline: 60, target: 99, actuals: {{2026-01-31: 60, 2026-02-28: 70, 2026-05-31: 97,
               2026-09-30: 98.5, 2026-10-31: 99.8}}}}
      weekly: {{unit: h, baseline: 9, target: {{date: 2027-01-06, value: 2}},
               actuals: {{2026-10-05: 8, 2026-10-12: 7.5, 2026-10-26: 7, 2026-11-02: 6.5, 2026-11-09: 6.25}}}}
      within: {{unit: h, baseline: 5, range: {{low: 4, high: 6}},
               actuals: {{2026-08-31: 4.5, 2026-09-30: 5, 2026-10-31: 5}}}}
      over: {{unit: h, baseline: 5, target: {{date: 2026-11-01, value: 9}}, frequency: monthly,
             actuals: {{2026-07-31: 5, 2026-08-31: 5.5, 2026-09-30: 6, 2026-10-31: 6}}}}
  short: {{title: Round, due: 2027-06-30, kpis: {{round: {{unit: h, baseline: 1, target: 99, actuals: {{{QUARTERS}}}}}}}}}
tactics:
  work: {{title: Work, supports: told, status: done, finished: 2026-08-01, moves: {{told/over: 9}}}}
  more: {{title: More, supports: told, due: 2026-12-31, progress: 40%, moves: {{told/seasonal: {{by: 300, lag: 1w}}}}}}
""",
    # computed of each other, in several steps, with holes and without values
    """objectives:
  sums:
    title: Sums
    kpis:
      both: {unit: h, baseline: 0, target: 99, sum: [a, b]}
      share: {unit: "%", baseline: 0, target: 50, numerator: a, denominator: sums/both}
      month: {series: sums/both, target: 50, aggregate: mean, period: month}
      since: {unit: h, baseline: {date: 2026-02-01, value: 5}, target: 500, aggregate: sum,
              actuals: {2026-02-01: 1, 2026-03-01: 2, 2026-04-01: 4}}
      mixed: {unit: h, baseline: 0, target: 9, mean: {a: 30, b: , sums/both: 30}}
      none: {unit: h, baseline: 0, target: 9, sum: [a, c]}
      circle: {unit: h, baseline: 0, target: 9, sum: [a, sums/circle]}
kpis:
  a: {unit: h, actuals: {2026-01-31: 1, 2026-03-31: 3, 2026-05-31: 0}}
  b: {unit: h, actuals: {2026-02-28: 2, 2026-05-31: 0, 2026-06-30: 8}}
  c: {unit: h}
tactics:
  work: {title: Work, supports: sums, started: 2026-02-01, status: done, finished: 2026-04-01,
         moves: {sums/both: {by: 3, lag: 1m}, sums/month: 2}}
  wait: {title: Wait, supports: sums, status: planned, moves: {sums/both: 3}, budget: {planned: 10, spent: 11}}
  stop: {title: Stop, supports: sums, status: paused, moves: {sums/both: 7},
         actions: {x: {duration: 2w, assigned: {ana: 0%, ben: 0%}}, y: {effort: 6h, assigned: [ana, ben]}}}
people: {ana: {name: Ana}, ben: {name: Ben}}
risks:
  shut: {title: Shut, probability: 40%, impact: high, closed: 2026-01-01}
  cost: {title: Cost, probability: 40%, impact: 5, threatens: [stop],
         contingencies: {alt: {when: {any: [{tactic: stop, late_by: 3d}, {all: [{risk: shut, occurred: true},
           {budget: wait, above: 100%}, {kpi: sums/both, below: 9, for: 2}]}]}, then: Act, activates: wait}}}
""",
)


def plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value


def same(one: object, other: object) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return one == pytest.approx(other, rel=1e-9, abs=1e-9)
    return one == other


def recomputed(grounds: Grounds, node: Node, figure: str, done: dict[tuple[str, str, str], Value]) -> Value:
    """The value of a figure; it and all that is behind it are computed again from the inputs shown."""
    pending = [(node, figure)]
    while pending:
        at, name = pending.pop()
        key = (at.kind.value, at.id, name)
        if key in done:
            continue
        found = grounds.explain(at, name)
        done[key] = found.value
        given = []
        for one in found.inputs:
            value = grounds.explain(one.node, one.figure).value if isinstance(one, Ask) else one.value
            given.append((one.role, value))
            if isinstance(one, Ask):
                pending.append((one.node, one.figure))
            else:
                assert one.place is not None or one.note, (key, one)
        again = compute(found.operation.name, given)
        assert same(plain(again), plain(found.value)), (key, found, given, again)
        assert found.value is not None or found.reason, key
    return done[(node.kind.value, node.id, figure)]


def walked(folder: Path, day: date = DAY) -> int:
    """Explain and recompute every printed figure of a plan; how many there were."""
    grounds = grounds_of(folder, day)
    plan = open_plan(folder, as_of=day)
    done: dict[tuple[str, str, str], Value] = {}
    count = 0
    for contract, answer in answers(plan):
        for one in printed(contract, answer):
            node, figure = asked(grounds, one)
            if grounds.figure(node, figure) is None:
                assert one.value is None, f"{contract}/1: {one} has no explanation"
                continue
            value = recomputed(grounds, node, figure, done)
            assert same(plain(value), one.value), (contract, one, value)
            count += 1
    return count


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_figure_of_the_examples_is_explained_and_recomputed(name: str) -> None:
    assert walked(EXAMPLES / name) > 1000


@pytest.mark.parametrize("at", range(len(PLANS)))
def test_and_those_of_the_plans_on_the_page_of_figures(at: int, tmp_path: Path) -> None:
    day = date.fromisoformat(AS_OF)
    assert walked(written(tmp_path, PLANS[at]), day) > 50


@pytest.mark.parametrize("text", HARD)
def test_and_those_of_plans_with_hard_corners(text: str, tmp_path: Path) -> None:
    assert walked(written(tmp_path, HEAD + text)) > 10
    assert list(grounds_of(tmp_path).plan.faults) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_an_item_lists_can_be_asked_for(name: str) -> None:
    grounds = grounds_of(EXAMPLES / name)
    done: dict[tuple[str, str, str], Value] = {}
    for node in grounds.plan.graph.items():
        for figure, _ in listed(grounds, node):
            recomputed(grounds, node, meant(grounds, node, figure), done)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_that_diff_and_history_compare_is_explained_and_recomputed(name: str) -> None:
    grounds = grounds_of(EXAMPLES / name)
    done: dict[tuple[str, str, str], Value] = {}
    graph, count = grounds.plan.graph, 0
    for figure in figures().values():
        if figure.of_plan is not None:
            value = recomputed(grounds, graph.plan, figure.name, done)
            assert same(plain(value), plain(figure.of_plan(grounds.picture))), figure.name
        for node in graph.items():
            if figure.fits(node):
                assert figure.of_item is not None
                if figure.of_item(grounds.picture, node) is None:
                    continue
                value = recomputed(grounds, node, NAMES_OF_GAPS.get(figure.name, figure.name), done)
                assert same(plain(value), plain(figure.of_item(grounds.picture, node))), (
                    node.id,
                    figure.name,
                )
                count += 1
    assert count > 20


def test_every_answer_is_walked_or_has_no_figures() -> None:
    plan = open_plan(EXAMPLES / "sales", as_of=DAY)
    walked_here = {name for name, _ in answers(plan)}
    assert walked_here | WITHOUT_FIGURES | OF_SEVERAL_PLANS == set(contracts())


def test_an_input_that_is_another_gives_another_value() -> None:
    inputs: list[tuple[str, Value]] = [("value", 40.0), ("weight", 1.0), ("value", 80.0), ("weight", 3.0)]
    assert compute("weighted_mean", inputs) == 70
    assert compute("weighted_mean", [*inputs[:3], ("weight", 1.0)]) == 60
