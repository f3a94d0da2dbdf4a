"""Money: what is planned, spent and spoken for, and what it is likely to come to; by tactic and by objective.

- *Open cost*: Σ open days of each person × their `cost`, of a team × the mean cost of its people; days of whom nobody
  knows a cost are told beside it.
- *Committed*: `budget.spent` + open cost. What has not begun has spent nothing yet.
- *Forecast*: what is done has cost what it has; else `spent` ÷ progress, as work has cost so far (the usual EAC of
  earned value, BAC ÷ CPI), before there is progress `planned`; never less than what is committed.
- Of an objective: Σ s × the same of the tactics below that count, so that money counts once. What is unknown is left
  out; where nothing is known, so is the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from alignplan.analysis.earned.cost import day_of
from alignplan.analysis.load.demand import Demand
from alignplan.graph.circles import order
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["FIGURES", "Money", "money", "whole"]


@record
class Money:
    """Amounts in the plan's currency; unknown where nobody knows. `uncosted_days`: open days without a known cost."""

    planned: float | None = None
    spent: float | None = None
    open_cost: float | None = None
    committed: float | None = None
    forecast: float | None = None
    uncosted_days: float | None = None

    @property
    def over(self) -> float | None:
        """By how much the forecast is more than what is planned; below 0, less."""
        return None if self.forecast is None or self.planned is None else self.forecast - self.planned


FIGURES = tuple(entry.name for entry in fields(Money(1)))


def money(plan: Assessment, demand: Demand) -> dict[str, Money]:
    """Of every tactic and objective that counts, by id."""
    open_work = _open_work(plan, demand)
    tactics = {
        node.id: _of_tactic(plan, node, *open_work.get(node.id, (None, 0.0)))
        for node in plan.graph.kinds[Kind.TACTIC]
        if plan.counts(node)
    }
    return {**tactics, **_below(plan, tactics)}


def whole(plan: Assessment, found: Mapping[str, Money]) -> Money:
    """Of the plan: each tactic once, whatever it serves."""
    return _sum((1.0, found[node.id]) for node in plan.graph.kinds[Kind.TACTIC] if node.id in found)


def _open_work(plan: Assessment, demand: Demand) -> dict[str, tuple[float | None, float]]:
    """Of each tactic with open work the cost of it, as far as it is known, and the days of which it is not."""
    found: dict[str, tuple[float | None, float]] = {}
    for id, days, cost in _costs(plan, demand):
        known, rest = found.get(id, (None, 0.0))
        found[id] = (known, rest + days) if cost is None else ((known or 0.0) + days * cost, rest)
    return found


def _costs(plan: Assessment, demand: Demand) -> Iterator[tuple[str, float, float | None]]:
    for who in demand.who:
        node = plan.graph.top[who]
        if node.kind is not Kind.RESOURCE:
            cost = day_of(plan, who).value
            for piece in demand.of(who):
                yield demand.tactic(piece.number).id, piece.days, cost
    for piece in demand.undone:
        yield demand.tactic(piece.number).id, piece.days, None


def _of_tactic(plan: Assessment, tactic: Node, cost: float | None, uncosted: float) -> Money:
    budget, status = tactic.model.budget, plan.status(tactic)
    planned = None if budget is None else budget.planned
    spent = None if budget is None else budget.spent
    if status is Status.DONE:
        return Money(planned, spent, 0.0, spent, spent, 0.0)
    so_far = 0.0 if spent is None and status is Status.PLANNED else spent
    committed = None if so_far is None or cost is None else so_far + cost
    return Money(
        planned, spent, cost, committed, _forecast(plan, tactic, planned, so_far, committed), uncosted
    )


def _forecast(
    plan: Assessment, tactic: Node, planned: float | None, spent: float | None, committed: float | None
) -> float | None:
    progress = plan.progress_of(tactic)
    expected = spent * 100 / progress if spent and progress else planned
    known = [amount for amount in (expected, committed) if amount is not None]
    return max(known, default=None)


def _below(plan: Assessment, tactics: Mapping[str, Money]) -> dict[str, Money]:
    """Of every objective that counts. In a circle what comes first counts for nothing."""
    graph, links = plan.graph, plan.shares.links
    found: dict[str, Money] = {}
    for id in order({id: graph.subobjectives.get(id, ()) for id in graph.parents}):
        below = (*graph.tactics.get(id, ()), *graph.subobjectives.get(id, ()))
        found[id] = _sum(
            (links[one][id], tactics.get(one) or found[one])
            for one in below
            if one in tactics or (one in found and plan.counts(graph.top[one]))
        )
    return {id: amount for id, amount in found.items() if plan.counts(graph.top[id])}


def _sum(parts: Iterable[tuple[float, Money]]) -> Money:
    """Σ share × amount, figure by figure, of what is known."""
    listed = list(parts)
    sums: list[float | None] = []
    for name in FIGURES:
        known = [part * amount for part, one in listed if (amount := getattr(one, name)) is not None]
        sums.append(sum(known) if known else None)
    return Money(*sums)
