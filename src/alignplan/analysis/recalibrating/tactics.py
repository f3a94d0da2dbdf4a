"""Tactics that are carried out and do not work: stop them, or let them weigh less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.effects import Effect, Place
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.recalibrating.group import Group
from alignplan.analysis.recalibrating.interface import (
    Edit,
    Evidence,
    Proposal,
    distinct,
    mark_of,
    part,
    steps_of,
)
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.wording import percent_text
from alignplan.model.kinds import Kind
from alignplan.model.words import ProposalKind, Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.graph.nodes import Node

__all__ = ["NOTHING_SEEN", "judged_effects", "not_working", "too_early"]

NOTHING_SEEN = 10.0
"""Less of what was to come by now, in percent, is nothing: the tactic is to be stopped."""
_OFF = (KpiState.BEHIND, KpiState.OFF_TRACK)


def not_working(plan: Assessment, weights: Weights) -> Iterator[Proposal]:
    """A proposal for each live tactic that is executed, and works on none of its KPIs, one of which is off its plan."""
    for tactic, effects in judged_effects(plan):
        if all(effect.place is Place.NOT_WORKING for effect in effects) and any(
            effect.moves.kpi.state in _OFF for effect in effects
        ):
            yield _proposal(tactic, effects, plan, weights)


def too_early(plan: Assessment) -> int:
    """How many live tactics move a KPI of which nothing can be told yet, and no other."""
    told = {tactic.id for tactic, _ in judged_effects(plan)}
    moving = [node for node in _live(plan) if node.model.moves]
    return sum(node.id not in told for node in moving)


def judged_effects(plan: Assessment) -> Iterator[tuple[Node, list[Effect]]]:
    """Live tactics with their effects on the KPIs for which they themselves were to bring something by now."""
    for tactic in _live(plan):
        told = (effect for effect in plan.effects.of(tactic) if effect.place is not Place.TOO_EARLY)
        effects = [effect for effect in told if effect.share.delivered]
        if effects:
            yield tactic, effects


def _live(plan: Assessment) -> Iterator[Node]:
    return (node for node in plan.judged(Kind.TACTIC) if plan.counts(node))


def _proposal(tactic: Node, effects: Sequence[Effect], plan: Assessment, weights: Weights) -> Proposal:
    best = part(max(effect.ratio or 0.0 for effect in effects))
    objectives = [plan.graph.top[id] for id, _ in plan.graph.supported[tactic.id]]
    way = _way(tactic, best, effects, plan)
    progress = effects[0].share.progress or 0.0
    return Proposal(
        kind=way.kind,
        about=(tactic,),
        title=way.words,
        why=f"`{tactic.id}` is carried out and does not work: at most {percent_text(best)} of what it was to bring "
        "by now is seen",
        evidence=tuple(_evidence(tactic, effects)),
        edits=way.edits,
        command=way.command,
        weight=weights.of(tactic),
        gap=100.0 - best,
        confidence=progress * _part(effects) / 100,
        mark=mark_of(way.kind.value, steps_of(best, 10.0), len(effects)),
        notes=tuple(_beside(tactic, effects)),
        touches=distinct([*objectives, *(effect.moves.kpi.node for effect in effects)]),
    )


def _part(effects: Sequence[Effect]) -> float:
    """How much of what was to come was to come from this tactic, in percent, at the most of its KPIs."""
    parts = []
    for effect in effects:
        every = sum(abs(share.delivered or 0.0) for share in effect.moves.shares)
        parts.append(abs(effect.share.delivered or 0.0) * 100 / every if every else 0.0)
    return max(parts)


def _evidence(tactic: Node, effects: Sequence[Effect]) -> Iterator[Evidence]:
    progress = effects[0].share.progress or 0.0
    yield Evidence("progress", percent_text(progress), progress, tactic, (), "percent")
    for effect in effects:
        seen = effect.reason.partition("; ")[2]
        yield Evidence(f"effect on {effect.moves.kpi.id}", seen, effect.ratio, tactic, ("moves",), "percent")


def _beside(tactic: Node, effects: Sequence[Effect]) -> Iterator[str]:
    """What is seen is of all movers together."""
    others = distinct(
        share.tactic for effect in effects for share in effect.moves.shares if share.tactic != tactic
    )
    names = ", ".join(f"`{node.id}`" for node in others[:3]) + (" …" if len(others) > 3 else "")
    if others:
        yield f"what is seen is of all that move the same: of {names}, too"


# ------------------------------------------------------------ what to do


@record
class _Way:
    """What is to be done with a tactic."""

    kind: ProposalKind
    words: str
    edits: tuple[Edit, ...] = ()
    command: str = ""


def _way(tactic: Node, best: float, effects: Sequence[Effect], plan: Assessment) -> _Way:
    """Stop what shows nothing, where others serve the same; else let it weigh less, where something is beside it.

    Where nothing is beside it, what it promises has to be said anew, by a person.
    """
    groups = {id: Group(id, tactic, plan) for id, _ in plan.graph.supported[tactic.id]}
    if best < NOTHING_SEEN and groups and all(group.others for group in groups.values()):
        stop = (Edit(tactic, "status", Status.DROPPED.value),)
        return _Way(ProposalKind.STOP, f"Stop `{tactic.id}`: {tactic.title}", stop)
    for group in groups.values():
        edits = tuple(group.reweighed(best))
        if edits:
            words = f"Let `{tactic.id}` weigh {edits[0].value} among the tactics of `{group.objective}`"
            return _Way(ProposalKind.RE_WEIGHT, words, edits)
    command = f"alignplan set {tactic.id} moves.{effects[0].moves.kpi.id}=VALUE"
    return _Way(ProposalKind.RE_WEIGHT, f"Promise what `{tactic.id}` brings", command=command)
