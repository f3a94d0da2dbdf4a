"""Who works how much on what: the days in the matrix of people."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.effort import person_days
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import EQUAL, PRODUCT, QUOTIENT, SUM
from alignplan.analysis.matrix import loads_of, people_of, workers_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["FIGURES", "ORDER"]

ORDER = 55
_ACTIONS = frozenset((Kind.ACTION,))


def _of_tactic(grounds: Grounds, node: Node, who: str) -> Explained:
    cells = {cell.column: cell.value for cell in people_of(grounds.plan, node)}
    asks: list[Input] = []
    for step in grounds.plan.graph.children(node):
        if step.kind is Kind.ACTION and step.model.status is not Status.DROPPED:
            working = {one for one, _ in workers_of(step.model, node.model.owner)}
            if who in working and step.model.effort is not None:
                asks.append(Ask("value", step, f"days/{who}"))
    if cells.get(who) is None:
        return unknown("no effort is stated for what they do there", Measure.DAYS)
    return Explained(cells[who], Measure.DAYS, SUM, tuple(asks))


def _of_action(grounds: Grounds, node: Node, who: str) -> Explained:
    parts = dict(workers_of(node.model, _owner(node)))
    days = person_days(node.model, grounds.plan.week)
    if days is None:
        return unknown("no effort is stated", Measure.DAYS)
    asks = (Ask("value", node, "work_days"), Ask("value", node, f"part/{who}"))
    return Explained(days * parts[who], Measure.DAYS, PRODUCT, asks)


def _part(grounds: Grounds, node: Node, who: str) -> Explained:
    """The part of an action that someone does."""
    value = dict(workers_of(node.model, _owner(node)))[who]
    loads = loads_of(node.model)
    whole = sum(loads.values())
    if len(loads) < 2 or not whole:
        words = "nobody else is named" if len(loads) < 2 else "all alike"
        return Explained(
            value, Measure.NUMBER, EQUAL if value == 1 else QUOTIENT, _alike(grounds, loads, value), words
        )
    leaf = grounds.stated(node, "part", loads[who], Measure.PERCENT, "assigned", who, name=f"{who} assigned")
    if any(one == who for one, _ in node.model.any_of):
        note = f"one of {len(node.model.any_of)} who may"
        leaf = grounds.fact("part", loads[who], Measure.PERCENT, note, name=f"{who} any_of")
    return Explained(
        value, Measure.NUMBER, QUOTIENT, (leaf, grounds.fact("whole", whole, Measure.PERCENT, "of all"))
    )


def _alike(grounds: Grounds, loads: dict[str, float], value: float) -> tuple[Input, ...]:
    return () if value == 1 else (grounds.fact("part", 1), grounds.fact("whole", len(loads), note="people"))


def _owner(action: Node) -> str | None:
    assert action.parent is not None
    owner: str | None = action.parent.model.owner
    return owner


def _people(grounds: Grounds, node: Node) -> Iterator[str]:
    return (cell.column for cell in people_of(grounds.plan, node))


def _workers(_grounds: Grounds, node: Node) -> Iterator[str]:
    return (who for who, _ in workers_of(node.model, _owner(node)))


FIGURES = (
    Explainable("days", "the days that someone works on it", frozenset((Kind.TACTIC,)), _of_tactic, _people),
    Explainable("days", "the days that someone works on it", _ACTIONS, _of_action, _workers),
    Explainable("part", "the part of it that someone does", _ACTIONS, _part, _workers),
)
