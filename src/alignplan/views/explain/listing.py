"""Which figures an item has, with their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.graph.nodes import Node
from alignplan.output.document import Align, Block, Cell, Column, Row, Table, Tone
from alignplan.views.explain.cells import Told, exact_cell, value_cell, value_with_exact

__all__ = ["answer_list", "list_document", "list_table"]

_LIST = (
    Column("figure", "figure"),
    Column("value", "value", Align.RIGHT),
    Column("what it says", "meaning", shrink=True),
)


def answer_list(node: Node, told: Sequence[Told]) -> Mapping[str, object]:
    """`figures/1`."""
    return {"id": node.id, "kind": node.kind, "figures": list(told)}


def list_document(node: Node, told: Sequence[Told], *, exact: bool = False) -> tuple[Block, ...]:
    """The figures of an item, with their values."""
    if exact:
        names = ("figure", "value", "unit", "meaning", "reason")
        rows = tuple(Row(tuple(exact_cell(getattr(one, name)) for name in names)) for one in told)
        return (Table(tuple(Column(name, name) for name in names), rows),)
    rows = tuple(
        Row((Cell(one.figure, tone=Tone.STRONG), value_cell(one), Cell(_meaning(one), tone=Tone.MUTED)))
        for one in told
    )
    return (Table(_LIST, rows, f"{node.id}: {node.title}"),)


def list_table(node: Node, told: Sequence[Told]) -> Table:
    """The same as one table, every value exact."""
    rows = tuple(Row((Cell(one.figure), value_with_exact(one), Cell(_meaning(one), None))) for one in told)
    return Table(_LIST, rows, f"{node.id}: {node.title}")


def _meaning(one: Told) -> str:
    return f"{one.meaning}; {one.reason}" if one.value is None and one.reason else one.meaning
