"""The periods of a plan and the work that falls into them, looked up for explanations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.load.demand import Piece
from alignplan.analysis.load.load import all_periods, parts, pieces_of
from alignplan.analysis.load.periods import By
from alignplan.graph.nodes import Node

__all__ = [
    "busy_months",
    "capacity_in",
    "days_between",
    "demand_in",
    "is_period",
    "pieces_by_action",
    "within",
]

_Bounds = tuple[int, int]


@lru_cache(maxsize=2)
def _periods(plan: Assessment) -> Mapping[str, _Bounds]:
    """Every week, month and quarter until all open work is to be done, counted from today."""
    found = (one for by in By for one in all_periods(plan, plan.demand, by))
    return {one.name: one.within(plan.today) for one in found}


def is_period(plan: Assessment, name: str) -> bool:
    """Whether it is the name of a period."""
    return name in _periods(plan)


def within(plan: Assessment, period: str) -> _Bounds:
    """A period counted from today: the first day, and the one after the last."""
    return _periods(plan)[period]


@lru_cache(maxsize=2)
def _found(_plan: Assessment) -> dict[tuple[str, bool], Mapping[str, Sequence[Piece]]]:
    """What was looked up of a plan so far."""
    return {}


def pieces_by_action(plan: Assessment, who: str, *, of_skill: bool = False) -> Mapping[str, Sequence[Piece]]:
    """The work that waits for someone or something, or asks for a skill, by the id of its action."""
    known, key = _found(plan), (who, of_skill)
    if key not in known:
        load, found = plan.demand, dict[str, list[Piece]]()
        for piece in load.of_skill(who) if of_skill else load.of(who):
            found.setdefault(load.item(piece.number).id, []).append(piece)
        known[key] = found
    return known[key]


def days_between(plan: Assessment, who: Node | None, pieces: Sequence[Piece], period: str) -> float:
    """What of some pieces of work falls into a period."""
    found = parts(plan.demand, [(who, piece) for piece in pieces], *within(plan, period))
    return sum(part.days for part in found)


def demand_in(plan: Assessment, node: Node, period: str) -> float:
    """What is to be done in a period; of a team what its people do, too."""
    found = parts(plan.demand, pieces_of(plan.demand, node), *within(plan, period))
    return sum(part.days for part in found)


def capacity_in(plan: Assessment, node: Node, period: str) -> float | None:
    """What there is in a period."""
    return plan.demand.presence.capacity(node, *within(plan, period))


def busy_months(plan: Assessment, node: Node) -> Iterator[str]:
    """The months in which someone has something to do."""
    pieces = list(pieces_of(plan.demand, node))
    for one in all_periods(plan, plan.demand, By.MONTH):
        if parts(plan.demand, pieces, *one.within(plan.today)):
            yield one.name
