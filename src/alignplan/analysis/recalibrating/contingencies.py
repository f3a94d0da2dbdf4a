"""Armed contingencies: what the plan itself said would be done, and nobody has done yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.recalibrating.interface import Edit, Evidence, Proposal, distinct, mark_of
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.triggers import Reading, Truth, conditions
from alignplan.model.words import ProposalKind, Status

if TYPE_CHECKING:
    from alignplan.analysis.armed import Contingency
    from alignplan.analysis.assessment import Assessment
    from alignplan.graph.nodes import Node

__all__ = ["activations"]

_FIELDS = {"kpi": ("actuals",), "budget": ("budget",), "risk": ("occurred",)}
"""The field of a condition's subject that it is about; of work that is late its due."""


def activations(plan: Assessment, weights: Weights) -> Iterator[Proposal]:
    """A proposal for each contingency that is armed: the tactics that stand by become active, today."""
    for found in plan.contingencies.values():
        if found.armed and found.node.parent is not None and found.reading is not None:
            yield _activation(found, found.node.parent, found.reading, plan, weights)


def _activation(
    found: Contingency, owner: Node, reading: Reading, plan: Assessment, weights: Weights
) -> Proposal:
    course = found.course(plan)
    since = course.since if course is not None else None
    names = ", ".join(f"`{node.id}`" for node in found.stand_by)
    deed = found.node.model.then
    return Proposal(
        kind=ProposalKind.ACTIVATE,
        about=(found.node, *found.stand_by),
        title=f"Activate {names or f'`{found.node.id}`'}: {deed or found.node.title}",
        why=f"the trigger of `{found.node.id}` holds{f' since {since}' if since else ''}: {reading.words}",
        evidence=tuple(_evidence(reading)),
        edits=tuple(_edits(found, plan)),
        command="",
        weight=weights.of(owner),
        gap=100.0,
        confidence=100.0,
        mark=mark_of(since, len(found.stand_by)),
        touches=distinct([owner, *_served(found, plan)]),
    )


def _edits(found: Contingency, plan: Assessment) -> Iterator[Edit]:
    for node in found.stand_by:
        yield Edit(node, "status", Status.ACTIVE.value)
    if found.activated is None:
        yield Edit(found.node, "activated", plan.today.isoformat())


def _evidence(reading: Reading) -> Iterator[Evidence]:
    """The conditions that hold, each where its figures stand."""
    for condition in conditions(reading):
        if condition.truth is Truth.HOLDS and condition.subject is not None:
            steps = _FIELDS.get(condition.kind, ("due",))
            yield Evidence("trigger", condition.words, True, condition.subject, steps)


def _served(found: Contingency, plan: Assessment) -> Iterator[Node]:
    """The objectives that it is for: those of the tactic that it stands in, or what its risk threatens."""
    graph, owner = plan.graph, found.node.parent
    if owner is not None:
        for id, _ in graph.supported.get(owner.id, ()):
            yield graph.top[id]
        yield from (link.target for link in graph.linked(owner, "threatens"))
