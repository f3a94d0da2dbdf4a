"""The ways from an item to what it serves and to what serves it, as trees that begin with the item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.analysis.ladder import PART_OF, Step
from alignplan.analysis.trace import Trace, Way
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import percent, word

__all__ = ["LUXURY", "SPARE", "answer", "document", "sheet"]

LUXURY = ("kind",)
"""Columns that go where titles would be cut short."""
SPARE = ("via",)
"""Columns that go where nothing else helps."""

_COLUMNS = (
    Column("id", "id"),
    Column("via", "via"),
    Column("share", "share", Align.RIGHT),
    Column("kind", "kind"),
    Column("title", "title", shrink=True),
)
_KEYS = ("way", "direction", "step", "id", "kind", "via", "weight", "share", "title")
_SHEET = tuple(Column(key, key) for key in _KEYS)
_PLACES = {PART_OF: "part of", "responds_to": "responds to", "mitigated_by": "mitigated by"}


def answer(found: Trace) -> Mapping[str, object]:
    """`trace/1`: every way begins with the item; the first `up` of them lead up, the others down."""
    return {
        "paths": [[_plain(step) for step in way] for way in (*found.up, *found.down)],
        "up": len(found.up),
        "down": len(found.down),
        "complete": found.complete,
    }


def _plain(step: Step) -> dict[str, object]:
    return {
        "id": step.node.id,
        "kind": step.node.kind,
        "via": step.via,
        "weight": step.weight,
        "share": step.share,
    }


def document(found: Trace, vision: str | None, end: Node | None = None) -> tuple[Block, ...]:
    """A tree for each direction; above all the vision, where a way leads up to an objective that has no parent."""
    blocks: list[Block] = []
    for ways, title in ((found.up, "serves"), (found.down, "is served by")):
        if ways:
            whole = f"{found.start.id} {title}" if end is None else f"from {found.start.id} to {end.id}"
            blocks.append(Table(_COLUMNS, tuple(_rows(ways)), whole, tree=True))
    if vision and end is None and any(way[-1].node.kind is Kind.OBJECTIVE for way in found.up):
        blocks.insert(1, Prose((Cell(f"Vision: {vision}"),)))
    return tuple(blocks)


def _rows(ways: tuple[Way, ...]) -> Iterator[Row]:
    """Ways that begin alike share their first rows."""
    before: Way = ()
    for way in ways:
        alike = 0
        while alike < min(len(way), len(before)) and way[alike] == before[alike]:
            alike += 1
        for depth in range(alike, len(way)):
            yield Row(_cells(way[depth]), depth)
        before = way


def _cells(step: Step) -> tuple[Cell, ...]:
    node = step.node
    tone = Tone.STRONG if step.via is None else Tone.PLAIN
    via = Cell("") if step.via is None else word(_PLACES.get(step.via, step.via))
    share = Cell("") if step.share is None else percent(step.share)
    return (Cell(node.id, tone=tone), via, share, Cell(node.kind.value), Cell(node.title))


def sheet(found: Trace) -> tuple[Block, ...]:
    """The same for machines: one row for each step of each way."""
    return (Table(_SHEET, tuple(_sheet_rows(found))),)


def _sheet_rows(found: Trace) -> Iterator[Row]:
    for at, way in enumerate((*found.up, *found.down), start=1):
        direction = "up" if at <= len(found.up) else "down"
        for number, step in enumerate(way):
            node = step.node
            values = (
                at,
                direction,
                number,
                node.id,
                node.kind.value,
                step.via,
                step.weight,
                step.share,
                node.title,
            )
            yield Row(tuple(Cell("" if value is None else str(value), value) for value in values))
