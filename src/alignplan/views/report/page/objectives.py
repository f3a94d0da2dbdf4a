"""Objectives, the tactics that serve them, and the steps of these."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.advance import Advance
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.ownership import owner_of
from alignplan.analysis.tree import Branch, outline
from alignplan.analysis.wording import amount_text, percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Block, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, state
from alignplan.output.reports.interface import Answer, Card, Cards, Section
from alignplan.views.progress import answer
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 20
_KPIS = (
    Column("KPI", "id"),
    Column("now", "actual", Align.RIGHT),
    Column("target", "target", Align.RIGHT),
    Column("planned by now", "expected", Align.RIGHT),
    Column("state", "state"),
)


def section(seen: Seen) -> Section | None:
    """A card for each objective and tactic, as the tree has them; none where there are neither."""
    rows = outline(seen.plan.graph, seen.all)
    if not rows:
        return None
    known = {one.id: one for one in seen.advances}
    cards = tuple(_card(seen, row, known.get(row.id)) for row in rows)
    lead = "Each opens to what serves it. A bar shows how much is done, the line in it how much was planned by today."
    answers = {"progress": Answer(lambda: answer(seen.advances, seen.plan), 330 * len(seen.advances))}
    return Section("objectives", "Objectives and tactics", lead, (Cards(cards),), answers)


def _card(seen: Seen, row: Branch, advance: Advance | None) -> Card:
    if row.node is None or advance is None:
        return Card("", "group", row.title, row.depth, Cell(""), "", "", "", "", None, None, "", "")
    node, plan = row.node, seen.plan
    health = state(advance.health)
    if advance.health is None:
        health = Cell(advance.reason or UNKNOWN, None, Tone.MUTED)
    who = owner_of(node) or ""
    return Card(
        id=node.id,
        kind=row.kind,
        title=node.title,
        depth=row.depth,
        health=health,
        state=advance.health or "",
        status="standing by" if plan.stands_by(node) else str(advance.status or ""),
        who=who,
        owner=seen.names.get(who, who),
        progress=advance.progress,
        planned=None if plan.stands_by(node) else advance.planned,
        due="" if advance.due is None else advance.due.isoformat(),
        reason=_reason(advance),
        description=node.model.description or "",
        facts=tuple(_facts(seen, advance)),
        blocks=tuple(_blocks(advance)),
        steps=tuple(_step(seen, one) for one in seen.plan.graph.children(node) if one.kind in _WORK),
    )


def _reason(advance: Advance) -> str:
    """Why it stands as it does, where the bar beside it does not say as much."""
    plain = advance.health == "on_track" and advance.reason.startswith("progress ")
    return "" if advance.health is None or plain else advance.reason


def _facts(seen: Seen, advance: Advance) -> Iterator[tuple[str, Cell]]:
    finish, late = seen.finish_of(advance.id)
    if finish is not None:
        yield "finish", Cell(f"{finish.isoformat()}{f', {late} working days late' if late else ''}")
    if advance.data_age_days is not None:
        yield "data", Cell(f"{advance.data_age_days} days old")


def _blocks(advance: Advance) -> Iterator[Block]:
    if advance.kpis:
        yield Table(_KPIS, tuple(Row(tuple(_kpi(kpi))) for kpi in advance.kpis))


_WORK = (Kind.ACTION, Kind.MILESTONE)


def _kpi(kpi: KpiStanding) -> Iterator[Cell]:
    unit = kpi.unit
    yield Cell(kpi.node.title, kpi.id)
    yield Cell(UNKNOWN, None, Tone.MUTED) if kpi.actual is None else Cell(amount_text(kpi.actual.value, unit))
    yield Cell(UNKNOWN, None, Tone.MUTED) if kpi.target is None else Cell(amount_text(kpi.target.value, unit))
    yield Cell(UNKNOWN, None, Tone.MUTED) if kpi.expected is None else Cell(amount_text(kpi.expected, unit))
    shown = state(kpi.state.value)
    told = shown.text if kpi.state in (KpiState.MET, KpiState.ON_TRACK) else f"{shown.text}: {kpi.reason}"
    yield Cell(told, kpi.state.value, shown.tone)


def _step(seen: Seen, node: Node) -> tuple[str, str, str]:
    """A step in words: how it stands, how much of it is done, its own due, and whose it is."""
    plan, own = seen.plan, node.model.owner
    status, due = str(plan.status(node)), plan.span(node).due
    done = plan.progress_of(node) if node.kind is Kind.ACTION and status == "active" else None
    stands = f"◆ {status}" if node.kind is Kind.MILESTONE else status
    same = node.parent is not None and due == plan.span(node.parent).due
    more = ("" if due is None or same else f"due {due}", "" if own is None else seen.names.get(own, own))
    shown = stands if done is None else f"{stands}, {percent_text(done)}"
    return node.title, shown, ", ".join(part for part in more if part)
