"""Items, one line each: what there is, whose it is, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignplan.analysis.items import Item, ItemLink
from alignplan.diagnostics.report import Spot
from alignplan.output.document import Cell, Column, Row, Table, Tone
from alignplan.output.readable import day, word
from alignplan.records import record

__all__ = ["SPARE", "Listed", "answer", "entry", "table"]

SPARE = ("start", "place", "owner")
"""Columns that go first where there is no room."""

_COLUMNS = (
    Column("id", "id"),
    Column("kind", "kind"),
    Column("title", "title", shrink=True),
    Column("owner", "owner"),
    Column("status", "status"),
    Column("start", "start"),
    Column("due", "due"),
    Column("place", "place"),
)
_STATUS_TONES = {"done": Tone.GOOD, "dropped": Tone.MUTED, "paused": Tone.WARN}


@record
class Listed:
    """An item with its place; its links are looked up for those who read them."""

    item: Item
    spot: Spot
    links: tuple[ItemLink, ...] = ()


def answer(listed: Iterable[Listed]) -> Mapping[str, object]:
    """`items/1`."""
    return {"items": [entry(one) for one in listed]}


def entry(listed: Listed) -> dict[str, object]:
    """One item of `items/1`."""
    item = listed.item
    node = item.node
    return {
        "id": node.id,
        "kind": node.kind,
        "title": node.title,
        "code": node.model.code,
        "parent": item.parent,
        "owner": item.owner,
        "status": item.status,
        "start": item.start,
        "due": item.due,
        "path": listed.spot.path,
        "line": listed.spot.line,
        "links": listed.links,
    }


def table(listed: Iterable[Listed]) -> Table:
    """One row an item."""
    return Table(_COLUMNS, tuple(_row(one) for one in listed))


def _row(listed: Listed) -> Row:
    item = listed.item
    node = item.node
    status = item.status.value if item.status is not None else None
    cells = (
        Cell(node.id, tone=Tone.STRONG),
        Cell(node.kind.value),
        Cell(node.title),
        word(item.owner),
        word(status, _STATUS_TONES.get(status or "", Tone.PLAIN)),
        day(item.start),
        day(item.due),
        Cell(f"{listed.spot.path}:{listed.spot.line}", tone=Tone.MUTED),
    )
    return Row(cells)
