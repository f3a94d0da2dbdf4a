"""What is spoken for, and what it is likely to come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.earned.cost import day_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import SUM, SUM_OF_PRODUCTS
from alignplan.analysis.explaining.operations.load import EXPECTED
from alignplan.analysis.load.money import Money, money
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 59
_TACTICS, _OBJECTIVES = frozenset((Kind.TACTIC,)), frozenset((Kind.OBJECTIVE,))
_ATTRIBUTES = {"open_cost": "open_cost", "committed": "committed", "expected_cost": "forecast"}


@lru_cache(maxsize=2)
def _money(plan: Assessment) -> Mapping[str, Money]:
    return money(plan, plan.demand)


def _of(grounds: Grounds, node: Node) -> Money:
    return _money(grounds.plan).get(node.id, Money())


def _open_cost(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """Σ open days × cost of a day, of those whose cost is known."""
    plan, found = grounds.plan, _of(grounds, node)
    inputs: list[Input] = []
    for who in plan.demand.who:
        person = plan.graph.top[who]
        days = sum(
            piece.days for piece in plan.demand.of(who) if plan.demand.tactic(piece.number).id == node.id
        )
        cost = day_of(plan, who).value if person.kind is not Kind.RESOURCE else None
        if days and cost is not None:
            inputs.append(grounds.fact("weight", days, Measure.DAYS, "open", f"days of {who}"))
            inputs.append(_cost(grounds, person, cost))
    if found.open_cost is None:
        return unknown("no open work of which a cost is known", Measure.MONEY)
    return Explained(
        found.open_cost, Measure.MONEY, SUM_OF_PRODUCTS, tuple(inputs), "" if inputs else "it is done"
    )


def _cost(grounds: Grounds, who: Node, cost: float) -> Input:
    if who.kind is Kind.PERSON:
        return grounds.stated(who, "value", cost, Measure.MONEY, "cost", name="cost of a day")
    return grounds.fact("value", cost, Measure.MONEY, "the mean of its people", "cost of a day")


def _committed(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = _of(grounds, node)
    if found.committed is None:
        lacks = "what it has spent" if found.open_cost is not None else "what its open work costs"
        return unknown(f"nobody knows {lacks}", Measure.MONEY)
    inputs = (_stated(grounds, node, "spent", "value"), Ask("value", node, "open_cost"))
    return Explained(found.committed, Measure.MONEY, SUM, inputs)


def _expected(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found, status = _of(grounds, node), grounds.plan.status(node)
    if not grounds.plan.counts(node):
        return unknown("it is dropped, or stands by", Measure.MONEY)
    inputs = (
        grounds.fact("status", None if status is None else status.value, Measure.WORD, "on the day"),
        _stated(grounds, node, "spent", "spent"),
        Ask("progress", node, "progress"),
        _stated(grounds, node, "planned", "planned"),
        Ask("committed", node, "committed"),
    )
    reason = "" if found.forecast is not None else "neither a budget nor the cost of its work is known"
    if status is Status.DONE and found.forecast is None:
        reason = "nobody says what it has cost"
    return Explained(found.forecast, Measure.MONEY, EXPECTED, inputs, reason)


def _stated(grounds: Grounds, node: Node, key: str, role: str) -> Input:
    budget = node.model.budget
    stated = None if budget is None else getattr(budget, key)
    return grounds.stated(node, role, stated, Measure.MONEY, "budget", key, name=f"budget {key}")


def _below(name: str) -> Callable[[Grounds, Node, str], Explained]:
    """Of an objective: Σ link share × the same of what is below it, as far as it is known."""

    def explain(grounds: Grounds, node: Node, _detail: str) -> Explained:
        graph, inputs = grounds.plan.graph, list[Input]()
        for id in _parts(grounds, node):
            below = graph.top[id]
            if getattr(_of(grounds, below), _ATTRIBUTES[name]) is not None:
                inputs += (Ask("weight", below, f"link_share/{node.id}"), Ask("value", below, name))
        value = getattr(_of(grounds, node), _ATTRIBUTES[name])
        if value is None:
            return unknown("of nothing below it is that known", Measure.MONEY)
        return Explained(value, Measure.MONEY, SUM_OF_PRODUCTS, tuple(inputs))

    return explain


def _parts(grounds: Grounds, node: Node) -> Iterator[str]:
    """The tactics and children that were summed up before it: in a circle what comes first counts for nothing."""
    graph, known = grounds.plan.graph, {id: at for at, id in enumerate(_money(grounds.plan))}
    for id in (*graph.tactics.get(node.id, ()), *graph.subobjectives.get(node.id, ())):
        if id in known and known[id] < known.get(node.id, 0):
            yield id


FIGURES = (
    Explainable("open_cost", "what its open work costs", _TACTICS, _open_cost),
    Explainable("committed", "what is spent, and what its open work costs", _TACTICS, _committed),
    Explainable("expected_cost", "what it is likely to cost in the end", _TACTICS, _expected),
    Explainable("open_cost", "what the open work below it costs", _OBJECTIVES, _below("open_cost")),
    Explainable("committed", "what is spoken for below it", _OBJECTIVES, _below("committed")),
    Explainable("expected_cost", "what is likely to be spent below it", _OBJECTIVES, _below("expected_cost")),
)
