"""Risks: how likely, how bad, what they amount to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import COUNT, STATED, SUM
from alignplan.analysis.explaining.operations.hazards import (
    CHANCE_LEVEL,
    EXPOSURE,
    IMPACT_LEVEL,
    IS_HIGH,
    PASSED_REVIEW,
    RISK_LEVEL,
    RISK_STATE,
    STANDS_BY,
)
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.exposure import Exposure, RiskState, exposure, heat_map, total
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 70
_RISKS = frozenset((Kind.RISK,))
_PLAN = frozenset((Kind.PLAN,))


def _plain(field: str, unit: Measure) -> Callable[[Grounds, Node, str], Explained]:
    """A figure that the risk states."""

    def explain(grounds: Grounds, node: Node, _detail: str) -> Explained:
        stated = getattr(node.model, field)
        value = str(stated) if isinstance(stated, str) else stated
        money = isinstance(stated, (int, float)) and field == "impact"
        leaf = grounds.stated(node, "value", value, Measure.MONEY if money else unit, field, name=field)
        return Explained(
            value, leaf.unit, STATED, (leaf,), "" if value is not None else f"no `{field}` is stated"
        )

    return explain


def _ask(node: Node, *figures: str) -> tuple[Input, ...]:
    return tuple(Ask(figure, node, figure) for figure in figures)


def _state(grounds: Grounds, node: Node, _detail: str) -> Explained:
    value = exposure(node, grounds.plan).state.value
    leaves = [_day(grounds, node, role, getattr(node.model, role)) for role in ("closed", "occurred")]
    return Explained(value, Measure.WORD, RISK_STATE, (*leaves, grounds.today))


def _day(grounds: Grounds, node: Node, role: str, day: date | None) -> Input:
    return grounds.stated(node, role, day, Measure.DATE, role)


def _borders(grounds: Grounds, *names: str) -> tuple[Input, ...]:
    borders = grounds.plan.risk_borders
    return tuple(
        grounds.fact(name, borders[name], Measure.PERCENT, f"threshold `C601.{name}`") for name in names
    )


def _chance_level(grounds: Grounds, node: Node, _detail: str) -> Explained:
    level = exposure(node, grounds.plan).probability
    inputs = (*_ask(node, "probability"), *_borders(grounds, "high", "medium"))
    return _level(level, CHANCE_LEVEL, inputs, "no probability is stated")


def _impact_level(grounds: Grounds, node: Node, _detail: str) -> Explained:
    level = exposure(node, grounds.plan).impact
    budget = Ask("budget", grounds.plan.graph.plan, "planned_budget")
    inputs = (*_ask(node, "impact"), budget, *_borders(grounds, "high-cost", "medium-cost"))
    return _level(level, IMPACT_LEVEL, inputs, "no impact is stated, or no budget to compare it with")


def _exposure_level(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = exposure(node, grounds.plan)
    inputs = _ask(node, "state", "impact_level", "probability_level")
    return _level(found.level, RISK_LEVEL, inputs, _why_none(found))


def _level(level: object, operation: Operation, inputs: tuple[Input, ...], reason: str) -> Explained:
    return Explained(
        None if level is None else str(level), Measure.WORD, operation, inputs, "" if level else reason
    )


def _why_none(found: Exposure) -> str:
    if found.state is RiskState.CLOSED:
        return "it is closed"
    if found.node.model.probability is None:
        return "no probability is stated"
    return "no impact is stated" if found.node.model.impact is None else "the impact is no amount of money"


def _exposure(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = exposure(node, grounds.plan)
    reason = "" if found.amount is not None else _why_none(found)
    return Explained(
        found.amount, Measure.MONEY, EXPOSURE, _ask(node, "state", "probability", "impact"), reason
    )


def _high(grounds: Grounds, node: Node, _detail: str) -> Explained:
    inputs = (
        *_ask(node, "state", "impact_level", "probability"),
        *_borders(grounds, "high", "medium", "unstated"),
    )
    return Explained(node.id in grounds.plan.risks.high, Measure.TRUTH, IS_HIGH, inputs)


def _review_passed(grounds: Grounds, node: Node, _detail: str) -> Explained:
    review, today = node.model.review, grounds.plan.today
    passed = exposure(node, grounds.plan).is_open and review is not None and review < today
    inputs = (*_ask(node, "state"), _day(grounds, node, "review", review), grounds.today)
    return Explained(passed, Measure.TRUTH, PASSED_REVIEW, inputs)


def _budget(grounds: Grounds, _node: Node, _detail: str) -> Explained:
    plan = grounds.plan
    leaves = tuple(
        grounds.stated(
            node, "value", node.model.budget.planned, Measure.MONEY, "budget", "planned", name=node.id
        )
        for node in plan.graph.kinds[Kind.TACTIC]
        if node.model.budget is not None and node.model.budget.planned is not None and plan.counts(node)
    )
    return Explained(plan.risks.budget, Measure.MONEY, SUM, leaves)


# ------------------------------------------------------------ of all together


def _all(grounds: Grounds) -> list[Exposure]:
    return [exposure(node, grounds.plan) for node in grounds.plan.graph.of(Kind.RISK)]


def _total(grounds: Grounds, _node: Node, part: str) -> Explained:
    found = _all(grounds)
    whole = total(found)
    in_money = [one for one in found if one.is_open and isinstance(one.node.model.impact, (int, float))]
    taken = [one for one in in_money if (one.amount is None) is (part == "unknown")]
    asks = tuple(Ask("value", one.node, "exposure") for one in taken)
    if whole is None:
        return Explained(0, Measure.COUNT, COUNT, (), "no open risk has an impact in money")
    if part == "exposure":
        return Explained(whole.amount, Measure.MONEY, SUM, asks)
    return Explained(whole.counted if part == "counted" else whole.unknown, Measure.COUNT, COUNT, asks)


def _heat(grounds: Grounds, _node: Node, detail: str) -> Explained:
    at, _, name = detail.partition("/")
    field = heat_map(_all(grounds))[int(at)]
    leaves = tuple(
        grounds.fact(role, None if level is None else level.value, Measure.WORD, "of the map")
        for role, level in (("impact_level", field.impact), ("probability_level", field.probability))
    )
    if name == "exposure":
        return _level(field.exposure, RISK_LEVEL, leaves, "impact or probability is not known")
    level = field.impact if name == "impact" else field.probability
    return _level(level, STATED, (leaves[name != "impact"],), "of the risks that do not state it")


def _fields(grounds: Grounds, _node: Node) -> Iterator[str]:
    for at in range(len(heat_map(_all(grounds)))):
        yield from (f"{at}/{name}" for name in ("impact", "probability", "exposure"))


def _sums(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(("exposure", "counted", "unknown"))


def _standing_by(grounds: Grounds, node: Node, _detail: str) -> Explained:
    graph = grounds.plan.graph
    named: tuple[Input, ...] = tuple(
        grounds.stated(one, "named", node.id, Measure.WORD, "activates", name=f"{one.id} activates")
        for one in graph.of(Kind.CONTINGENCY)
        if node.id in one.model.activates
    )
    return Explained(grounds.plan.stands_by(node), Measure.TRUTH, STANDS_BY, (*_ask(node, "status"), *named))


FIGURES = (
    Explainable("state", "whether it may still happen", _RISKS, _state),
    Explainable("probability", "how likely it is", _RISKS, _plain("probability", Measure.PERCENT)),
    Explainable("impact", "how bad it would be", _RISKS, _plain("impact", Measure.WORD)),
    Explainable("response", "what is done about it", _RISKS, _plain("response", Measure.WORD)),
    Explainable("review", "the day to look at it again", _RISKS, _plain("review", Measure.DATE)),
    Explainable("occurred", "the day it happened", _RISKS, _plain("occurred", Measure.DATE)),
    Explainable("closed", "from when on it cannot happen", _RISKS, _plain("closed", Measure.DATE)),
    Explainable("probability_level", "how likely, as a level", _RISKS, _chance_level),
    Explainable("impact_level", "how bad, as a level", _RISKS, _impact_level),
    Explainable("exposure", "probability × impact in money", _RISKS, _exposure),
    Explainable("exposure_level", "the same, as a level", _RISKS, _exposure_level),
    Explainable("high", "whether it is a high risk", _RISKS, _high),
    Explainable("review_passed", "whether its review is overdue", _RISKS, _review_passed),
    Explainable("standing_by", "whether it waits for a contingency", frozenset((Kind.TACTIC,)), _standing_by),
    Explainable("total", "the exposure in money of all open risks", _PLAN, _total, _sums, main="exposure"),
    Explainable("heat_map", "a field of the heat map", _PLAN, _heat, _fields, inner=True),
    Explainable("planned_budget", "Σ budget of the tactics that count", _PLAN, _budget),
)
