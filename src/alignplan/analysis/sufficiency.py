"""Sufficiency: whether what is done is enough for what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from alignplan.analysis.kpis.decimals import exact, finite
from alignplan.analysis.kpis.goal import Goal
from alignplan.analysis.movers import movers
from alignplan.analysis.status import Statuses
from alignplan.graph.circles import components
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Moved", "Sufficiency", "moved", "promises", "sufficiency_of_goal", "sufficiency_of_objective"]


@record
class Sufficiency:
    """In percent of the change that is needed; `applies` is false (n/a) where no KPI has a change to bring about."""

    value: float | None
    applies: bool = True


@record
class Moved:
    """What all tactics together bring to each KPI, in its unit."""

    stated: bool
    """Whether any tactic of the plan has `moves`."""
    by_kpi: dict[str, Decimal]


def promises(tactic: Node, statuses: Statuses) -> bool:
    """Whether what a tactic moves is promised: it counts and is not paused; done ones too."""
    return statuses.counts(tactic) and statuses.of_tactics[tactic.id] is not Status.PAUSED


def moved(graph: PlanGraph, statuses: Statuses, base_of: Mapping[str, str | None]) -> Moved:
    """Σ `moves` by KPI of all tactics that count and are not paused, done ones too.

    `base_of`: KPI → the KPI that its series names. A move on a series counts for its bases and for what is based on
    it, not between siblings.
    """
    own: dict[str, Decimal] = {}
    for mover in movers(graph):
        if promises(mover.tactic, statuses):
            own[mover.kpi] = own.get(mover.kpi, Decimal(0)) + exact(mover.move.by)
    stated = any(node.model.moves for node in graph.kinds[Kind.TACTIC])
    return Moved(stated, _along_series(own, base_of))


def _along_series(own: Mapping[str, Decimal], base_of: Mapping[str, str | None]) -> dict[str, Decimal]:
    """Each KPI's own sum, with those of all its bases and of all that is based on it. A circle is no series."""
    none = Decimal(0)
    parts = components({id: [base] if base else [] for id, base in base_of.items()})
    bases_first = [
        (part[0], base_of[part[0]]) for part in parts if len(part) == 1 and base_of[part[0]] != part[0]
    ]
    above = dict.fromkeys(base_of, none)
    below = dict.fromkeys(base_of, none)
    for id, base in bases_first:
        if base:
            above[id] = above[base] + own.get(base, none)
    for id, base in reversed(bases_first):
        if base:
            below[base] += below[id] + own.get(id, none)
    return {id: own.get(id, none) + above[id] + below[id] for id in base_of}


def sufficiency_of_goal(goal: Goal, change: Decimal) -> float | None:
    """Σ moves ÷ (target − baseline) in percent, of the moves that `change` sums up.

    Not defined for a range, without baseline or target, and where target = baseline.
    """
    if (
        goal.is_range
        or goal.baseline is None
        or goal.target is None
        or goal.baseline.value == goal.target.value
    ):
        return None
    needed = exact(goal.target.value) - exact(goal.baseline.value)
    return finite(change * 100 / needed)


def sufficiency_of_objective(goals: Mapping[str, Goal], changes: Moved) -> Sufficiency:
    """The lowest sufficiency of the KPIs of an objective, by address.

    KPIs for which it is not defined are left out; none left: n/a. Nothing moves a KPI: 0. No `moves` in the whole
    plan: unknown.
    """
    values = [sufficiency_of_goal(goal, changes.by_kpi[id]) for id, goal in goals.items()]
    known = [value for value in values if value is not None]
    if not known:
        return Sufficiency(None, applies=False)
    return Sufficiency(min(known) if changes.stated else None)
