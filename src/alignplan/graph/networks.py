"""The graph for users of networkx: the plan's own ids, typed edges."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind

__all__ = ["Network", "to_networkx"]

Network: TypeAlias = "networkx.MultiDiGraph[str]"
"""Nodes are addresses; see :func:`to_networkx`."""


def to_networkx(graph: PlanGraph) -> Network:
    """A multigraph of all items: nodes by address (`parent/child` for nested ones; calendars as `calendars/id`).

    The plan itself is `plan`, or `plan:` where an item has that id. Node attributes: `kind`, `title`, `model`, `file`.

    Edges are keyed by their type: every link of the format (`supports`, `parent`, `moves` …), with `type`, `weight` (as
    stated, else `None`) and `detail` (what else the link says, such as the change of a move); a second one of a type
    between the same two has the key `type#2`. `part_of` leads from a nested item to the one it stands in.

    References to what is not there, or is of another kind, are listed in `graph["dangling"]` as `(source, type,
    reference)`.
    """
    network: Network = networkx.MultiDiGraph()
    names = _Names(graph)
    dangling: list[tuple[str, str, str]] = []
    nodes = list(graph.items())
    for node in nodes:
        network.add_node(
            names.of(node), kind=node.kind.value, title=node.title, model=node.model, file=node.file
        )
    for node in nodes:
        if node.parent is not None:
            _link(network, names.of(node), names.of(node.parent), "part_of")
        for reference in references(node):
            target = graph.resolve(reference)
            if target is None or target.kind not in reference.kinds:
                dangling.append((names.of(node), reference.field, reference.ref))
            else:
                ends = names.of(node), names.of(target)
                _link(network, *ends, reference.field, reference.weight, reference.detail)
    network.graph["dangling"] = dangling
    return network


class _Names:
    """The name of each item among the nodes."""

    def __init__(self, graph: PlanGraph) -> None:
        self.plan = "plan:" if "plan" in graph.top else "plan"

    def of(self, node: Node) -> str:
        if node.kind is Kind.PLAN:
            return self.plan
        return f"calendars/{node.id}" if node.kind is Kind.CALENDAR else node.id


def _link(
    network: Network, source: str, target: str, type: str, weight: float | None = None, detail: Any = None
) -> None:
    links: dict[Any, dict[str, Any]] = network.get_edge_data(source, target, default={})
    earlier = sum(link["type"] == type for link in links.values())
    key = f"{type}#{earlier + 1}" if earlier else type
    network.add_edge(source, target, key=key, type=type, weight=weight, detail=detail)
