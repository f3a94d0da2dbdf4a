"""The graph that users of the library get: networkx, the plan's own ids, typed edges."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from tests.graph.test_graph import WHOLE
from tests.plans import HEAD, written

from alignplan import open_plan
from alignplan.graph.networks import Network


def network_of(folder: Path, text: str) -> Network:
    return open_plan(written(folder, text)).graph


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return network_of(tmp_path, WHOLE)


def test_nodes_are_the_plans_own_ids(network: Network) -> None:
    assert isinstance(network, networkx.MultiDiGraph)
    assert sorted(network) == sorted(
        ["plan", "customer-first", "pressure", "retailers", "retailers/on-time", "product", "mia", "kitchen",
         "calendars/office", "calendars/mia", "share", "share/panel", "share/low", "share-2026", "line", "line/interviews",
         "line/prototypes", "line/ready", "line/slow", "spare", "income", "rate", "sum", "mean", "fails", "fails/then"]
    )  # fmt: skip
    assert {name: network.nodes["mia"][name] for name in ("kind", "title", "file")} == {
        "kind": "person", "title": "Mia Lund", "file": "alignplan.yaml",
    }  # fmt: skip
    assert network.nodes["share"]["model"].owner == "mia"


def test_edges_carry_type_weight_and_detail(network: Network) -> None:
    assert network.edges["line", "share-2026", "supports"] == {
        "type": "supports",
        "weight": 40.0,
        "detail": None,
    }
    move = network.edges["line", "share/panel", "moves"]["detail"]
    assert (move.by, str(move.lag)) == (0.6, "3m")
    assert network.edges["line/slow", "line", "when"]["detail"] == "budget"
    assert network.edges["plan", "calendars/office", "calendar"]["type"] == "calendar"
    assert network.edges["line/ready", "line", "part_of"]["type"] == "part_of"
    assert list(network.get_edge_data("share", "mia")) == ["owner"]


def test_two_links_of_a_type_between_the_same_two_are_both_there(network: Network) -> None:
    links = network.get_edge_data("line/prototypes", "line/interviews")
    assert [(key, link["type"], link["detail"].kind) for key, link in links.items()] == [
        ("after", "after", "finish-start"), ("after#2", "after", "start-start"),
    ]  # fmt: skip


def test_the_way_up_is_a_path_of_typed_edges(network: Network) -> None:
    up: Network = networkx.subgraph_view(network, filter_edge=lambda *edge: edge[2] in ("supports", "parent"))
    assert sorted(networkx.all_simple_paths(up, "line", "share")) == [
        ["line", "share"],
        ["line", "share-2026", "share"],
    ]
    assert networkx.ancestors(up, "share") == {"line", "share-2026"}


def test_it_survives_what_is_wrong(tmp_path: Path) -> None:
    network = network_of(
        tmp_path,
        HEAD
        + "objectives: {a: {parent: [b, nowhere], owner: t}, b: {parent: a}, self: {parent: self}}\n"
        + "tactics: {t: {supports: [a, a], actions: {x: {after: y}, y: {after: x}}, milestones: {x: {}}}}\n"
        + "kpis: {a: Again}\n",
    )
    assert network.graph["dangling"] == [("a", "parent", "nowhere"), ("a", "owner", "t")]
    circles = [part for part in networkx.strongly_connected_components(network) if len(part) > 1]
    assert sorted(map(sorted, circles)) == [["a", "b"], ["t/x", "t/y"]]
    assert network.has_edge("self", "self", "parent")
    assert list(network.get_edge_data("t", "a")) == ["supports", "supports#2"]
    assert network.nodes["a"]["kind"] == "objective"


def test_an_item_called_plan_is_not_the_plan(tmp_path: Path) -> None:
    network = network_of(tmp_path, HEAD + "objectives: {plan: {title: Write a plan}}")
    assert network.nodes["plan"]["title"] == "Write a plan"
    assert network.nodes["plan:"]["title"] == "Northwind"


def test_an_unreadable_plan_has_a_graph_of_what_was_understood(tmp_path: Path) -> None:
    network = network_of(tmp_path, "objectives:\n  a: {title: A}\n  b: [unclosed\n")
    assert "a" in network
