"""What speaks for another target: what is likely by its day, what is still to come, how fast it has to go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignplan.analysis.effects import KpiMoves, Share
from alignplan.analysis.effects.timing import shows_on
from alignplan.analysis.explaining.figures.effects import share_name, share_of
from alignplan.analysis.explaining.figures.forecasts import actuals_asked
from alignplan.analysis.explaining.figures.measurements import goal_inputs, kpi_of, unit_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED, SUM
from alignplan.analysis.explaining.operations.proposals import (
    BETTER,
    LEFT_OVER,
    PACE,
    PART_OF,
    PART_SEEN,
    REACHED,
)
from alignplan.analysis.pace import pace
from alignplan.analysis.recalibrating.coming import Coming, reached, still
from alignplan.analysis.recalibrating.rephasing import LEAST_ACTUALS
from alignplan.analysis.recalibrating.targets import latest
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 43
_KPIS = frozenset((Kind.KPI,))
_NO_FORECAST = "nothing can be foretold"


def _likely(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """The better of its forecast, and what is to come on top of the last value; once its day is over the last value."""
    likely, unit = grounds.proposing.likely(node), unit_of(kpi_of(grounds, node))
    if likely is None:
        return unknown(_NO_FORECAST, unit)
    if likely.kpi.passed:
        return Explained(likely.value, unit, STATED, (Ask("value", node, "actual"),), "its day is over")
    if likely.owed is None:
        return Explained(likely.value, unit, STATED, (Ask("value", node, "forecast/value"),))
    asks = (
        Ask("forecast", node, "forecast/value"), Ask("actual", node, "actual"), Ask("coming", node, "owed/believed"),
        *goal_inputs(grounds, node),
    )  # fmt: skip
    return Explained(likely.value, unit, BETTER, asks)


def _chance(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """By its forecast; once its day is over 0."""
    likely = grounds.proposing.likely(node)
    if likely is None:
        return unknown(_NO_FORECAST, Measure.PERCENT)
    if likely.kpi.passed:
        leaf = grounds.fact("value", 0, Measure.PERCENT, "its day is over")
        return Explained(0.0, Measure.PERCENT, STATED, (leaf,))
    return Explained(likely.chance, Measure.PERCENT, STATED, (Ask("value", node, "forecast/chance"),))


# ------------------------------------------------------------ what is still to come


def _owed(grounds: Grounds, node: Node, part: str) -> Explained:
    """What live tactics are still to bring by the day of the target: the amount, the part that is believed."""
    likely, unit = grounds.proposing.likely(node), unit_of(kpi_of(grounds, node))
    if likely is None or likely.owed is None:
        return unknown("nothing is to come in time", unit)
    if part == "part":
        asks: tuple[Input, ...] = (Ask("seen", node, "seen"), Ask("delivered", node, "delivered"))
        return Explained(likely.owed.part, Measure.PERCENT, PART_SEEN, asks)
    if part == "believed":
        asks = (Ask("value", node, "owed/amount"), Ask("part", node, "owed/part"))
        return Explained(likely.owed.believed, unit, PART_OF, asks)
    asks = tuple(
        Ask("value", share.tactic, share_name("owed", share, node.id)) for share in _open(grounds, node)
    )
    return Explained(likely.owed.amount, unit, SUM, asks)


def _open(grounds: Grounds, node: Node) -> Iterator[Share]:
    shares = grounds.plan.effects.moves_of(node.id).shares
    return (one for one in shares if one.live and one.promised and one.delivered is not None)


def _owed_by(grounds: Grounds, node: Node, detail: str) -> Explained:
    """What one tactic is still to bring."""
    share, moves = share_of(grounds, node, detail)
    plan, day = grounds.plan, _day(grounds, moves)
    due = plan.span(node).due
    shows = None if due is None else shows_on(due, share.lag, plan) if share.lag is not None else due
    note = "it has no due date" if shows is None else f"its work shows on {shows}, the target is of {day}"
    inputs = (
        Ask("by", node, f"by/{share.kpi}"),
        Ask("delivered", node, f"delivered/{detail}"),
        grounds.fact("in_time", shows is not None and shows <= day, Measure.TRUTH, note),
    )
    return Explained(still(share, day, plan), unit_of(moves.kpi), LEFT_OVER, inputs)


def _day(grounds: Grounds, moves: KpiMoves) -> date:
    forecast = grounds.foretelling(moves.kpi.node).forecast
    assert forecast is not None
    return forecast.date


# ------------------------------------------------------------ how fast, and until when


def _pace(grounds: Grounds, node: Node, field: str) -> Explained:
    kpi = kpi_of(grounds, node)
    found, unit = pace(kpi, LEAST_ACTUALS), Measure.DAYS if field == "days" else unit_of(kpi)
    if found is None:
        return unknown("it is met, has too few values, or no day to move to", unit)
    value: float = getattr(found, field)
    inputs = (*actuals_asked(grounds, node), *goal_inputs(grounds, node))
    return Explained(value, unit, PACE[field], inputs)


def _reached(grounds: Grounds, node: Node, _detail: str) -> Explained:
    likely: Coming | None = grounds.proposing.likely(node)
    kpi = kpi_of(grounds, node)
    if likely is None or kpi.target is None or kpi.target.day is None:
        return unknown(_NO_FORECAST, Measure.DATE)
    until = latest(kpi.target.day, kpi, grounds.plan)
    inputs = (
        Ask("likely", node, "likely"), *actuals_asked(grounds, node), *goal_inputs(grounds, node),
        grounds.fact("passed", kpi.passed, Measure.TRUTH, "whether the day of the target is over"),
        grounds.fact("until", until, Measure.DATE, "half as long again, within the horizon"),
    )  # fmt: skip
    value = reached(likely, until)
    return Explained(value, Measure.DATE, REACHED, inputs, "" if value else f"it is not there by {until}")


def _parts(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("amount", "part", "believed"))


def _targets(grounds: Grounds, node: Node) -> Iterator[str]:
    """The KPIs that it moves, and of which something can be foretold."""
    for effect in grounds.plan.effects.of(node):
        if grounds.foretelling(effect.moves.kpi.node).forecast is not None:
            yield effect.share.kpi


def _paces(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(PACE)


FIGURES = (
    Explainable(
        "likely", "what is likely by its day, with the work that is to come", _KPIS, _likely, inner=True
    ),
    Explainable("chance", "the chance of its target", _KPIS, _chance, inner=True),
    Explainable(
        "owed", "what live tactics are still to bring", _KPIS, _owed, _parts, main="amount", inner=True
    ),
    Explainable(
        "owed", "what it is still to bring", frozenset((Kind.TACTIC,)), _owed_by, _targets, inner=True
    ),
    Explainable("pace", "how fast it has to go", _KPIS, _pace, _paces, main="needed", inner=True),
    Explainable("reached", "when it is likely to be at its target", _KPIS, _reached, inner=True),
)
