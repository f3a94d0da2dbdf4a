"""BAC, PV, EV and AC of a tactic, and of what is above it; and what work costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.earned.amount import Amount
from alignplan.analysis.earned.cost import (
    Days,
    cost_of,
    day_of,
    effort_days,
    members,
    of_actions,
    rate_of,
    remaining_days,
    spent_days,
)
from alignplan.analysis.earned.tactics import budgeted, is_spent_stated
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import MEAN, PRODUCT, STATED, SUM, SUM_OF_PRODUCTS
from alignplan.analysis.explaining.operations.earned import PART, REST
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.explaining.operations.work import DAYS_OF_WORK
from alignplan.analysis.matrix import workers_of
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration
from alignplan.model.words import Status
from alignplan.output.figures import exact_number

__all__ = ["FIGURES", "ORDER"]

ORDER = 56
Explain = Callable[[Grounds, Node, str], Explained]
_PERCENT = {"pv": "planned", "ev": "progress"}


def _four(name: str) -> Explain:
    """One of the four, of a tactic, an objective or the plan."""

    def explain(grounds: Grounds, node: Node, _detail: str) -> Explained:
        found = grounds.plan.earned.of(node)[name]
        if node.kind is not Kind.TACTIC:
            return _summed(grounds, node, name, found)
        if name in _PERCENT:
            asks = (Ask("value", node, "bac"), Ask("percent", node, _PERCENT[name]))
            return _told(found, Measure.MONEY, PART, *asks)
        return _bac(grounds, node, found) if name == "bac" else _ac(grounds, node, found)

    return explain


def _told(found: Amount, unit: Measure, operation: Operation, *inputs: Input, reason: str = "") -> Explained:
    if found.value is None:
        return unknown(found.reason, unit, *inputs)
    return Explained(found.value, unit, operation, inputs, reason)


def _bac(grounds: Grounds, tactic: Node, found: Amount) -> Explained:
    if budgeted(tactic):
        return _told(found, Measure.MONEY, STATED, _budget(grounds, tactic, "planned"))
    return _told(found, Measure.MONEY, SUM, *_costs(grounds, tactic, "cost"))


def _ac(grounds: Grounds, tactic: Node, found: Amount) -> Explained:
    if is_spent_stated(tactic):
        return _told(found, Measure.MONEY, STATED, _budget(grounds, tactic, "spent"))
    if budgeted(tactic) or grounds.plan.status(tactic) is Status.PLANNED:
        return _told(found, Measure.MONEY, SUM, reason="it has not begun")
    return _told(found, Measure.MONEY, SUM, *_costs(grounds, tactic, "spent_cost"))


def _budget(grounds: Grounds, tactic: Node, field: str) -> Input:
    value = getattr(tactic.model.budget, field)
    return grounds.stated(tactic, "value", value, Measure.MONEY, "budget", field, name=f"budget {field}")


def _costs(grounds: Grounds, tactic: Node, figure: str) -> Iterator[Input]:
    return (Ask("value", action, figure) for action in of_actions(grounds.plan, tactic))


# ------------------------------------------------------------ sums


def _summed(grounds: Grounds, node: Node, name: str, found: Amount) -> Explained:
    """Of the plan all tactics that have a BAC; of an objective what is below it, with the shares of the links."""
    plan = grounds.plan
    if node.kind is Kind.PLAN:
        tactics = [plan.graph.top[id] for id in plan.earned.shares(node)]
        asks = (Ask("value", one, name) for one in tactics if plan.earned.of(one)["bac"].value is not None)
        return _told(found, Measure.MONEY, SUM, *asks)
    inputs: list[Input] = []
    for below in _below(grounds, node):
        if plan.earned.of(below)["bac"].value is not None:
            inputs += [Ask("weight", below, f"link_share/{node.id}"), Ask("value", below, name)]
    return _told(found, Measure.MONEY, SUM_OF_PRODUCTS, *inputs)


def _below(grounds: Grounds, objective: Node) -> Iterator[Node]:
    """What is summed up for an objective. In a circle what comes first counts for nothing."""
    graph, plan = grounds.plan.graph, grounds.plan
    place = {id: at for at, id in enumerate(plan.earned.order)}
    children = graph.subobjectives.get(objective.id, ())
    for id in (
        *graph.tactics.get(objective.id, ()),
        *(one for one in children if place[one] < place[objective.id]),
    ):
        if plan.counts(graph.top[id]):
            yield graph.top[id]


def _remaining_cost(grounds: Grounds, node: Node, _detail: str) -> Explained:
    """What the effort that is still to come costs."""
    found = grounds.plan.earned.of(node).basis.remaining
    if node.kind is not Kind.TACTIC:
        return _summed(grounds, node, "remaining_cost", found)
    if grounds.plan.status(node) is Status.DONE:
        return _told(found, Measure.MONEY, SUM, reason="it is done")
    return _told(found, Measure.MONEY, SUM, *_costs(grounds, node, "remaining_cost"))


# ------------------------------------------------------------ what work costs


def _cost(days: Days, figure: str) -> Explain:
    def explain(grounds: Grounds, node: Node, _detail: str) -> Explained:
        found = cost_of(grounds.plan, node, days)
        if days(grounds.plan, node).value == 0:
            return _told(found, Measure.MONEY, SUM, reason="no one's work")
        return _told(found, Measure.MONEY, PRODUCT, Ask("value", node, figure), Ask("value", node, "rate"))

    return explain


def _rate(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = rate_of(grounds.plan, node)
    assert node.parent is not None
    inputs: list[Input] = []
    for who, _ in workers_of(node.model, node.parent.model.owner):
        worker = grounds.plan.graph.top.get(who)
        if worker is not None:
            inputs += [Ask("weight", node, f"part/{who}"), Ask("value", worker, "day_cost")]
    return _told(found, Measure.MONEY, SUM_OF_PRODUCTS, *inputs)


def _day_cost(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = day_of(grounds.plan, node.id)
    if node.kind is Kind.PERSON:
        leaf = grounds.stated(node, "value", node.model.cost, Measure.MONEY, "cost", name="cost")
        return _told(found, Measure.MONEY, STATED, leaf)
    asks = (Ask("value", one, "day_cost") for one in members(grounds.plan, node.id))
    return _told(found, Measure.MONEY, MEAN, *asks)


def _effort_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = effort_days(grounds.plan, node)
    if node.model.effort is None:
        return _told(found, Measure.DAYS, SUM, reason="no one's work drives it")
    return _told(found, Measure.DAYS, STATED, Ask("value", node, "work_days"))


def _spent_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = spent_days(grounds.plan, node)
    if node.model.spent is not None:
        return _of_length(grounds, node, "spent", node.model.spent, found)
    return _told(found, Measure.DAYS, SUM, reason="it has not begun, or no one's work drives it")


def _remaining_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = remaining_days(grounds.plan, node)
    status = step_status(node.model, grounds.plan.today)
    if status is Status.DONE:
        return _told(found, Measure.DAYS, SUM, reason="it is done")
    if node.model.remaining is not None and status is not Status.PLANNED:
        return _of_length(grounds, node, "remaining", node.model.remaining, found)
    asks = (Ask("value", node, "effort_days"), Ask("percent", node, "progress"))
    return _told(found, Measure.DAYS, REST, *asks)


def _of_length(grounds: Grounds, node: Node, field: str, length: Duration, found: Amount) -> Explained:
    text = f"{exact_number(length.amount)}{length.unit}"
    leaf = grounds.stated(node, "length", text, Measure.WORD, field, name=field)
    return _told(found, Measure.DAYS, DAYS_OF_WORK, leaf, *(() if length.unit == "d" else grounds.week))


_ACTIONS = frozenset((Kind.ACTION,))
_WORKERS = frozenset((Kind.PERSON, Kind.TEAM))
_EARNING = frozenset((Kind.PLAN, Kind.OBJECTIVE, Kind.TACTIC))
FIGURES = (
    Explainable("bac", "the budget of all of it", _EARNING, _four("bac")),
    Explainable("pv", "planned value: BAC × planned progress", _EARNING, _four("pv")),
    Explainable("ev", "earned value: BAC × progress", _EARNING, _four("ev")),
    Explainable("ac", "actual cost: what was spent", _EARNING, _four("ac")),
    Explainable("remaining_cost", "what the effort that is still to come costs", _EARNING, _remaining_cost, inner=True),
    Explainable("day_cost", "what a day of theirs costs", _WORKERS, _day_cost, inner=True),
    Explainable("rate", "what a day of work on it costs", _ACTIONS, _rate, inner=True),
    Explainable("effort_days", "its effort in days", _ACTIONS, _effort_days, inner=True),
    Explainable("spent_days", "the days of work that it has taken", _ACTIONS, _spent_days, inner=True),
    Explainable("remaining_days", "the days of work still to come", _ACTIONS, _remaining_days, inner=True),
    Explainable("cost", "what its effort costs", _ACTIONS, _cost(effort_days, "effort_days"), inner=True),
    Explainable("spent_cost", "what its work has cost", _ACTIONS, _cost(spent_days, "spent_days"), inner=True),
    Explainable("remaining_cost", "what its work will still cost", _ACTIONS, _cost(remaining_days, "remaining_days"),
                inner=True),
)  # fmt: skip
