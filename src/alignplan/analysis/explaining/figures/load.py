"""Who has how much to do, month by month."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import PERCENT, SUM
from alignplan.analysis.explaining.operations.load import CAPACITY, IN_PERIOD
from alignplan.analysis.load.demand import Piece
from alignplan.analysis.load.load import all_periods, parts, pieces_of
from alignplan.analysis.load.periods import By, Stretch
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 58
_WHO = frozenset((Kind.PERSON, Kind.TEAM, Kind.RESOURCE))


def _load(grounds: Grounds, node: Node, month: str) -> Explained:
    demand, there = _days(grounds, node, month), _there(grounds, node, month)
    asks = (Ask("part", node, f"demand/{month}"), Ask("whole", node, f"capacity/{month}"))
    value = demand * 100 / there if there else None
    return Explained(value, Measure.PERCENT, PERCENT, asks, "" if there else "nobody is there")


def _demand(grounds: Grounds, node: Node, month: str) -> Explained:
    """What falls into a month, by action; of a team, what its people do, too."""
    load = grounds.plan.demand
    asks: list[Input] = [
        Ask("value", action, f"falls_to/{node.id}/{month}") for action in _actions(grounds, node, month)
    ]
    if node.kind is Kind.TEAM:
        members = load.presence.members(node)
        asks += [Ask("value", one, f"demand/{month}") for one in members if _days(grounds, one, month)]
    return Explained(_days(grounds, node, month), Measure.DAYS, SUM, tuple(asks))


def _capacity(grounds: Grounds, node: Node, month: str) -> Explained:
    """The days that are there: of a team that says nothing, those of its people."""
    presence, there = grounds.plan.demand.presence, _there(grounds, node, month)
    if node.kind is Kind.TEAM and node.model.capacity is None:
        members = presence.members(node)
        if not members:
            return unknown("it states no capacity, and nobody is named who is in it", Measure.DAYS)
        asks = tuple(Ask("value", one, f"capacity/{month}") for one in members)
        return Explained(there, Measure.DAYS, SUM, asks)
    first, last = _period(grounds, month).within(grounds.plan.today)
    days, each = presence.days(node).count(first, last), presence.rate(node)
    inputs: list[Input] = [
        grounds.fact(
            "days", days, Measure.DAYS, "by the calendar, whole days of leave left out", "working days"
        ),
        grounds.fact("each", each, Measure.NUMBER, _each(node), "each of them"),
    ]
    lost = days - (there or 0.0) / each if each else 0.0
    if lost > 1e-9:
        inputs.insert(
            1, grounds.fact("leave", lost, Measure.DAYS, "parts of days, together", "hours of leave")
        )
    return Explained(there, Measure.DAYS, CAPACITY, tuple(inputs))


def _each(node: Node) -> str:
    if node.kind is Kind.RESOURCE:
        return "its units"
    stated = "all of a day" if node.model.capacity is None else f"capacity {node.model.capacity:g} %"
    return f"{stated}, in days of the plan's calendar"


def _falls_to(grounds: Grounds, node: Node, detail: str) -> Explained:
    """The part of an action that falls to someone in a month."""
    who, _, month = detail.partition("/")
    load, person = grounds.plan.demand, grounds.plan.graph.top[who]
    piece = _piece(grounds, node, who)
    assert piece is not None
    first, last = _period(grounds, month).within(grounds.plan.today)
    days = load.days_of(person, piece.spread)
    inside = days.count(max(piece.first, first), min(piece.last, last))
    inputs = (
        grounds.fact("days", piece.days, Measure.DAYS, f"what is open of it for {who}", "open days"),
        grounds.fact("inside", inside, Measure.DAYS, f"of its window, in {month}", "working days"),
        grounds.fact(
            "window", days.count(piece.first, piece.last), Measure.DAYS, "of its window", "working days"
        ),
    )
    (value,) = [part.days for part in parts(load, [(person, piece)], first, last)]
    return Explained(value, Measure.DAYS, IN_PERIOD, inputs)


# ------------------------------------------------------------ what there is


def _period(grounds: Grounds, month: str) -> Stretch:
    periods = all_periods(grounds.plan, grounds.plan.demand, By.MONTH)
    return next(one for one in periods if one.name == month)


def _days(grounds: Grounds, node: Node, month: str) -> float:
    first, last = _period(grounds, month).within(grounds.plan.today)
    load = grounds.plan.demand
    return sum(part.days for part in parts(load, pieces_of(load, node), first, last))


def _there(grounds: Grounds, node: Node, month: str) -> float | None:
    first, last = _period(grounds, month).within(grounds.plan.today)
    return grounds.plan.demand.presence.capacity(node, first, last)


def _actions(grounds: Grounds, node: Node, month: str) -> list[Node]:
    first, last = _period(grounds, month).within(grounds.plan.today)
    load = grounds.plan.demand
    own = [(node, piece) for piece in load.of(node.id)]
    return [
        action
        for part in parts(load, own, first, last)
        if (action := grounds.plan.graph.find(part.id)) is not None
    ]


def _piece(grounds: Grounds, action: Node, who: str) -> Piece | None:
    load = grounds.plan.demand
    return next((piece for piece in load.of(who) if load.item(piece.number).id == action.id), None)


def _months(grounds: Grounds, node: Node) -> Iterator[str]:
    """Those in which there is something to do."""
    load, today = grounds.plan.demand, grounds.plan.today
    pieces = list(pieces_of(load, node))
    for one in all_periods(grounds.plan, load, By.MONTH):
        if parts(load, pieces, *one.within(today)):
            yield one.name


def _shares(grounds: Grounds, node: Node) -> Iterator[str]:
    load, today = grounds.plan.demand, grounds.plan.today
    for who in load.who:
        piece = _piece(grounds, node, who)
        if piece is not None:
            pieces = [(grounds.plan.graph.top[who], piece)]
            for one in all_periods(grounds.plan, load, By.MONTH):
                if parts(load, pieces, *one.within(today)):
                    yield f"{who}/{one.name}"


FIGURES = (
    Explainable("load", "how much of them is needed in a month", _WHO, _load, _months),
    Explainable("demand", "the days of open work in a month", _WHO, _demand, _months),
    Explainable("capacity", "the days that are there in a month", _WHO, _capacity, _months),
    Explainable("falls_to", "what of it falls to someone in a month", frozenset((Kind.ACTION,)), _falls_to, _shares,
                inner=True),
)  # fmt: skip
