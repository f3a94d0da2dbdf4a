"""Shares: how weights divide a whole, and who is in a group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess

from alignplan.analysis.shares import divide

WEIGHTS = st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("weights", "shares"),
    [
        ([None, None, None, None], [0.25, 0.25, 0.25, 0.25]),
        ([40, None, None], [0.4, 0.3, 0.3]),
        ([60, 40], [0.6, 0.4]),
        ([3, 1], [0.75, 0.25]),  # all stated: only their relation counts
        ([60, 60, None], [0.5, 0.5, 0]),  # nothing is left for the third
        ([0, 0], [0.5, 0.5]),
        ([0, None], [0, 1]),
        ([100, 0], [1, 0]),
        ([None], [1]),
        ([7], [1]),
        ([], []),
    ],
)
def test_stated_weights_hold_and_the_others_divide_what_is_left(
    weights: list[float | None], shares: list[float]
) -> None:
    assert divide(weights) == pytest.approx(shares)


@given(WEIGHTS)
def test_shares_sum_to_1_and_none_is_negative(weights: list[float | None]) -> None:
    shares = divide(weights)
    assert sum(shares) == pytest.approx(1)
    assert all(share >= 0 for share in shares)
    assert len(shares) == len(weights)


@given(st.lists(st.floats(0.001, 1e6), min_size=1, max_size=20), st.floats(0.01, 1000))
def test_where_all_are_stated_only_their_relation_counts(weights: list[float], scale: float) -> None:
    assert divide([weight * scale for weight in weights]) == pytest.approx(divide(weights))


@given(WEIGHTS)
def test_who_states_none_gets_the_same_as_the_others_who_do_not(weights: list[float | None]) -> None:
    silent = {share for share, weight in zip(divide(weights), weights, strict=True) if weight is None}
    assert len(silent) <= 1


def test_groups_hold_what_counts_and_links_all_that_is_stated() -> None:
    plan = assess("""
        objectives:
          r1: {title: R1, weight: 40}
          r2: {title: R2}
          r3: {title: R3, status: dropped, weight: 50}
          a: {title: A, parent: r1}
          b: {title: B, parent: {r1: 20, r3: 80}}
        tactics:
          t: {title: T, supports: [a, b], weight: 70}
          u: {title: U, supports: a, status: done}
          v: {title: V, supports: a, status: paused}
          w: {title: W, supports: a, status: dropped}
          x: {title: X, supports: a, status: planned}
          y: {title: Y, contingencies: {c: {activates: x}}}
    """)
    assert plan.shares.links == {
        "a": {"r1": 1},
        "b": {"r1": 0.2, "r3": 0.8},
        "t": {"a": 0.5, "b": 0.5},
        **{id: {"a": 1} for id in "uvwx"},
    }
    assert plan.shares.groups == {"": {"r1": 0.4, "r2": 0.6}, "r1": {"a": 0.5, "b": 0.5}, "r3": {"b": 1}}
    assert plan.shares.tactics == {"a": {"t": 0.7, "u": 0.15, "v": 0.15}, "b": {"t": 1}}
