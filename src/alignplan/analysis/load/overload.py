"""Who and what is overbooked: months in which more is to be done than there is of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.kpis.periods import end_of_period
from alignplan.analysis.load.demand import Demand, Piece, Spread
from alignplan.analysis.load.load import ROUNDING, Loaded, leeway, parts, pieces_of
from alignplan.analysis.load.periods import By, Stretch, stretches
from alignplan.analysis.load.presence import day_at
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import PeriodKind

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["overloads"]


def overloads(plan: Standpoint, kinds: Sequence[Kind], most: float) -> Iterator[tuple[Node, list[Loaded]]]:
    """Those of some kinds with months in which the demand is over `most` percent of their capacity.

    Of a team only where it has work of its own then: else one of its people has too much, and that says it. Of a thing
    only where two works need it. Work that falls wholly into someone's leave is left out: R506 tells of it.
    """
    demand = plan.demand
    for kind in kinds:
        for node in plan.graph.kinds[kind]:
            if _surely_fits(demand, node, most):
                continue
            own = [piece for piece in demand.of(node.id) if piece.spread == Spread.OWN]
            if own and not _is_never_over(demand, node, own, most):
                months = list(_months(plan, demand, node, own, most))
                if months:
                    yield node, months


def _surely_fits(demand: Demand, node: Node, most: float) -> bool:
    """Whether all of it on one day would not be too much: a quick answer for most."""
    if not demand.most_at_once(node.id):
        return True
    return _is_even(node) and demand.most_at_once(node.id) <= demand.presence.rate(node) * most / 100


def _is_never_over(demand: Demand, node: Node, own: Sequence[Piece], most: float) -> bool:
    """Whether no day has too much: then no month has."""
    return _is_even(node) and _peak(demand, node, own) <= demand.presence.rate(node) * most / 100 + ROUNDING


def _is_even(node: Node) -> bool:
    """Whether there is as much of them on each day that they work: of teams nobody knows."""
    if node.kind is Kind.PERSON:
        return all(leave.hours is None for leave in node.model.leave)
    return node.kind is Kind.RESOURCE


def _peak(demand: Demand, node: Node, own: Sequence[Piece]) -> float:
    """The most that is to be done on one day."""
    days = demand.presence.days(node)
    changes: list[tuple[int, float]] = []
    for piece in own:
        rate = piece.days / days.count(piece.first, piece.last)
        changes += ((piece.first, rate), (piece.last, -rate))
    changes.sort()  # what ends on a day comes before what begins on it
    peak = now = 0.0
    for _, change in changes:
        now += change
        peak = max(peak, now)
    return peak


def _months(
    plan: Standpoint, demand: Demand, node: Node, own: Sequence[Piece], most: float
) -> Iterator[Loaded]:
    pieces = [one for one in pieces_of(demand, node) if one[1].spread == Spread.OWN]
    for month in _of_work(plan, own):
        first, last = month.within(plan.today)
        capacity = demand.presence.capacity(node, first, last)
        if capacity is None or not any(one.first < last and first < one.last for one in own):
            continue
        found = parts(demand, pieces, first, last)
        needed = sum(one.days for one in found)
        alone = node.kind is Kind.RESOURCE and len(found) < 2
        if needed > capacity * most / 100 + leeway(plan) and not alone:
            yield Loaded(month, capacity, needed, tuple(found), leeway(plan))


def _of_work(plan: Standpoint, own: Sequence[Piece]) -> Iterator[Stretch]:
    """The months of some pieces of work, the first as far as it is not over."""
    first, last = min(piece.first for piece in own), max(piece.last for piece in own)
    one, other = (day_at(plan.today, day) for day in (first, last - 1))
    return stretches(max(one.replace(day=1), plan.today), end_of_period(other, PeriodKind.MONTH), By.MONTH)
