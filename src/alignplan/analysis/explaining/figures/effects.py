"""Who moves what: what a KPI needs, what is promised and brought, what is seen, and where that places a tactic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignplan.analysis.effects import KpiMoves, Share
from alignplan.analysis.effects.placing import EFFECT, PROGRESS, effect_of
from alignplan.analysis.effects.timing import finished_by, finished_days, shows_on
from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of, unit_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import MEAN, PERCENT, STATED, SUM, WEIGHTED_MEAN
from alignplan.analysis.explaining.operations.effects import (
    BEGAN,
    BROUGHT,
    DIFFERENCE,
    EXECUTED,
    IS_LIVE,
    IS_PROMISED,
    PLACE,
    TO_GO,
)
from alignplan.analysis.progress import steps
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER", "share_name", "share_of"]

ORDER = 42
_KPIS = frozenset((Kind.KPI,))
_TACTICS = frozenset((Kind.TACTIC,))
_NO_MOVES = "no tactic of the plan states `moves`"


def _moves(grounds: Grounds, kpi: Node) -> KpiMoves:
    return grounds.plan.effects.moves_of(kpi.id)


# ------------------------------------------------------------ of a KPI


def _needed(grounds: Grounds, node: Node, _detail: str) -> Explained:
    kpi = kpi_of(grounds, node)
    value = _moves(grounds, node).needed
    if kpi.goal.is_range:
        return unknown("it has a range: there is no change to bring about", unit_of(kpi))
    asks = (Ask("to", node, "target"), Ask("from", node, "baseline"))
    return Explained(
        value, unit_of(kpi), DIFFERENCE, asks, "" if value is not None else "no target or no baseline"
    )


def _promised(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return grounds.explain(node, "moved")


def _live(grounds: Grounds, node: Node, _detail: str) -> Explained:
    moves, unit = _moves(grounds, node), unit_of(kpi_of(grounds, node))
    if moves.live is None:
        return unknown(_NO_MOVES, unit)
    asks = tuple(
        Ask("value", share.tactic, f"by/{share.kpi}")
        for share in moves.shares
        if share.live and share.promised
    )
    return Explained(moves.live, unit, SUM, asks, "" if asks else "no live tactic moves it")


def _delivered(grounds: Grounds, node: Node, _detail: str) -> Explained:
    moves, unit = _moves(grounds, node), unit_of(kpi_of(grounds, node))
    if moves.delivered is None:
        return unknown("the progress of those that move it is not known" if moves.shares else _NO_MOVES, unit)
    asks = tuple(
        Ask("value", share.tactic, share_name("delivered", share, node.id)) for share in moves.shares
    )
    return Explained(moves.delivered, unit, SUM, asks, "" if asks else "no tactic that counts moves it")


def share_name(figure: str, share: Share, kpi: str) -> str:
    """The name of a figure of a tactic and what it brings to a KPI."""
    return f"{figure}/{share.kpi}" + ("" if share.kpi == kpi else f">{kpi}")


def _first_began(grounds: Grounds, node: Node, _detail: str) -> Explained:
    first = _moves(grounds, node).first
    if first is None:
        return unknown("no work that moves it has begun", Measure.DATE)
    return Explained(first.began, Measure.DATE, STATED, (Ask("value", first.tactic, "began"),))


def _before(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The value when the first of its tactics began."""
    kpi, moves = kpi_of(grounds, node), _moves(grounds, node)
    if moves.before is None or moves.first is None or moves.first.began is None:
        reason = "no work that moves it has begun" if moves.first is None else "it was not measured before"
        return unknown(reason, unit_of(kpi))
    earlier = [point.day for point in kpi.actuals if point.day <= moves.first.began]
    ask = Ask("value", node, f"actual/{earlier[-1]}" if earlier else "baseline")
    return Explained(moves.before, unit_of(kpi), STATED, (ask,))


