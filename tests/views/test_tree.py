"""The order of the tree, and that nothing gets lost in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.views.garden import entangled, written_plan

from alignplan.analysis.advance import advances
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import choose
from alignplan.analysis.tree import Branch, Grouping, grouped, outline

SHARED = """
objectives:
  one: {}
  two: {}
  below: {parent: [two, one]}
tactics:
  both: {supports: [one, two], actions: {x: Do it}, milestones: {m: {}}, contingencies: {c: {}}}
  deep: {supports: below}
  alone: {}
"""


def lines(rows: list[Branch]) -> list[str]:
    return ["  " * row.depth + ("→ " if row.reference else "") + row.id for row in rows]


@pytest.fixture
def shared(tmp_path: Path) -> Assessment:
    return written_plan(tmp_path, SHARED).assessment


def test_an_item_stands_under_its_first_parent_and_is_referred_to_under_the_others(
    shared: Assessment,
) -> None:
    rows = outline(shared.graph, choose(shared), references=True)
    assert lines(rows) == [
        "one",
        "  → below",
        "  both",
        "two",
        "  below",
        "    deep",
        "  → both",
        "(no objective)",
        "  alone",
    ]
    assert [row.parent for row in rows if row.id == "deep"] == ["below"]


def test_without_references_every_item_is_there_once(shared: Assessment) -> None:
    rows = outline(shared.graph, choose(shared))
    assert lines(rows) == ["one", "  both", "two", "  below", "    deep", "(no objective)", "  alone"]


def test_steps_and_levels(shared: Assessment) -> None:
    every = lines(outline(shared.graph, choose(shared), steps=True))
    assert every[:4] == ["one", "  both", "    both/x", "    both/m"]
    assert lines(outline(shared.graph, choose(shared), steps=True, levels=1)) == ["one", "two"]
    assert lines(outline(shared.graph, choose(shared), steps=True, levels=2)) == [
        "one", "  both", "two", "  below", "(no objective)", "  alone",
    ]  # fmt: skip


def test_what_is_not_chosen_is_left_out_and_what_is_below_moves_up(shared: Assessment) -> None:
    chosen = choose(shared, ("two", "deep", "both", "alone"))
    rows = outline(shared.graph, chosen, references=True)
    assert lines(rows) == ["two", "  deep", "  both", "(no objective)", "  alone"]
    assert [row.parent for row in rows] == [None, "two", "two", None, "(no objective)"]


def test_a_choice_below_the_second_parent_hangs_there(shared: Assessment) -> None:
    assert lines(outline(shared.graph, choose(shared, ("two+",)), references=True)) == [
        "two",
        "  below",
        "    deep",
        "  both",
    ]


def test_circles_stand_in_a_group_of_their_own(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path,
        """
        objectives: {hang: {parent: b}, a: {parent: c}, b: {parent: a}, c: {parent: b}, self: {parent: self}, root: {}}
        tactics: {t: {supports: hang}}
        """,
    ).assessment
    rows = outline(plan.graph, choose(plan), references=True)
    assert lines(rows) == [
        "root", "(in a circle)", "  a", "    b", "      hang", "        t", "      c", "        → a", "  self", "    → self",
    ]  # fmt: skip
    assert [row.title for row in rows if row.node is None] == ["Objectives whose parents run in a circle"]


def test_without_headings_what_hangs_nowhere_stands_at_the_top(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path,
        """
        objectives: {root: {}, a: {parent: b}, b: {parent: a}, self: {parent: self}}
        tactics: {alone: {}, served: {supports: root}}
        """,
    ).assessment
    choice = choose(plan)
    rows = outline(plan.graph, choice, headings=False)
    assert lines(rows) == ["root", "  served", "a", "  b", "self", "alone"]
    assert [row.parent for row in rows] == [None, "root", None, "a", None, None]
    assert lines(outline(plan.graph, choice, headings=False, levels=1)) == ["root", "a", "self", "alone"]
    told = [("root", 0), ("served", 1), ("a", 0), ("b", 1), ("self", 0), ("alone", 0)]
    assert [(row.id, row.depth) for row in advances(plan, choice)] == told


def test_groups_keep_the_order_of_the_tree(tmp_path: Path) -> None:
    plan = written_plan(
        tmp_path,
        """
        teams: {crew: {title: The crew}}
        people: {ann: {name: Ann, team: crew}, bo: {name: Bo}}
        objectives: {top: {owner: bo}, mid: {parent: top, owner: ann}, low: {parent: mid, owner: bo}}
        tactics: {t: {supports: low, owner: crew}, u: {supports: mid, owner: ghost}, v: {supports: mid}}
        """,
    ).assessment
    rows = outline(plan.graph, choose(plan))
    assert lines(grouped(plan, rows, Grouping.OWNER)) == [
        "crew", "  t", "ann", "  mid", "bo", "  top", "    low", "ghost", "  u", "(no owner)", "  v",
    ]  # fmt: skip
    by_team = grouped(plan, rows, Grouping.TEAM)
    assert lines(by_team) == ["crew", "  mid", "    t", "(no team)", "  top", "    low", "    u", "    v"]
    assert by_team[0].title == "The crew"
    assert by_team[2].parent == "mid"
    assert lines(grouped(plan, rows, Grouping.STATUS)) == [
        "planned", "  t", "  u", "  v", "active", "  top", "    mid", "      low",
    ]  # fmt: skip


def test_chains_deeper_than_the_stack_of_python() -> None:
    plan = entangled({"o0": []} | {f"o{at}": [f"o{at - 1}"] for at in range(1, 20_000)})
    rows = outline(plan.graph, choose(plan), references=True)
    assert [row.depth for row in rows] == list(range(20_000))
    assert len(grouped(plan, rows, Grouping.STATUS)) == 20_001
    assert len(list(choose(plan, ("+o19999",)).items())) == 20_000
    assert [node.id for node in choose(plan, ("o0+2",)).items()] == ["o0", "o1", "o2"]
