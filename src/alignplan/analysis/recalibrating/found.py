"""All that the figures propose, ranked, and what was decided already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from alignplan.analysis.armed import Call
from alignplan.analysis.recalibrating.contingencies import activations
from alignplan.analysis.recalibrating.decided import Decisions
from alignplan.analysis.recalibrating.interface import Proposal
from alignplan.analysis.recalibrating.judged import judged_kinds
from alignplan.analysis.recalibrating.moving import moves
from alignplan.analysis.recalibrating.rephasing import OffPlan, in_doubt, off_plan, rephasings
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.recalibrating.tactics import not_working, too_early
from alignplan.analysis.recalibrating.unserved import unserved
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import ProposalKind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.selectors.choice import Choice

__all__ = ["Doubt", "Numbered", "Recalibration", "recalibration"]


@record
class Numbered:
    """A proposal and its rank in the whole plan, from 1; `decision` is the last on it, whose evidence has changed."""

    number: int
    proposal: Proposal
    decision: Node | None


@record
class Doubt:
    """Something that could not be judged, and why, in words. `about` is nothing where it is of the whole plan."""

    text: str
    about: tuple[Node, ...] = ()


@record
class Recalibration:
    """What is proposed, the most at stake first; what was decided; and what could not be judged."""

    proposals: tuple[Numbered, ...]
    kept: tuple[tuple[Proposal, Node], ...]
    """Proposals that a decision keeps away, with it."""
    unknown: tuple[Doubt, ...]
    judged: frozenset[ProposalKind] = frozenset(ProposalKind)
    """The kinds for which there was something to look at in the plan."""

    def chosen(self, choice: Choice, without: Choice | None = None) -> Recalibration:
        """The same of chosen items alone; proposals keep their numbers."""

        def meant(proposal: Proposal) -> bool:
            return _meets(choice, proposal) and not (without is not None and _meets(without, proposal))

        return Recalibration(
            tuple(one for one in self.proposals if meant(one.proposal)),
            tuple(one for one in self.kept if meant(one[0])),
            tuple(doubt for doubt in self.unknown if any(_covers(choice, node) for node in doubt.about)),
            self.judged,
        )


def recalibration(plan: Assessment) -> Recalibration:
    """What the figures of a plan propose today.

    In the order of what is at stake: weight × gap × confidence. Of equal ones in the order of their kinds, then of the
    plan.
    """
    off, decisions = off_plan(plan), Decisions(plan)
    found = sorted(_all(plan, off), key=lambda proposal: -round(proposal.stake, 9))
    kept = [(proposal, decision) for proposal in found if (decision := decisions.keeps(proposal)) is not None]
    away = {id(proposal) for proposal, _ in kept}
    left = [proposal for proposal in found if id(proposal) not in away]
    return Recalibration(
        tuple(Numbered(at, one, decisions.on(one)) for at, one in enumerate(left, 1)),
        tuple(kept),
        tuple(_unknown(plan, off)),
        judged_kinds(plan),
    )


def _all(plan: Assessment, off: Sequence[OffPlan]) -> Iterator[Proposal]:
    weights = Weights(plan)
    return chain(
        activations(plan, weights),
        rephasings(off, plan, weights),
        not_working(plan, weights),
        unserved(plan, weights),
        moves(plan, weights),
    )


def _unknown(plan: Assessment, off: Sequence[OffPlan]) -> Iterator[Doubt]:
    """What could not be judged, and why."""
    for one in plan.contingencies.values():
        if one.call is Call.UNKNOWN and one.node.parent is not None:
            yield Doubt(f"whether the trigger of `{one.node.id}` holds", (one.node, one.node.parent))
    for kpi, why in in_doubt(off, plan):
        yield Doubt(f"what comes of `{kpi.id}`: {why}", (kpi.node, *kpi.objectives))
    early = too_early(plan)
    if not plan.moved.stated and any(plan.counts(tactic) for tactic in plan.judged(Kind.TACTIC)):
        yield Doubt("whether tactics work: none says what it moves")
    if early:
        yield Doubt(f"whether {early} {'tactic' if early == 1 else 'tactics'} will work: too early to tell")


def _meets(choice: Choice, proposal: Proposal) -> bool:
    return any(_covers(choice, node) for node in (*proposal.about, *proposal.touches))


def _covers(choice: Choice, node: Node) -> bool:
    return node in choice or (node.parent is not None and node.parent in choice)
