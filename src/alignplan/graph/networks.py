"""The graph for users of networkx: the plan's own ids, typed edges."""

from __future__ import annotations

import networkx

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node

__all__ = ["to_networkx"]


def to_networkx(graph: PlanGraph) -> networkx.MultiDiGraph[str]:
    """A multigraph of all items: nodes by address (`parent/child` for nested ones; calendars as `calendars/id`).

    Node attributes: `kind`, `title`, `model`, `file`. Edges are keyed by their type: every link of the format
    (`supports`, `parent`, `moves` …) with `type`, `weight` (as stated, else `None`) and `detail`; `part_of` leads from a
    nested item to the one it stands in. References to what is not there are listed in `graph["dangling"]` as
    `(source, type, reference)`.
    """
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    dangling: list[tuple[str, str, str]] = []
    for node in graph.items():
        network.add_node(
            _name(node), kind=node.kind.value, title=node.title, model=node.model, file=node.file
        )
    from alignplan.graph.references import references

    for node in graph.items():
        if node.parent is not None:
            network.add_edge(
                _name(node), _name(node.parent), key="part_of", type="part_of", weight=None, detail=None
            )
        for reference in references(node):
            target = graph.resolve(reference)
            if target is None or target.kind not in reference.kinds:
                dangling.append((_name(node), reference.field, reference.ref))
                continue
            network.add_edge(_name(node), _name(target), key=reference.field, type=reference.field,
                             weight=reference.weight, detail=reference.detail)  # fmt: skip
    network.graph["dangling"] = dangling
    return network


def _name(node: Node) -> str:
    return f"calendars/{node.id}" if node.kind == "calendar" else node.id
