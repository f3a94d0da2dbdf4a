"""Tactics and their actions."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.tree import outline
from alignplan.analysis.wording import change_text, money_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Heading, Part, Section
from alignplan.views.report.interface import Seen
from alignplan.views.report.wording import answering, listing, numbered, opening, period, quoted

__all__ = ["ORDER", "section"]

ORDER = 40
_COLUMNS = (
    Column("action or milestone", "title"),
    Column("who", "assigned"),
    Column("work", "effort"),
    Column("until", "due"),
    Column("status", "status"),
)


def section(seen: Seen) -> Section | None:
    """None where the plan has no tactics that are not dropped."""
    plan = seen.plan
    found = [
        row.node
        for row in outline(plan.graph, seen.all, headings=False)
        if row.node is not None and row.node.kind is Kind.TACTIC and plan.status(row.node) != "dropped"
    ]
    if not found:
        return None
    parts: list[Part] = []
    for node in found:
        parts.append(Heading(numbered(node)))
        parts += _parts(seen, node)
    return Section("tactics", "Tactics and actions", "", tuple(parts))


def _parts(seen: Seen, node: Node) -> Iterator[Part]:
    yield from opening(node, _sentences(seen, node))
    steps = [one for one in seen.plan.graph.children(node) if one.kind is not Kind.CONTINGENCY]
    if steps:
        yield Table(_COLUMNS, tuple(Row(tuple(_cells(seen, one))) for one in steps))


def _sentences(seen: Seen, node: Node) -> Iterator[str]:
    plan, model = seen.plan, node.model
    objectives = [quoted(plan.graph.top[id]) for id, _ in plan.graph.supported[node.id]]
    if objectives:
        yield f"It serves {listing(objectives)}."
    if plan.stands_by(node):
        yield "It stands by until a contingency calls it."
    if model.owner is not None:
        yield f"{seen.names.get(model.owner, model.owner)} answers for it."
    span = plan.span(node)
    when = period(span.start, span.due)
    if when:
        yield f"It runs {when}."
    if model.budget is not None and model.budget.planned is not None:
        yield f"Its budget is {money_text(model.budget.planned, plan.graph.plan.model.currency)}."
    moves = list(_moves(seen, node))
    if moves:
        yield f"It is to move {listing(moves)}."
    yield from answering(plan, node)


def _moves(seen: Seen, node: Node) -> Iterator[str]:
    for move in node.model.moves:
        kpi = seen.plan.kpis.get(move.kpi)
        if kpi is not None:
            yield f"“{kpi.node.title}” by {change_text(move.by, kpi.unit)}"


def _cells(seen: Seen, node: Node) -> Iterator[Cell]:
    model = node.model
    yield Cell(f"◆ {node.title}" if node.kind is Kind.MILESTONE else node.title)
    yield Cell(_who(seen, node) or UNKNOWN)
    yield Cell(_work(node) or UNKNOWN)
    due = model.due or seen.plan.span(node).due
    yield Cell(UNKNOWN if due is None else due.isoformat())
    yield Cell(str(seen.plan.status(node)))


def _who(seen: Seen, node: Node) -> str:
    ids = [one[0] for one in getattr(node.model, "assigned", ())] or (
        [node.model.owner] if node.model.owner else []
    )
    return ", ".join(seen.names.get(id, id) for id in ids)


def _work(node: Node) -> str:
    for name in ("effort", "duration", "elapsed"):
        stated = getattr(node.model, name, None)
        if stated is not None:
            return f"{getattr(stated, 'likely', stated)}"
    return ""
