"""From one level to a tree: an explanation with those of its inputs, as deep as wanted.

Walked with a stack of its own: plans may be deeper than Python's. A figure that several need is taken apart where it is
met first; elsewhere its value stands alone.
"""

from __future__ import annotations

from enum import StrEnum

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explained, Leaf
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.diagnostics.finding import Place
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Cut", "Twig", "grown"]


class Cut(StrEnum):
    """Why the inputs of a figure are not shown."""

    DEPTH = "depth"
    ABOVE = "above"


@record
class Twig:
    """A row of the tree: a figure of an item, or a leaf. `place` is the leaf's, of a figure that of its item."""

    depth: int
    role: str
    item: str
    """The item whose figure it is; empty for what no item states."""
    figure: str
    value: Value
    unit: str
    operation: str
    formula: str
    reason: str
    place: Place | None
    cut: Cut | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether nothing is behind it but a file, the day or a default."""
        return not self.formula


def grown(grounds: Grounds, node: Node, figure: str, depth: int) -> list[Twig]:
    """The figure and what is behind it, in the order of the tree, `depth` levels below it."""
    rows: list[Twig] = []
    known: dict[tuple[str, str, str], Explained] = {}
    apart: set[tuple[str, str, str]] = set()
    stack: list[tuple[int, Ask | Leaf]] = [(0, Ask("", node, figure))]
    while stack:
        level, one = stack.pop()
        if isinstance(one, Leaf):
            rows.append(_leaf(level, one))
            continue
        key = (one.node.kind.value, one.node.id, one.figure)
        found = known[key] = known.get(key) or grounds.explain(one.node, one.figure)
        deep = level >= depth and not found.is_plain
        cut = Cut.ABOVE if key in apart else Cut.DEPTH if deep else None
        rows.append(_twig(level, one, found, cut if found.inputs else None))
        if cut is None:
            apart.add(key)
            stack.extend((level + 1, inner) for inner in reversed(found.inputs))
    return rows


def _leaf(level: int, leaf: Leaf) -> Twig:
    return Twig(
        level, leaf.role, "", leaf.name or leaf.role, leaf.value, leaf.unit, "", "", leaf.note, leaf.place
    )


def _twig(level: int, ask: Ask, found: Explained, cut: Cut | None) -> Twig:
    place = Place(ask.node.file, ask.node.route)
    operation = found.operation
    return Twig(
        level, ask.role, ask.node.id, ask.figure, found.value, found.unit, operation.name, operation.formula,
        found.reason, place, cut,
    )  # fmt: skip
