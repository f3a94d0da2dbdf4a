"""Money and people that are elsewhere than the weights say: from an objective that has more than its part to one with
less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from alignplan.analysis.effects import Place
from alignplan.analysis.investment import (
    Investment,
    Means,
    effort_of,
    investments,
    misinvested,
    money_of,
)
from alignplan.analysis.recalibrating.interface import Evidence, Proposal, distinct, mark_of, part, steps_of
from alignplan.analysis.recalibrating.shifts import Shift, money, person
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.wording import money_text, percent_text
from alignplan.model.words import ProposalKind, Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.graph.nodes import Node

__all__ = ["Pair", "moves", "pair_of", "tactics_below"]


@record
class Pair:
    """Two siblings and the means of which the one has too much and the other too little."""

    over: Investment
    under: Investment
    means: tuple[Means, ...]

    @property
    def gap(self) -> float:
        """The part of what the other should have that is missing, in percent; of several means the most."""
        share = self.under.group_share
        return (
            max(part(-(self.under.apart(means) or 0.0) * 100 / share) for means in self.means)
            if share
            else 0.0
        )


def moves(plan: Assessment, weights: Weights) -> Iterator[Proposal]:
    """A proposal for each group of siblings of which one has too much of something and another too little."""
    used: set[Node] = set()
    for _, group in groupby(investments(plan), key=lambda one: one.above):
        pair = pair_of(list(group), plan)
        if pair is None:
            continue
        shifts = [shift for means in pair.means if (shift := _shift(pair, means, used, plan, weights))]
        used.update(node for shift in shifts for node in shift.between)
        if tactics_below(pair.under.objective, plan):  # else it wants tactics first
            yield _proposal(pair, shifts, plan, weights)


def pair_of(group: Sequence[Investment], plan: Assessment) -> Pair | None:
    """The two that lie furthest apart. What has several parents gives each only a part, and is left alone."""
    alone = [one for one in group if len(plan.graph.parents[one.objective.id]) < 2]
    found: list[tuple[float, Pair]] = []
    for means in Means:
        off = [one for one in alone if misinvested(one, means, plan)]
        ranked = sorted(off, key=lambda one: one.apart(means) or 0.0)
        if ranked and (ranked[0].apart(means) or 0.0) < 0 < (ranked[-1].apart(means) or 0.0):
            under, over = ranked[0], ranked[-1]
            apart = (over.apart(means) or 0.0) - (under.apart(means) or 0.0)
            found.append((apart, Pair(over, under, (means,))))
    if not found:
        return None
    pair = max(found, key=lambda one: one[0])[1]
    return Pair(pair.over, pair.under, tuple(means for means in Means if _apart(pair, means, plan)))


def _apart(pair: Pair, means: Means, plan: Assessment) -> bool:
    """Whether the one has too much of it and the other too little."""
    both = misinvested(pair.over, means, plan) and misinvested(pair.under, means, plan)
    return both and (pair.over.apart(means) or 0.0) > 0 > (pair.under.apart(means) or 0.0)


def _shift(pair: Pair, means: Means, used: set[Node], plan: Assessment, weights: Weights) -> Shift | None:
    """What can be moved. Nothing is taken from critical tactics, given to what does not work, or moved twice."""
    above, below = (tactics_below(one.objective, plan) for one in (pair.over, pair.under))
    givers = [node for node in above if node not in below and not plan.risks.critical(node)]
    givers = [node for node in givers if not used.intersection((node, *plan.graph.children(node)))]
    takers = [node for node in below if node not in above and _may_grow(node, plan)]
    takers = [node for node in takers if not used.intersection((node, *plan.graph.children(node)))]
    takers.sort(key=weights.of, reverse=True)
    if means is Means.EFFORT:
        return person(givers, takers, plan)
    total = pair.over.totals[means]
    most = min(pair.over.apart(means) or 0.0, -(pair.under.apart(means) or 0.0)) * total / 100
    return money(givers, takers, most, total, plan)


def _may_grow(tactic: Node, plan: Assessment) -> bool:
    """Whether more would do something: it is not paused, and not executed without an effect."""
    effects = [effect.place for effect in plan.effects.of(tactic)]
    fails = Place.NOT_WORKING in effects and Place.WORKING not in effects
    return plan.status(tactic) is not Status.PAUSED and not fails


def tactics_below(objective: Node, plan: Assessment) -> list[Node]:
    """The live tactics that serve an objective, itself or through its children, as they are found."""
    graph, pending, seen = plan.graph, [objective.id], {objective.id}
    found: dict[str, Node] = {}
    for id in pending:
        found.update((tactic, graph.top[tactic]) for tactic in graph.tactics.get(id, ()))
        below = [child for child in graph.subobjectives.get(id, ()) if child not in seen]
        seen.update(below)
        pending.extend(child for child in below if plan.counts(graph.top[child]))
    return [node for node in found.values() if plan.live(node) and plan.counts(node)]


def _proposal(pair: Pair, shifts: Sequence[Shift], plan: Assessment, weights: Weights) -> Proposal:
    over, under = pair.over.objective, pair.under.objective
    words = "; ".join(shift.words for shift in shifts) or _open_words(pair)
    gaps = [steps_of(one.apart(means) or 0.0, 5.0) for means in pair.means for one in (pair.over, pair.under)]
    return Proposal(
        kind=ProposalKind.MOVE,
        about=distinct([under, over, *(node for shift in shifts for node in shift.between)]),
        title=f"Move {words}",
        why=f"`{over.id}` has more than its weight says, and `{under.id}` less",
        evidence=tuple(_evidence(pair, plan)),
        edits=tuple(edit for shift in shifts for edit in shift.edits),
        command="" if shifts else _COMMANDS[pair.means[0]],
        weight=weights.of(under),
        gap=pair.gap,
        confidence=_stated(pair, plan),
        mark=mark_of(*pair.means, *gaps),
        notes=tuple(note for shift in shifts for note in shift.notes),
    )


_COMMANDS = {
    Means.MONEY: "alignplan set TACTIC budget.planned=AMOUNT",
    Means.EFFORT: "alignplan set ACTION assigned+=PERSON",
}


def _open_words(pair: Pair) -> str:
    """Where the figures do not say what can be moved."""
    what = " and ".join({Means.MONEY: "money", Means.EFFORT: "people"}[means] for means in pair.means)
    return f"{what} from `{pair.over.objective.id}` to `{pair.under.objective.id}`"


def _evidence(pair: Pair, plan: Assessment) -> Iterator[Evidence]:
    currency = plan.graph.plan.model.currency
    for one in (pair.over, pair.under):
        yield Evidence(f"weight of {one.objective.id}", percent_text(one.group_share), one.group_share,
                       one.objective, ("weight",), "percent")  # fmt: skip
        for means in pair.means:
            amount = one.amounts[means]
            told = money_text(amount, currency) if means is Means.MONEY else f"{amount:.4g} person-days"
            share = one.share(means) or 0.0
            name = f"{means.value} of {one.objective.id}"
            yield Evidence(name, f"{percent_text(share)} ({told})", share, one.objective, (), "percent")


def _stated(pair: Pair, plan: Assessment) -> float:
    """Half of the part of the tactics below the two that says what is invested in them, in percent.

    Half, since weights say what matters, and not what it costs.
    """
    amount = {Means.MONEY: money_of, Means.EFFORT: effort_of}
    nodes = distinct([*tactics_below(pair.over.objective, plan), *tactics_below(pair.under.objective, plan)])
    said = [sum(amount[means](node, plan) > 0 for node in nodes) for means in pair.means]
    return min(said) * 50 / len(nodes) if nodes else 0.0
