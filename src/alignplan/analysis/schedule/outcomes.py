"""Which work is done for which objective, and is meant to be finished for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.rollup import bottom_up
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["work_below"]


def work_below(plan: Standpoint) -> dict[str, tuple[str, ...]]:
    """The tactics that serve each objective, itself or through its children, as far as they count; each once.

    Left out is what is to end later than the objective anyhow: it goes on for the sake of another. An objective that
    was dropped hands nothing on. In a circle of objectives each has its own tactics alone.
    """
    graph = plan.graph
    order, circular = bottom_up(graph)
    found: dict[str, tuple[str, ...]] = {}
    for id in order:
        below = [tactic for tactic in graph.tactics.get(id, ()) if plan.counts(graph.top[tactic])]
        if id not in circular:
            for child in graph.subobjectives.get(id, ()):
                if plan.status(graph.top[child]) is not Status.DROPPED:
                    below.extend(found.get(child, ()))
        found[id] = tuple(tactic for tactic in dict.fromkeys(below) if _is_in_time(plan, id, tactic))
    return found


def _is_in_time(plan: Standpoint, objective: str, tactic: str) -> bool:
    """Whether a tactic is meant to end before the objective is due."""
    due, last = plan.dates.objectives[objective].due, plan.graph.top[tactic].model.due
    return due is None or last is None or last <= due
