"""Parts that run in a circle, and the smallest circle of each, against networkx on any graph."""

from __future__ import annotations

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.graph.circles import components, order, smallest_circle, smallest_circles

Edges = dict[int, list[int]]


@st.composite
def graphs(draw: st.DrawFn) -> Edges:
    """Up to nine nodes, each a key; some of its targets twice, some of them sinks that are no keys."""
    size = draw(st.integers(0, 9))
    targets = st.lists(st.integers(0, size + 1), max_size=4)
    return {node: draw(targets) for node in range(size)}


def as_network(edges: Edges) -> networkx.DiGraph[int]:
    network: networkx.DiGraph[int] = networkx.DiGraph()
    network.add_nodes_from(edges)
    network.add_edges_from((node, target) for node, targets in edges.items() for target in targets)
    return network


def is_circle(circle: list[int], edges: Edges) -> bool:
    steps = zip(circle, [*circle[1:], circle[0]], strict=True)
    return len(set(circle)) == len(circle) and all(target in edges[node] for node, target in steps)


@given(graphs())
@settings(max_examples=300)
def test_components_are_those_of_networkx(edges: Edges) -> None:
    ours = {frozenset(part) for part in components(edges)}
    assert ours == {frozenset(part) for part in networkx.strongly_connected_components(as_network(edges))}


@given(graphs())
@settings(max_examples=300)
def test_each_node_comes_after_those_that_it_points_to(edges: Edges) -> None:
    ordered = order(edges)
    place = {node: at for at, node in enumerate(ordered)}
    assert sorted(ordered) == sorted(as_network(edges))
    part_of = {node: at for at, part in enumerate(components(edges)) for node in part}
    for node, targets in edges.items():
        for target in targets:
            assert part_of[target] == part_of[node] or place[target] < place[node]


@given(graphs())
@settings(max_examples=300)
def test_the_smallest_circle_of_each_part_is_one_and_none_is_smaller(edges: Edges) -> None:
    network = as_network(edges)
    circles = smallest_circles(edges)
    for circle in circles:
        assert is_circle(circle, edges)
        assert circle[0] == min(circle)
    shortest: dict[frozenset[int], int] = {}
    for part in networkx.strongly_connected_components(network):
        lengths = [len(cycle) for cycle in networkx.simple_cycles(network.subgraph(part))]
        if lengths:
            shortest[frozenset(part)] = min(lengths)
    assert len(circles) == len(shortest)
    for circle in circles:
        (length,) = [length for part, length in shortest.items() if set(circle) <= part]
        assert len(circle) == length
    assert [circle[0] for circle in circles] == sorted(circle[0] for circle in circles)


def test_a_circle_of_one() -> None:
    assert smallest_circles({"a": ["b"], "b": ["b"]}) == [["b"]]


def test_two_circles_that_share_nothing() -> None:
    edges = {"a": ["b"], "b": ["c"], "c": ["a"], "x": ["a", "y"], "y": ["x"]}
    assert smallest_circles(edges) == [["a", "b", "c"], ["x", "y"]]


def test_the_smallest_circle_begins_with_what_stands_first() -> None:
    edges = {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["b"]}
    assert smallest_circles(edges) == [["b", "d"]]


def test_a_chain_of_a_hundred_thousand_without_recursion() -> None:
    chain = {node: [node + 1] for node in range(100_000)}
    assert order(chain)[0] == 100_000
    assert smallest_circles(chain) == []


def test_a_ring_of_a_hundred_thousand() -> None:
    size = 100_000
    ring = {node: [(node + 1) % size] for node in range(size)}
    assert smallest_circle(range(size), ring) == list(range(size))


def test_a_dense_part_ends() -> None:
    dense = {node: [other for other in range(400) if other != node] for node in range(400)}
    assert smallest_circles(dense) == [[0, 1]]