def _seen(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value, unit = _moves(grounds, node).seen, unit_of(kpi_of(grounds, node))
    asks = (Ask("to", node, "actual"), Ask("from", node, "before"))
    return Explained(
        value, unit, DIFFERENCE, asks, "" if value is not None else "nothing to compare is measured"
    )


def _gap(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value, unit = _moves(grounds, node).gap, unit_of(kpi_of(grounds, node))
    inputs = (Ask("actual", node, "actual"), *goal_inputs(grounds, node, dated=False))
    return Explained(value, unit, TO_GO, inputs, "" if value is not None else "no actual, or no target")


# ------------------------------------------------------------ of a tactic


def _split(detail: str) -> tuple[str, str]:
    """The KPI that the moves name, and the KPI for which it counts."""
    named, _, kpi = detail.partition(">")
    return named, kpi or named


def share_of(grounds: Grounds, node: Node, detail: str) -> tuple[Share, KpiMoves]:
    """What a tactic brings to a KPI, and all that moves it."""
    named, kpi = _split(detail)
    moves = grounds.plan.effects.moves_of(kpi)
    return next(share for share in moves.shares if share.tactic == node and share.kpi == named), moves


def _named(grounds: Grounds, node: Node) -> Iterator[str]:
    """The KPIs that a tactic moves."""
    return (effect.share.kpi for effect in grounds.plan.effects.of(node))


def _by(grounds: Grounds, node: Node, named: str) -> Explained:
    share, moves = share_of(grounds, node, named)
    written = next(
        move for move in node.model.moves if grounds.plan.graph.find(move.kpi, _KPIS) == moves.kpi.node
    )
    unit = unit_of(moves.kpi)
    leaf = grounds.stated(node, "value", share.by, unit, "moves", written.kpi, name="moves")
    return Explained(share.by, unit, STATED, (leaf,))


def _brought(grounds: Grounds, node: Node, detail: str) -> Explained:
    """The change × progress, or × what was finished a lag before the last actual."""
    share, moves = share_of(grounds, node, detail)
    unit = unit_of(moves.kpi)
    part = Ask("part", node, "progress")
    if share.lag is not None and share.lag.amount and share.progress is not None:
        part = Ask("part", node, f"finished/{detail}")
    reason = "" if share.delivered is not None else "its progress is not known"
    return Explained(share.delivered, unit, BROUGHT, (Ask("by", node, f"by/{share.kpi}"), part), reason)


def _finished(grounds: Grounds, node: Node, detail: str) -> Explained:
    """How much of it was finished a lag before the last actual."""
    share, moves = share_of(grounds, node, detail)
    plan, lag = grounds.plan, share.lag
    assert lag is not None
    day = moves.kpi.actual.day if moves.kpi.actual is not None else plan.today
    value = finished_by(node, lag, day, plan)
    ends, whole = finished_days(node, plan)
    nodes = grounds.step_nodes(node)
    if not nodes:
        return Explained(value, Measure.PERCENT, STATED, (_shown(grounds, node, whole, share, day),))
    inputs: list[Input] = []
    for step, end in zip(nodes, ends, strict=True):
        inputs.append(_shown(grounds, step, end, share, day))
        inputs += [Ask("weight", step, "weight")] if step.kind is Kind.ACTION else []
    return Explained(value, Measure.PERCENT, WEIGHTED_MEAN if steps(node.model)[0] else MEAN, tuple(inputs))


def _shown(grounds: Grounds, node: Node, end: date | None, share: Share, day: date) -> Input:
    """100 where what was finished a lag before shows on the day, else 0."""
    assert share.lag is not None
    shows = None if end is None else shows_on(end, share.lag, grounds.plan)
    value = 100.0 if shows is not None and shows <= day else 0.0
    note = "not finished" if end is None else f"finished {end}, shows {share.lag} later, on {shows}"
    return grounds.fact("value", value, Measure.PERCENT, note, f"{node.id} shows by {day}")


def _began(grounds: Grounds, node: Node, _detail: str) -> Explained:
    from alignplan.analysis.effects.timing import began

    plan = grounds.plan
    inputs: list[Input] = [Ask("status", node, "status")]
    for one in (node, *(child for child in plan.graph.children(node) if child.kind is not Kind.CONTINGENCY)):
        for role in ("started", "finished"):
            stated = getattr(one.model, role, None)
            if stated is not None:
                inputs.append(grounds.stated(one, role, stated, Measure.DATE, role, name=f"{one.id} {role}"))
    value = began(node, plan)
    inputs += [Ask("start", node, "start"), grounds.today]
    return Explained(
        value, Measure.DATE, BEGAN, tuple(inputs), "" if value is not None else "it has not begun"
    )


def _is_live(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return Explained(grounds.plan.live(node), Measure.TRUTH, IS_LIVE, (Ask("status", node, "status"),))


def _is_promised(grounds: Grounds, node: Node, _detail: str) -> Explained:
    from alignplan.analysis.sufficiency import promises

    asks = (Ask("status", node, "status"), Ask("standing_by", node, "standing_by"))
    return Explained(promises(node, grounds.plan.statuses), Measure.TRUTH, IS_PROMISED, asks)


def _executed(grounds: Grounds, node: Node, detail: str) -> Explained:
    share, moves = share_of(grounds, node, detail)
    value = effect_of(share, moves, grounds.plan).executed
    asks = (Ask("status", node, "status"), Ask("state", node, "health_by_progress"))
    reason = "" if value is not None else "progress or what was planned is not known"
    return Explained(value, Measure.TRUTH, EXECUTED, asks, reason)


def _ratio(grounds: Grounds, node: Node, detail: str) -> Explained:
    share, moves = share_of(grounds, node, detail)
    value = effect_of(share, moves, grounds.plan).ratio
    asks = (Ask("part", moves.kpi.node, "seen"), Ask("whole", moves.kpi.node, "delivered"))
    return Explained(
        value, Measure.PERCENT, PERCENT, asks, "" if value is not None else "nothing was to come yet"
    )


def _place(grounds: Grounds, node: Node, detail: str) -> Explained:
    share, moves = share_of(grounds, node, detail)
    plan, kpi = grounds.plan, moves.kpi
    found = effect_of(share, moves, plan)
    trusted = not kpi.gap and kpi.id not in plan.untrusted_kpis
    least = [("least_progress", "M208.progress", PROGRESS), ("least_effect", "M208.effect", EFFECT)]
    inputs: tuple[Input, ...] = (
        Ask("began", node, "began"), Ask("progress", node, "progress"), Ask("executed", node, f"executed/{detail}"),
        Ask("date", kpi.node, "date"), Ask("delivered", kpi.node, "delivered"), Ask("seen", kpi.node, "seen"),
        grounds.fact("trusted", trusted, Measure.TRUTH, "whether the values of the KPI could be read"),
        *(grounds.fact(role, plan.thresholds.get(name, usual), Measure.PERCENT, f"threshold `{name}`")
          for role, name, usual in least),
    )  # fmt: skip
    return Explained(found.place.value, Measure.WORD, PLACE, inputs, found.reason)


FIGURES = (
    Explainable("needed", "the change it needs", _KPIS, _needed),
    Explainable("promised", "what all tactics together bring to it", _KPIS, _promised),
    Explainable("live", "what the live ones of them bring", _KPIS, _live),
    Explainable("delivered", "what the work done so far was to bring", _KPIS, _delivered),
    Explainable("seen", "what is seen since the first of them began", _KPIS, _seen),
    Explainable("gap", "what is still to go", _KPIS, _gap),
    Explainable("first_began", "when the first of them began", _KPIS, _first_began),
    Explainable("before", "its value then", _KPIS, _before),
    Explainable("began", "when its work began", _TACTICS, _began),
    Explainable("live", "whether it is neither done nor dropped", _TACTICS, _is_live),
    Explainable("promised", "whether what it moves is promised", _TACTICS, _is_promised),
    Explainable("by", "the change that it brings to a KPI", _TACTICS, _by, _named),
    Explainable("delivered", "what its work so far was to bring", _TACTICS, _brought, _named),
    Explainable("executed", "whether it is carried out as planned", _TACTICS, _executed, _named),
    Explainable("ratio", "what is seen of what was to come by now", _TACTICS, _ratio, _named),
    Explainable("place", "how work and effect go together", _TACTICS, _place, _named),
    Explainable("finished", "what was finished a lag ago", _TACTICS, _finished, _named, inner=True),
)
