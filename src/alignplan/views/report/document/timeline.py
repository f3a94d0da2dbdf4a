"""When what is done."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import outline
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.diagrams.charts import gantt_chart, not_in_gantt
from alignplan.output.document import Cell, Column, Row, Table
from alignplan.output.pictures.gantt import gantt
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Charts, Drawing, Part, Section
from alignplan.views.pictures.gantt import drawn
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 70
_MOST = 80
_COLUMNS = (
    Column("objective or tactic", "title"),
    Column("from", "start"),
    Column("until", "due"),
    Column("finish, as computed", "finish"),
)
_MILESTONES = (Column("milestone", "title"), Column("until", "due"), Column("reached when", "criterion"))


def section(seen: Seen) -> Section | None:
    """None where nothing has a date."""
    plan = seen.plan
    rows = [
        Row(tuple(_cells(seen, row.node)), row.depth)
        for row in outline(plan.graph, seen.all, headings=False)
        if row.node is not None and plan.counts(row.node)
    ]
    if not any(cell.text != UNKNOWN for row in rows for cell in row.cells[1:]):
        return None
    parts: list[Part] = [Table(_COLUMNS, tuple(rows), tree=True)]
    chart = _chart(seen)
    if chart is not None:
        parts.append(chart)
    milestones = [node for node in plan.graph.of(Kind.MILESTONE) if plan.counts(node)]
    if milestones:
        parts.append(
            Table(_MILESTONES, tuple(Row(tuple(_point(seen, node))) for node in milestones), "Milestones")
        )
    return Section("timeline", "Timeline", "", tuple(parts))


def _cells(seen: Seen, node: Node) -> Iterator[Cell]:
    span = seen.plan.span(node)
    yield Cell(node.title)
    for value in (span.start, span.due, seen.finish_of(node.id)[0]):
        yield Cell(UNKNOWN if value is None else value.isoformat())


def _point(seen: Seen, node: Node) -> Iterator[Cell]:
    due = seen.plan.span(node).due
    yield Cell(node.title)
    yield Cell(UNKNOWN if due is None else due.isoformat())
    yield Cell(node.model.criterion or UNKNOWN)


def _chart(seen: Seen) -> Drawing | None:
    """The tactics as bars; their steps stand in their own tables."""
    if not seen.plan.graph.kinds[Kind.TACTIC]:
        return None
    tactics = frozenset(seen.plan.graph.kinds[Kind.TACTIC])
    found = drawn(seen.plan, Choice(seen.plan.graph, tactics), seen.schedule, most=_MOST)
    if found is None:
        return None

    def charts() -> Charts:
        chart = gantt_chart(found)
        return [chart], [*chart.lost, *not_in_gantt([found])]

    return Drawing("gantt", lambda: [gantt(found)], charts)
