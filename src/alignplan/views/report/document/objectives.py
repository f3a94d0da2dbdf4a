"""Objectives, with the metrics that tell whether they are reached."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.tree import outline
from alignplan.analysis.wording import amount_text, percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Heading, Part, Section
from alignplan.views.report.interface import Seen
from alignplan.views.report.wording import answering, day, listing, numbered, opening, quoted

__all__ = ["ORDER", "section"]

ORDER = 30
_COLUMNS = (
    Column("metric", "title"),
    Column("from", "baseline", Align.RIGHT),
    Column("to", "target", Align.RIGHT),
    Column("by", "by"),
    Column("measured", "frequency"),
    Column("source", "source"),
    Column("now", "actual", Align.RIGHT),
)
_DEEPEST = 3


def section(seen: Seen) -> Section | None:
    """None where the plan has no objectives that count."""
    plan = seen.plan
    rows = [
        row
        for row in outline(plan.graph, seen.all, headings=False)
        if row.node is not None and row.node.kind is Kind.OBJECTIVE and plan.counts(row.node)
    ]
    if not rows:
        return None
    parts: list[Part] = []
    for row in rows:
        assert row.node is not None
        parts.append(Heading(numbered(row.node), min(row.depth, _DEEPEST)))
        parts += _parts(seen, row.node)
    return Section("objectives", "Objectives", "", tuple(parts))


def _parts(seen: Seen, node: Node) -> Iterator[Part]:
    yield from opening(node, _sentences(seen, node))
    kpis = seen.plan.kpis_of(node)
    if kpis:
        yield Table(_COLUMNS, tuple(Row(tuple(_cells(kpi))) for kpi in kpis))


def _sentences(seen: Seen, node: Node) -> Iterator[str]:
    plan, model = seen.plan, node.model
    due = plan.span(node).due
    if model.owner is not None:
        by = f" and is to be reached by {day(due)}" if due is not None else ""
        yield f"{seen.names.get(model.owner, model.owner)} answers for it{'; it' + by[4:] if by else ''}."
    elif due is not None:
        yield f"It is to be reached by {day(due)}."
    above = plan.shares.links.get(node.id, {})
    if above:
        titles = [quoted(plan.graph.top[id]) for id in above]
        yield f"It realizes {listing(titles)}."
    weight = plan.shares.groups.get("", {}).get(node.id)
    if weight is not None and len(plan.shares.groups[""]) > 1:
        yield f"It makes {percent_text(weight * 100)} of the plan."
    yield from answering(plan, node)
    if model.evidence:
        yield f"Evidence: {model.evidence.rstrip('.')}."


def _cells(kpi: KpiStanding) -> Iterator[Cell]:
    model, unit = kpi.node.model, kpi.unit
    yield Cell(kpi.node.title)
    yield Cell(UNKNOWN if kpi.baseline is None else amount_text(kpi.baseline.value, unit))
    yield Cell(_target(kpi))
    by = kpi.target.day if kpi.target is not None else kpi.by
    yield Cell(UNKNOWN if by is None else by.isoformat())
    yield Cell(model.frequency.value if model.frequency is not None else UNKNOWN)
    yield Cell(model.source or UNKNOWN)
    yield Cell(UNKNOWN if kpi.actual is None else amount_text(kpi.actual.value, unit))


def _target(kpi: KpiStanding) -> str:
    if kpi.target is not None:
        return amount_text(kpi.target.value, kpi.unit)
    if kpi.low is not None and kpi.high is not None:
        return f"{amount_text(kpi.low, None)} to {amount_text(kpi.high, kpi.unit)}"
    if kpi.low is not None:
        return f"at least {amount_text(kpi.low, kpi.unit)}"
    return UNKNOWN if kpi.high is None else f"at most {amount_text(kpi.high, kpi.unit)}"
