"""Money: what is planned, spent and spoken for, and what it is likely to come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.earned.cost import day_of
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED, SUM, SUM_OF_PRODUCTS
from alignplan.analysis.explaining.operations.load import EXPECTED, MORE
from alignplan.analysis.load.money import Money, money, whole
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 59
_NAMES = ("planned", "spent", "open_cost", "committed", "forecast", "uncosted_days", "over")


@lru_cache(maxsize=2)
def _money(plan: Assessment) -> Mapping[str, Money]:
    return money(plan, plan.demand)


def _of(grounds: Grounds, node: Node) -> Money:
    if node.kind is Kind.PLAN:
        return whole(grounds.plan, _money(grounds.plan))
    return _money(grounds.plan).get(node.id, Money())


def _unit(name: str) -> Measure:
    return Measure.DAYS if name == "uncosted_days" else Measure.MONEY


def _of_tactic(grounds: Grounds, node: Node, name: str) -> Explained:
    if not grounds.plan.counts(node):
        return unknown("it is dropped, or stands by", _unit(name))
    if name in ("planned", "spent"):
        leaf = _stated(grounds, node, name, "value")
        value = getattr(_of(grounds, node), name)
        return Explained(value, Measure.MONEY, STATED, (leaf,), "" if value is not None else "not stated")
    if name == "over":
        return _over(grounds, node)
    return {
        "open_cost": _open_cost,
        "committed": _committed,
        "forecast": _expected,
        "uncosted_days": _uncosted,
    }[name](grounds, node)


def _over(grounds: Grounds, node: Node) -> Explained:
    """What the forecast is more than what is planned."""
    value = _of(grounds, node).over
    asks = (Ask("value", node, "money/forecast"), Ask("than", node, "money/planned"))
    reason = "" if value is not None else "what is planned or the forecast is not known"
    return Explained(value, Measure.MONEY, MORE, asks, reason)


def _open_cost(grounds: Grounds, node: Node) -> Explained:
    """Σ open days × cost of a day, of those whose cost is known."""
    found = _of(grounds, node)
    inputs: list[Input] = []
    for person, days, cost in _open_days(grounds, node):
        if cost is not None:
            inputs.append(grounds.fact("weight", days, Measure.DAYS, "open", f"days of {person.id}"))
            inputs.append(_cost(grounds, person, cost))
    if found.open_cost is None:
        return unknown("no open work of which a cost is known", Measure.MONEY)
    return Explained(
        found.open_cost, Measure.MONEY, SUM_OF_PRODUCTS, tuple(inputs), "" if inputs else "it is done"
    )


def _open_days(grounds: Grounds, node: Node) -> Iterator[tuple[Node, float, float | None]]:
    """Who has open work in a tactic, how many days, and what a day of them costs."""
    plan = grounds.plan
    for who in plan.demand.who:
        person = plan.graph.top[who]
        if person.kind is not Kind.RESOURCE:
            days = sum(
                piece.days for piece in plan.demand.of(who) if plan.demand.tactic(piece.number).id == node.id
            )
            if days:
                yield person, days, day_of(plan, who).value


def _uncosted(grounds: Grounds, node: Node) -> Explained:
    """The open days of those whose cost nobody knows, and of nobody."""
    demand, inputs = grounds.plan.demand, list[Input]()
    for person, days, cost in _open_days(grounds, node):
        if cost is None:
            inputs.append(
                grounds.fact("value", days, Measure.DAYS, "open, and no cost", f"days of {person.id}")
            )
    for piece in demand.undone:
        if demand.tactic(piece.number).id == node.id:
            inputs.append(Ask("value", demand.item(piece.number), "open_days"))
    value = _of(grounds, node).uncosted_days
    return Explained(value, Measure.DAYS, SUM, tuple(inputs), "" if inputs else "there are none")


def _cost(grounds: Grounds, who: Node, cost: float) -> Input:
    if who.kind is Kind.PERSON:
        return grounds.stated(who, "value", cost, Measure.MONEY, "cost", name="cost of a day")
    return grounds.fact("value", cost, Measure.MONEY, "the mean of its people", "cost of a day")


def _committed(grounds: Grounds, node: Node) -> Explained:
    found = _of(grounds, node)
    if found.committed is None:
        lacks = "what it has spent" if found.open_cost is not None else "what its open work costs"
        return unknown(f"nobody knows {lacks}", Measure.MONEY)
    inputs = (_stated(grounds, node, "spent", "value"), Ask("value", node, "money/open_cost"))
    return Explained(found.committed, Measure.MONEY, SUM, inputs)


def _expected(grounds: Grounds, node: Node) -> Explained:
    found, status = _of(grounds, node), grounds.plan.status(node)
    inputs = (
        grounds.fact("status", None if status is None else status.value, Measure.WORD, "on the day"),
        _stated(grounds, node, "spent", "spent"),
        Ask("progress", node, "progress"),
        _stated(grounds, node, "planned", "planned"),
        Ask("committed", node, "money/committed"),
    )
    reason = "" if found.forecast is not None else "neither a budget nor the cost of its work is known"
    if status is Status.DONE and found.forecast is None:
        reason = "nobody says what it has cost"
    return Explained(found.forecast, Measure.MONEY, EXPECTED, inputs, reason)


def _stated(grounds: Grounds, node: Node, key: str, role: str) -> Input:
    budget = node.model.budget
    stated = None if budget is None else getattr(budget, key)
    return grounds.stated(node, role, stated, Measure.MONEY, "budget", key, name=f"budget {key}")


def _of_objective(grounds: Grounds, node: Node, name: str) -> Explained:
    """Σ link share × the same of what is below it, as far as it is known."""
    if name == "over":
        return _over(grounds, node)
    graph, inputs = grounds.plan.graph, list[Input]()
    for id in _parts(grounds, node):
        below = graph.top[id]
        if getattr(_of(grounds, below), name) is not None:
            inputs += (Ask("weight", below, f"link_share/{node.id}"), Ask("value", below, f"money/{name}"))
    value = getattr(_of(grounds, node), name)
    if value is None:
        return unknown("of nothing below it is that known", _unit(name))
    return Explained(value, _unit(name), SUM_OF_PRODUCTS, tuple(inputs))


def _of_plan(grounds: Grounds, node: Node, name: str) -> Explained:
    """Σ of the tactics that count, each once."""
    if name == "over":
        return _over(grounds, node)
    value, plan = getattr(_of(grounds, node), name), grounds.plan
    if value is None:
        return unknown("of no tactic is that known", _unit(name))
    known = (one for one in plan.graph.kinds[Kind.TACTIC] if getattr(_of(grounds, one), name) is not None)
    return Explained(value, _unit(name), SUM, tuple(Ask("value", one, f"money/{name}") for one in known))


def _parts(grounds: Grounds, node: Node) -> Iterator[str]:
    """The tactics and children that were summed up before it: in a circle what comes first counts for nothing."""
    graph, known = grounds.plan.graph, {id: at for at, id in enumerate(_money(grounds.plan))}
    for id in (*graph.tactics.get(node.id, ()), *graph.subobjectives.get(node.id, ())):
        if id in known and known[id] < known.get(node.id, 0):
            yield id


def _names(_grounds: Grounds, _node: Node) -> Iterator[str]:
    return iter(_NAMES)


FIGURES = tuple(
    Explainable("money", meaning, frozenset((kind,)), explain, _names, main="forecast")
    for kind, meaning, explain in (
        (Kind.TACTIC, "what it costs, has cost and is likely to cost", _of_tactic),
        (Kind.OBJECTIVE, "the same of what is below it", _of_objective),
        (Kind.PLAN, "the same of all tactics that count", _of_plan),
    )
)
