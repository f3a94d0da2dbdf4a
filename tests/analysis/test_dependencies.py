"""Work that waits for itself: what is pruned before the starts and finishes are looked at is never part of a circle."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.analysis.dependencies import Wait, circles
from alignplan.analysis.status import statuses
from alignplan.graph.graph import PlanGraph
from alignplan.loading.bind import bind

KINDS = ("finish-start", "start-start", "finish-finish", "start-finish")
STEPS = ("a", "b", "c")


def found(tactics: dict[str, Any]) -> list[list[Wait]]:
    graph = PlanGraph([("a.yaml", bind({"tactics": tactics}, "a.yaml", root=True).file)])
    return circles(graph, statuses(graph, date(2026, 11, 22)))


def told(circle: list[Wait]) -> list[tuple[str, str]]:
    return [(wait.item.id, wait.other.id) for wait in circle]


names = [f"t{number}" for number in range(3)]
items = [*names, *(f"{name}/{step}" for name in names for step in STEPS)]
links = st.lists(
    st.tuples(st.sampled_from(items), st.sampled_from(items), st.sampled_from(KINDS)), max_size=9
)


def plan_of(stated: list[tuple[str, str, str]]) -> dict[str, Any]:
    """A plan in which the first of each pair comes after the second."""
    plan: dict[str, Any] = {
        name: {"after": [], "actions": {step: {"after": []} for step in STEPS}} for name in names
    }
    for item, other, kind in stated:
        tactic, slash, step = item.partition("/")
        entry = plan[tactic]["actions"][step] if slash else plan[tactic]
        near = other.partition("/")[2] if slash and other.startswith(f"{tactic}/") else other
        entry["after"].append({near: kind})
    return plan


def events_of(stated: list[tuple[str, str, str]]) -> networkx.DiGraph[tuple[str, str]]:
    """Everything that must come before something else, without any shortcut."""
    network: networkx.DiGraph[tuple[str, str]] = networkx.DiGraph()
    for item in items:
        network.add_edge((item, "start"), (item, "finish"))
        if "/" in item:
            network.add_edge((item.partition("/")[0], "start"), (item, "start"))
            network.add_edge((item, "finish"), (item.partition("/")[0], "finish"))
    for item, other, kind in stated:
        first, _, then = kind.partition("-")
        network.add_edge((other, first), (item, then))
    return network


@settings(max_examples=300, deadline=None)
@given(links)
def test_there_is_a_circle_exactly_where_starts_and_finishes_run_in_one(
    stated: list[tuple[str, str, str]],
) -> None:
    network = events_of(stated)
    parts = [part for part in networkx.strongly_connected_components(network) if len(part) > 1]
    loops = {node for node in network if network.has_edge(node, node)} - {
        node for part in parts for node in part
    }
    circles_found = found(plan_of(stated))
    assert len(circles_found) == len(parts) + len(loops)
    for circle in circles_found:
        assert [wait.other.id for wait in circle] == [wait.item.id for wait in [*circle[1:], circle[0]]]
        for wait in circle:
            pair = (wait.item.id, wait.other.id)
            assert (not wait.steps) or pair in {(item, other) for item, other, _ in stated}


def test_the_circle_begins_with_what_stands_first_and_says_where_each_link_stands() -> None:
    [circle] = found(
        plan_of(
            [("t2/a", "t0/b", "finish-start"), ("t0/b", "t1", "finish-start"), ("t1", "t2/a", "finish-start")]
        )
    )
    assert told(circle) == [("t0/b", "t1"), ("t1", "t2/a"), ("t2/a", "t0/b")]
    assert [wait.steps for wait in circle] == [("after", "t1"), ("after", "t2/a"), ("after", "t0/b")]


@pytest.mark.parametrize("size", [2_000])
def test_a_long_ring_is_one_circle_of_all(size: int) -> None:
    ring = {f"t{at}": {"after": [f"t{(at - 1) % size}"]} for at in range(size)}
    [circle] = found(ring)
    assert len(circle) == size
    assert told(circle)[0] == ("t0", f"t{size - 1}")
