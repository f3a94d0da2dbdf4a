"""In which order, how much of a plan hangs on an item, and what decisions keep away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, item
from tests.analysis.recalibrating.plans import ARMED, HEAD, LATE, UNSERVED

from alignplan.analysis.recalibrating import Recalibration, recalibration
from alignplan.analysis.recalibrating.group import Group
from alignplan.analysis.recalibrating.interface import mark_of
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.selectors.choice import choose

TREE = (
    HEAD
    + """\
objectives:
  top: {title: Top, weight: 60}
  side: {title: Side, weight: 40, kpis: [shared]}
  low: {title: Low, parent: top, weight: 25, kpis: {own: {title: Own, unit: "%"}}}
  both: {title: Both, parent: {top: 50, side: 50}, weight: 75, kpis: [shared]}
  gone: {title: Gone, parent: top, status: dropped}
kpis: {shared: {title: Shared, unit: "%"}}
tactics:
  one: {title: One, supports: low, weight: 30}
  two: {title: Two, supports: [low, side], weight: 70, actions: {do: Do}}
  waits: {title: Waits, supports: low, status: planned}
risks:
  fire: {title: Fire, threatens: [one, both], contingencies: {out: {then: Run, activates: waits}}}
"""
)


@pytest.mark.parametrize(
    ("id", "weight"),
    [
        ("top", 60),
        ("side", 40),
        ("low", 60 * 0.25),
        ("both", 60 * 0.75 * 0.5 + 40 * 1 * 0.5),
        ("gone", 0),
        ("low/own", 15),
        ("shared", 42.5),
        ("one", 15 * 0.3),
        ("two", 15 * 0.7 * 0.5 + 40 * 1 * 0.5),
        ("two/do", 25.25),
        ("waits", 0),
        ("fire", 42.5),
        ("fire/out", 42.5),
        ("mia", 0),
    ],
)
def test_how_much_of_the_plan_hangs_on_an_item(id: str, weight: float) -> None:
    plan = assess(TREE)
    assert Weights(plan).of(item(plan, id)) == pytest.approx(weight)


def test_a_circle_of_objectives_has_a_share_all_the_same() -> None:
    plan = assess(HEAD + "objectives: {a: {title: A, parent: b}, b: {title: B, parent: a}, c: C}\n")
    weights = Weights(plan)
    assert [weights.of(item(plan, id)) for id in "abc"] == [0, 0, 100]


def keys(found: Recalibration) -> list[tuple[int, str]]:
    return [(one.number, one.proposal.key) for one in found.proposals]


BOTH = ARMED.replace("  card: {title: Hand out cards, supports: loyal, status: active, progress: 40%}\n", "")


def test_the_most_at_stake_comes_first() -> None:
    assert keys(recalibration(assess(BOTH))) == [(1, "activate:share/slips"), (2, "staff:loyal")]
    turned = BOTH.replace("weight: 60", "weight: 30").replace("weight: 40", "weight: 70")
    assert keys(recalibration(assess(turned))) == [(1, "staff:loyal"), (2, "activate:share/slips")]


def test_equal_ones_stand_in_the_order_of_their_kinds() -> None:
    equal = BOTH.replace("weight: 60", "weight: 50").replace("weight: 40", "weight: 50")
    assert keys(recalibration(assess(equal))) == [(1, "activate:share/slips"), (2, "staff:loyal")]


def test_a_choice_keeps_the_numbers() -> None:
    plan = assess(BOTH)
    found = recalibration(plan)
    assert keys(found.chosen(choose(plan, ("loyal",)))) == [(2, "staff:loyal")]
    assert keys(found.chosen(choose(plan, ("price-offer",)))) == [(1, "activate:share/slips")]
    assert keys(found.chosen(choose(plan, ("share",)))) == [(1, "activate:share/slips")]
    assert keys(found.chosen(choose(plan), choose(plan, ("share/slips",)))) == [(2, "staff:loyal")]


# ------------------------------------------------------------ decisions


def decided(text: str, **fields: str) -> Recalibration:
    """The same plan with a decision on what it proposes first; `fields` over what `recalibrate` would write."""
    first = recalibration(assess(text)).proposals[0].proposal
    said = {"title": "So", "date": "2026-11-01", "status": "dismissed", "about": first.about[0].id,
            "proposal": first.kind.value, "seen": first.mark, **fields}  # fmt: skip
    entry = ", ".join(f"{name}: {value}" for name, value in said.items() if value)
    return recalibration(assess(f"{text}decisions:\n  so: {{{entry}}}\n"))


@pytest.mark.parametrize("status", ["dismissed", "accepted", ""])
def test_what_was_decided_stays_away(status: str) -> None:
    found = decided(UNSERVED, status=status)
    assert found.proposals == ()
    assert [(proposal.key, node.id) for proposal, node in found.kept] == [("staff:loyal", "so")]


def test_it_comes_back_when_its_evidence_has_changed_and_says_what_was_decided() -> None:
    (one,) = decided(UNSERVED, seen="e000000").proposals
    assert one.decision is not None
    assert one.decision.id == "so"


@pytest.mark.parametrize(
    "fields",
    [{"proposal": "move"}, {"about": "share"}, {"date": "2026-12-01"}, {"proposal": ""}],
    ids=["of another kind", "about another", "of a later day", "no proposal"],
)
def test_another_decision_keeps_nothing_away(fields: dict[str, str]) -> None:
    found = decided(UNSERVED, **fields)
    assert keys(found) == [(1, "staff:loyal")]
    assert found.proposals[0].decision is None


def test_one_that_was_written_by_hand_keeps_it_away_for_good() -> None:
    assert decided(UNSERVED, seen="").proposals == ()
    assert decided(UNSERVED, seen="", date="").proposals == ()


def test_of_several_the_last_counts() -> None:
    mark = recalibration(assess(UNSERVED)).proposals[0].proposal.mark
    text = UNSERVED + (
        "decisions:\n"
        f"  new: {{title: New, date: 2026-11-02, about: loyal, proposal: staff, seen: {mark}}}\n"
        "  old: {title: Old, date: 2026-11-01, about: loyal, proposal: staff, seen: e000000}\n"
    )
    assert recalibration(assess(text)).proposals == ()
    assert keys(recalibration(assess(text.replace("11-02", "10-30")))) == [(1, "staff:loyal")]
    same_day = text.replace("11-02", "11-01")
    assert keys(recalibration(assess(same_day))) == [(1, "staff:loyal")], "the one that stands last"


def mark(text: str) -> str:
    return recalibration(assess(text)).proposals[0].proposal.mark


def test_the_mark_changes_when_the_figures_say_something_else() -> None:
    assert mark(LATE) != mark(LATE.replace("target: 20", "target: 21").replace("2026-11: 19", "2026-11: 20"))
    assert mark(LATE) != mark(LATE.replace("2026-10-31: 17}", "2026-10-31: 15.8}"))
    assert mark(ARMED) != mark(ARMED.replace("2026-06-30: 18.1", "2026-06-30: 18.1, 2026-08-31: 18.1"))
    assert mark(UNSERVED) != mark(UNSERVED.replace("2026-09-30: 52", "2026-09-30: 55"))


def test_it_does_not_with_every_measurement_or_another_name() -> None:
    assert mark(LATE) == mark(LATE.replace("2026-10-31: 17}", "2026-10-31: 17.02}"))
    assert mark(LATE) == mark(LATE.replace("share", "region"))
    assert mark(UNSERVED) == mark(UNSERVED.replace("2026-09-30: 52", "2026-09-30: 52.3"))


def test_a_mark_is_a_letter_and_six_digits() -> None:
    assert mark_of(date(2026, 7, 31), 1) == "eb47716"


# ------------------------------------------------------------ weights


@given(st.lists(st.integers(1, 400), min_size=2, max_size=6), st.floats(0, 100))
def test_the_weights_of_a_group_sum_up_to_what_they_did(weights: list[int], kept: float) -> None:
    tactics = "".join(
        f"  t{at}: {{title: T, supports: o, weight: {weight}}}\n" for at, weight in enumerate(weights)
    )
    plan = assess(f"{HEAD}objectives: {{o: O}}\ntactics:\n{tactics}")
    first = item(plan, "t0")
    changed = {edit.node.id: float(edit.value) for edit in Group("o", first, plan).reweighed(kept)}
    after = [changed.get(f"t{at}", weight) for at, weight in enumerate(weights)]
    assert sum(after) == sum(weights)
    assert after[0] <= weights[0]
    assert all(new >= old and new == int(new) for new, old in zip(after[1:], weights[1:], strict=True))
