"""Who has how much to do, period by period."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.loading import (
    busy_months,
    capacity_in,
    demand_in,
    is_period,
    pieces_by_action,
    within,
)
from alignplan.analysis.explaining.operations.arithmetic import PERCENT, SUM
from alignplan.analysis.explaining.operations.load import CAPACITY, OVER
from alignplan.analysis.load.load import Loaded, leeway, parts, pieces_of
from alignplan.analysis.load.periods import Stretch
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 58
_WHO = frozenset((Kind.PERSON, Kind.TEAM, Kind.RESOURCE))


def _percent(grounds: Grounds, node: Node, period: str) -> Explained:
    demand, there = demand_in(grounds.plan, node, period), capacity_in(grounds.plan, node, period)
    asks = (Ask("part", node, f"demand_days/{period}"), Ask("whole", node, f"capacity_days/{period}"))
    value = demand * 100 / there if there else None
    reason = "how much there is is not known" if there is None else "" if there else "nobody is there"
    return Explained(value, Measure.PERCENT, PERCENT, asks, reason)


def _over(grounds: Grounds, node: Node, period: str) -> Explained:
    """By how much there is too much."""
    plan = grounds.plan
    today = Stretch(plan.today, plan.today, period)
    room = leeway(plan)
    there = capacity_in(plan, node, period)
    value = Loaded(today, there, demand_in(plan, node, period), leeway=room).over
    note = "binary fractions" if plan.lock is None else "half a day at either end, as the schedule is locked"
    inputs = (
        Ask("demand", node, f"demand_days/{period}"),
        Ask("capacity", node, f"capacity_days/{period}"),
        grounds.fact("leeway", room, Measure.DAYS, note),
    )
    return Explained(value, Measure.DAYS, OVER, inputs)


def _demand(grounds: Grounds, node: Node, period: str) -> Explained:
    """What falls into a period, by action."""
    plan = grounds.plan
    found = parts(plan.demand, pieces_of(plan.demand, node), *within(plan, period))
    asks = tuple(
        Ask("value", action, f"falls_to/{node.id}/{period}")
        for part in found
        if (action := plan.graph.find(part.id)) is not None
    )
    value = demand_in(plan, node, period)
    return Explained(value, Measure.DAYS, SUM, asks, "" if asks else "no work falls into it")


def _capacity(grounds: Grounds, node: Node, period: str) -> Explained:
    """The days that are there: of a team that says nothing, those of its people."""
    plan = grounds.plan
    presence, there = plan.demand.presence, capacity_in(plan, node, period)
    if node.kind is Kind.TEAM and node.model.capacity is None:
        members = presence.members(node)
        if not members:
            return unknown("it states no capacity, and nobody is named who is in it", Measure.DAYS)
        asks = tuple(Ask("value", one, f"capacity_days/{period}") for one in members)
        return Explained(there, Measure.DAYS, SUM, asks)
    days, each = presence.days(node).count(*within(plan, period)), presence.rate(node)
    inputs: list[Input] = [
        grounds.fact(
            "days", days, Measure.DAYS, "by the calendar, whole days of leave left out", "working days"
        ),
        _each(grounds, node, each),
    ]
    lost = days - (there or 0.0) / each if each else 0.0
    if lost > 1e-9:
        inputs.insert(
            1, grounds.fact("leave", lost, Measure.DAYS, "parts of days, together", "hours of leave")
        )
    return Explained(there, Measure.DAYS, CAPACITY, tuple(inputs))


def _each(grounds: Grounds, node: Node, each: float) -> Input:
    if node.kind is Kind.RESOURCE:
        note = "its units"
    elif node.model.capacity is None:
        note = "all of a day, in days of the plan's calendar"
    else:
        note = f"capacity {node.model.capacity:g} %, in days of the plan's calendar"
    return grounds.fact("each", each, Measure.NUMBER, note, "each of them")


def _months(grounds: Grounds, node: Node) -> Iterator[str]:
    """Those in which there is something to do."""
    return busy_months(grounds.plan, node)


def _is_period(grounds: Grounds, _node: Node, name: str) -> bool:
    return is_period(grounds.plan, name)


def _is_of_someone(grounds: Grounds, _node: Node, detail: str) -> bool:
    who, _, period = detail.partition("/")
    found = grounds.plan.graph.top.get(who)
    return found is not None and found.kind in _WHO and is_period(grounds.plan, period)


def _falls_to(grounds: Grounds, node: Node, detail: str) -> Explained:
    """The part of an action that falls to someone in a period; of a team what falls to its people, too."""
    from alignplan.analysis.explaining.figures.open_work import in_period

    who, _, period = detail.partition("/")
    plan = grounds.plan
    someone = plan.graph.top[who]
    own = pieces_by_action(plan, who).get(node.id, ())
    if someone.kind is not Kind.TEAM:
        return in_period(grounds, node, someone, own, period)
    asks: list[Input] = [
        Ask("value", node, f"falls_to/{one.id}/{period}")
        for one in plan.demand.presence.members(someone)
        if node.id in pieces_by_action(plan, one.id)
    ]
    if own:
        asks.insert(0, Ask("value", node, f"falls_to_team/{who}/{period}"))
    value = sum(
        part.days
        for part in parts(plan.demand, pieces_of(plan.demand, someone), *within(plan, period))
        if part.id == node.id
    )
    return Explained(value, Measure.DAYS, SUM, tuple(asks), "" if asks else "nothing of it falls to them")


FIGURES = (
    Explainable("percent", "how much of them is needed in a period", _WHO, _percent, _months,
                accepts=_is_period),
    Explainable("demand_days", "the days of open work in a period", _WHO, _demand, _months, accepts=_is_period),
    Explainable("capacity_days", "the days that are there in a period", _WHO, _capacity, _months,
                accepts=_is_period),
    Explainable("over_days", "the days that are too many in a period", _WHO, _over, _months, accepts=_is_period),
    Explainable("falls_to", "what of it falls to someone in a period", frozenset((Kind.ACTION,)), _falls_to,
                lambda _grounds, _node: iter(()), inner=True, accepts=_is_of_someone),
)  # fmt: skip
