"""What was decided about the plan."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import DecisionStatus
from alignplan.output.document import Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Section
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 90
_COLUMNS = (
    Column("decision", "title"),
    Column("on", "date"),
    Column("status", "status"),
    Column("by", "by"),
    Column("why", "why"),
)


def section(seen: Seen) -> Section | None:
    """None where the plan records no decisions."""
    found = seen.plan.graph.kinds[Kind.DECISION]
    if not found:
        return None
    table = Table(_COLUMNS, tuple(Row(tuple(_cells(seen, node))) for node in found))
    return Section("decisions", "Decisions", "", (table,))


def _cells(seen: Seen, node: Node) -> Iterator[Cell]:
    model = node.model
    yield Cell(node.title)
    yield Cell(UNKNOWN if model.date is None else model.date.isoformat())
    yield Cell((model.status or DecisionStatus.ACCEPTED).value)
    yield Cell(seen.names.get(model.owner, model.owner) if model.owner else UNKNOWN)
    yield Cell(model.why or UNKNOWN)
