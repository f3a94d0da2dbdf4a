"""Titles: which say the same, which say nothing, which are wishes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.test_size import build

from alignplan.analysis.placeholders import is_placeholder
from alignplan.analysis.titles import alike, titled
from alignplan.analysis.vagueness import Vague, Want, vagueness
from alignplan.model.kinds import Kind

TACTICS = frozenset((Kind.TACTIC,))


def pairs(*titles: str) -> list[tuple[str, str]]:
    """Which titles say what an earlier one says."""
    plan = build(tactics={f"t{at}": {"title": title} for at, title in enumerate(titles)})
    return [(later.node.id, earlier.node.id) for later, earlier in alike(titled(plan.graph, TACTICS))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Start a trade newsletter", "Start a trade newsletter"),
        ("Start a trade newsletter", "start the  Trade Newsletters!"),
        ("Train sales staff", "Sales staff: train"),
        ("Ouvrir un café", "Ouvrir un cafe"),
        ("Open an ordering portal", "Open an ordring portal"),
        ("Open an ordering portal", "Open an orderign portal"),
        ("Open an ordering portal", "Open an orderino portal"),
        ("Ordering portal", "Xordering portal"),
        ("顧客を増やす", "顧客を増やす"),
    ],
)
def test_nearly_the_same(one: str, other: str) -> None:
    assert pairs(one, other) == [("t1", "t0")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reach 19 % by 2026", "Reach 19 % by 2027"),
        ("Sell in Bonn", "Sell in Bono"),
        ("Open a shop in Berlin", "Open a shop in Munich"),
        ("Increase sales", "Increase online sales"),
        ("!!!", "???"),
        ("Reach sale-2026x", "Reach sale-2026y"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_each_is_told_once_with_the_first() -> None:
    assert pairs("Buy pectin", "Sell bread", "buy pectin", "Buy Pectin.") == [("t2", "t0"), ("t3", "t0")]


@given(st.lists(st.text(max_size=12), max_size=12))
def test_a_later_one_follows_an_earlier_one(titles: list[str]) -> None:
    for later, earlier in pairs(*titles):
        assert int(later[1:]) > int(earlier[1:])


def test_very_many_titles_are_compared_with_their_neighbours_only() -> None:
    plan = build(
        tactics={
            f"t{at}": {"title": f"Open the shop in quarter {at % 7} of city number{at}"}
            for at in range(50_000)
        }
    )
    assert alike(titled(plan.graph, TACTICS)) == []


@pytest.mark.parametrize(
    "title", ["TODO", "tbd", "TBD.", "[Title]", "[…]", "<name>", "...", "???", " - ", "To be defined", "n/a", "N/A", "xxx",
              "TODO: think", "TBD by the board", "{{ title }}"],
)  # fmt: skip
def test_a_placeholder(title: str) -> None:
    assert is_placeholder(title)


@pytest.mark.parametrize(
    "title", ["To do lists for all", "Todos", "TBDs", "[a] and [b]", "Title deeds are kept", "42", "№ 5", "XXL", "To be first",
              "顧客", "Nonesuch", "<b>Sell</b>"],
)  # fmt: skip
def test_no_placeholder(title: str) -> None:
    assert not is_placeholder(title)


@pytest.mark.parametrize(
    ("title", "vague"),
    [
        ("World-class service", Vague(Want.SUBSTANCE, "world class")),
        ("Leverage our data", Vague(Want.SUBSTANCE, "leverage")),
        ("Train staff, tools etc.", Vague(Want.SUBSTANCE, "etc")),
        ("Regional market share", Vague(Want.VERB)),
        ("Digital transformation", Vague(Want.VERB)),
        ("Improve", Vague(Want.OBJECT, "improve")),
        ("Grow faster", Vague(Want.OBJECT, "grow")),
        ("To grow", Vague(Want.OBJECT, "grow")),
        ("Capture 25 % of the regional market", None),
        ("Market the fruit bar", None),
        ("98 % of orders arrive on the promised day", None),
        ("Customers come first", None),
        ("Digitize invoices", None),
        ("Be the first brand", None),
        ("Robustness is tested", None),
        ("2026", None),
        ("顧客を増やす", None),
        ("", None),
    ],
)
def test_a_wish_or_a_plan(title: str, vague: Vague | None) -> None:
    assert vagueness(title) == vague
