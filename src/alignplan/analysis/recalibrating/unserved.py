"""Objectives that nothing serves: work that is there already and may be theirs, else the command for new work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.needs import Need, served
from alignplan.analysis.recalibrating.interface import Edit, Evidence, Proposal, mark_of, part, steps_of
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.wording import amount_text
from alignplan.model.kinds import Kind
from alignplan.model.words import ProposalKind, Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.kpis.standing import KpiStanding
    from alignplan.graph.nodes import Node

__all__ = ["unserved"]


@record
class _Way:
    words: str
    about: tuple[Node, ...] = ()
    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()


def unserved(plan: Assessment, weights: Weights) -> Iterator[Proposal]:
    """A proposal for each objective that A102 speaks of: near, live, not met, and no tactic that counts serves it."""
    for objective in plan.judged(Kind.OBJECTIVE):
        if served(plan, objective) is Need.MISSING:
            yield _proposal(objective, plan, weights)


def _proposal(objective: Node, plan: Assessment, weights: Weights) -> Proposal:
    way = next(_ways(objective, plan), _Way("nothing that is planned is for it"))
    missing = _missing(objective, plan)
    return Proposal(
        kind=ProposalKind.STAFF,
        about=(objective, *way.about),
        title=f"Staff `{objective.id}`: {way.words}",
        why=f"no tactic that counts serves `{objective.id}`",
        evidence=tuple(_evidence(objective, plan)),
        edits=way.edits,
        command="" if way.edits else _command(objective, plan),
        weight=weights.of(objective),
        gap=missing,
        confidence=100.0,
        mark=mark_of(len(way.about), steps_of(missing, 10.0)),
        notes=way.notes,
    )


def _missing(objective: Node, plan: Assessment) -> float:
    """The way that is still to go, in percent, of the KPI with the longest; all of it where nothing is known."""
    known = [kpi.attainment for kpi in plan.kpis_of(objective) if kpi.attainment is not None]
    return 100.0 - part(min(known, default=0.0))


def _evidence(objective: Node, plan: Assessment) -> Iterator[Evidence]:
    yield Evidence("tactics", "0", 0.0, objective, (), "count")
    due = plan.span(objective).due
    if due is not None:
        yield Evidence("due", due.isoformat(), due, objective, ("due",))
    for kpi in plan.kpis_of(objective):
        gap = plan.effects.moves_of(kpi.id).gap
        if gap is not None and kpi.actual is not None and gap != 0:
            text = f"{amount_text(abs(gap), kpi.unit)} to go from {amount_text(kpi.actual.value, kpi.unit)}"
            yield Evidence(kpi.id, text, gap, kpi.node, ("target",), kpi.unit)


# ------------------------------------------------------------ work that is there


def _ways(objective: Node, plan: Assessment) -> Iterator[_Way]:
    """What may be done, the best first: name the work that moves its KPIs; call what stands by for it."""
    kpis = {kpi.id for kpi in plan.kpis_of(objective)}
    for tactic in plan.judged(Kind.TACTIC):
        moves = plan.counts(tactic) and any(
            link.target.id in kpis for link in plan.graph.linked(tactic, "moves")
        )
        if moves and not any(weight is not None for _, weight in tactic.model.supports):
            words = f"`{tactic.id}` moves its KPI and does not say that it supports it"
            yield _Way(words, (tactic,), (Edit(tactic, "supports", objective.id, "+="),))
    for id in plan.graph.tactics.get(objective.id, ()):
        tactic = plan.graph.top[id]
        if plan.stands_by(tactic):
            words = f"`{id}` is meant for it and stands by"
            note = f"`{id}` stands by for a trigger that does not hold yet"
            yield _Way(words, (tactic,), (Edit(tactic, "status", Status.ACTIVE.value),), (note,))


def _command(objective: Node, plan: Assessment) -> str:
    """A new tactic that promises what is still to go."""
    owner = objective.model.owner
    words = [f"supports={objective.id}", *([f"owner={owner}"] if owner else [])]
    for kpi in plan.kpis_of(objective):
        needed = _to_go(kpi, plan)
        if needed:
            words.append(f"moves.{kpi.id}={needed:+.15g}")
            break
    return f'alignplan new tactic ID "TITLE" {" ".join(words)}'


def _to_go(kpi: KpiStanding, plan: Assessment) -> float | None:
    moves = plan.effects.moves_of(kpi.id)
    return moves.gap if moves.gap is not None else moves.needed
