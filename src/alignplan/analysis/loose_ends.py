"""References that lead nowhere, or to something of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, references

__all__ = ["LooseEnd", "loose_ends"]

LooseEnd = tuple[Reference, Node | None]
"""A reference, and the item of a wrong kind that it leads to; none where the plan has no such id."""


def loose_ends(graph: PlanGraph) -> Iterator[LooseEnd]:
    """Every reference that says nothing, in the order of the plan."""
    for node in graph.doubtful():
        for reference in references(node):
            target = graph.resolve(reference)
            if target is None or target.kind not in reference.kinds:
                yield reference, target
