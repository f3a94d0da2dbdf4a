"""What is at stake in a proposal of `recalibrate`: weight × gap × confidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from alignplan.analysis.explaining.figures.effects import share_name
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import LARGEST, STATED
from alignplan.analysis.explaining.operations.proposals import (
    AT_STAKE,
    FARTHEST,
    MISSING_INVESTMENT,
    MISSING_WAY,
    NO_CHANCE,
    NOT_SEEN,
    OWN_PART,
    PART_OF,
    STATED_PART,
    WHEN_ARMED,
)
from alignplan.analysis.recalibrating.interface import Proposal
from alignplan.analysis.recalibrating.moving import Pair, tactics_below
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import ProposalKind

__all__ = ["FIGURES", "ORDER"]

ORDER = 80
_FIELDS = ("stake", "weight", "gap", "confidence")
_TACTICS = frozenset((Kind.TACTIC,))
_Explain = Callable[[Grounds, Node], Explained]


def _figure(kind: ProposalKind) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, node: Node, field: str) -> Explained:
        proposal = grounds.proposing.proposals.get((kind, node))
        if proposal is None:
            return unknown(f"nothing proposes to {kind.value.replace('-', ' ')} it", Measure.PERCENT)
        if field == "stake":
            asks = tuple(Ask(f"stake_{name}", node, f"{kind.value}/{name}") for name in _FIELDS[1:])
            return Explained(proposal.stake, Measure.PERCENT, AT_STAKE, asks, _because(proposal))
        if field == "weight":
            ask = Ask("value", node, "plan_weight")
            return Explained(proposal.weight, Measure.PERCENT, STATED, (ask,))
        return _PARTS[kind, field](grounds, node)

    return explain


def _because(proposal: Proposal) -> str:
    return f"because {proposal.why}".replace("`", "")


def _fields(kind: ProposalKind) -> Callable[[Grounds, Node], Iterator[str]]:
    return lambda grounds, node: iter(_FIELDS if (kind, node) in grounds.proposing.proposals else ())


def _of(kind: ProposalKind, grounds: Grounds, node: Node) -> Proposal:
    return grounds.proposing.proposals[kind, node]


def _armed(_grounds: Grounds, node: Node) -> Explained:
    return Explained(100.0, Measure.PERCENT, WHEN_ARMED, (Ask("armed", node, "armed"),))


# ------------------------------------------------------------ targets


def _missing_way(grounds: Grounds, node: Node) -> Explained:
    asks = (Ask("target", node, "target"), Ask("baseline", node, "baseline"), Ask("likely", node, "likely"))
    return Explained(_of(ProposalKind.RE_PHASE, grounds, node).gap, Measure.PERCENT, MISSING_WAY, asks)


def _no_chance(grounds: Grounds, node: Node) -> Explained:
    value = _of(ProposalKind.RE_PHASE, grounds, node).confidence
    return Explained(value, Measure.PERCENT, NO_CHANCE, (Ask("value", node, "chance"),))


# ------------------------------------------------------------ tactics


def _not_seen(kind: ProposalKind) -> _Explain:
    def explain(grounds: Grounds, node: Node) -> Explained:
        asks = tuple(
            Ask("value", node, f"ratio/{effect.share.kpi}")
            for effect in grounds.proposing.judged_effects(node)
        )
        return Explained(_of(kind, grounds, node).gap, Measure.PERCENT, NOT_SEEN, asks)

    return explain


def _sure_of_effect(kind: ProposalKind) -> _Explain:
    def explain(grounds: Grounds, node: Node) -> Explained:
        asks = (Ask("value", node, "progress"), Ask("part", node, "own_part"))
        return Explained(_of(kind, grounds, node).confidence, Measure.PERCENT, PART_OF, asks)

    return explain


def _own_part(grounds: Grounds, node: Node, kpi: str) -> Explained:
    """How much of what was to come by now was to come from it; without a KPI, where that is most."""
    effects = grounds.proposing.judged_effects(node)
    if not kpi:
        asks: tuple[Input, ...] = tuple(
            Ask("value", node, f"own_part/{effect.share.kpi}") for effect in effects
        )
        values = [_own_part(grounds, node, effect.share.kpi).value for effect in effects]
        most = max(value for value in values if isinstance(value, float))
        return Explained(most, Measure.PERCENT, LARGEST, asks)
    effect = next(one for one in effects if one.share.kpi == kpi)
    shares = effect.moves.shares
    asks = (
        Ask("own", node, f"delivered/{kpi}"),
        *(Ask("value", one.tactic, share_name("delivered", one, effect.moves.kpi.id)) for one in shares),
    )
    whole = sum(abs(share.delivered or 0.0) for share in shares)
    value = abs(effect.share.delivered or 0.0) * 100 / whole if whole else 0.0
    return Explained(value, Measure.PERCENT, OWN_PART, asks)


# ------------------------------------------------------------ objectives


def _farthest(grounds: Grounds, node: Node) -> Explained:
    asks = tuple(Ask("value", kpi.node, "attainment") for kpi in grounds.plan.kpis_of(node))
    value = _of(ProposalKind.STAFF, grounds, node).gap
    return Explained(value, Measure.PERCENT, FARTHEST, asks, "" if asks else "it has no KPI")


def _nothing_serves(grounds: Grounds, node: Node) -> Explained:
    leaf = grounds.fact("value", 100, Measure.PERCENT, "no tactic that counts serves it")
    return Explained(_of(ProposalKind.STAFF, grounds, node).confidence, Measure.PERCENT, STATED, (leaf,))


def _pair(grounds: Grounds, node: Node) -> Pair:
    return grounds.proposing.pairs[node]


def _missing_investment(grounds: Grounds, node: Node) -> Explained:
    asks = [Ask("group_weight", node, "investment/weight")]
    asks += [Ask("share", node, f"investment/{means}") for means in _pair(grounds, node).means]
    return Explained(
        _of(ProposalKind.MOVE, grounds, node).gap, Measure.PERCENT, MISSING_INVESTMENT, tuple(asks)
    )


def _stated_part(grounds: Grounds, node: Node) -> Explained:
    pair = _pair(grounds, node)
    sides = (pair.over.objective, pair.under.objective)
    nodes = dict.fromkeys(tactic for side in sides for tactic in tactics_below(side, grounds.plan))
    asks = tuple(Ask(means.value, tactic, f"invested/{means}") for means in pair.means for tactic in nodes)
    return Explained(_of(ProposalKind.MOVE, grounds, node).confidence, Measure.PERCENT, STATED_PART, asks)


_PARTS: Mapping[tuple[ProposalKind, str], _Explain] = {
    (ProposalKind.ACTIVATE, "gap"): _armed,
    (ProposalKind.ACTIVATE, "confidence"): _armed,
    (ProposalKind.RE_PHASE, "gap"): _missing_way,
    (ProposalKind.RE_PHASE, "confidence"): _no_chance,
    (ProposalKind.STOP, "gap"): _not_seen(ProposalKind.STOP),
    (ProposalKind.STOP, "confidence"): _sure_of_effect(ProposalKind.STOP),
    (ProposalKind.RE_WEIGHT, "gap"): _not_seen(ProposalKind.RE_WEIGHT),
    (ProposalKind.RE_WEIGHT, "confidence"): _sure_of_effect(ProposalKind.RE_WEIGHT),
    (ProposalKind.STAFF, "gap"): _farthest,
    (ProposalKind.STAFF, "confidence"): _nothing_serves,
    (ProposalKind.MOVE, "gap"): _missing_investment,
    (ProposalKind.MOVE, "confidence"): _stated_part,
}
_KINDS = {
    ProposalKind.ACTIVATE: (Kind.CONTINGENCY, "the proposal to put it into effect"),
    ProposalKind.RE_PHASE: (Kind.KPI, "the proposal to move its target"),
    ProposalKind.STOP: (Kind.TACTIC, "the proposal to stop it"),
    ProposalKind.RE_WEIGHT: (Kind.TACTIC, "the proposal to let it weigh less"),
    ProposalKind.STAFF: (Kind.OBJECTIVE, "the proposal to find work for it"),
    ProposalKind.MOVE: (Kind.OBJECTIVE, "the proposal to move money or people to it"),
}


def _judged(grounds: Grounds, node: Node) -> Iterator[str]:
    found = [effect.share.kpi for effect in grounds.proposing.judged_effects(node)]
    return iter(("", *found) if found else ())


FIGURES = (
    *(Explainable(kind.value, f"what is at stake in {words}", frozenset((of,)), _figure(kind), _fields(kind),
                  main="stake") for kind, (of, words) in _KINDS.items()),
    Explainable("own_part", "its part of what was to come by now", _TACTICS, _own_part, _judged, inner=True),
)  # fmt: skip
