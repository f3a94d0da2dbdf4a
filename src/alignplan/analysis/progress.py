"""Progress: how much of the work is done, in percent."""

from __future__ import annotations

from datetime import date
from typing import Any

from alignplan.analysis.effort import WorkWeek, action_weights
from alignplan.analysis.rollup import bottom_up, parts_of, weighted_mean
from alignplan.analysis.shares import Shares
from alignplan.analysis.status import Statuses, step_status
from alignplan.graph.graph import PlanGraph
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

__all__ = ["Figures", "action_progress", "milestone_progress", "progress", "steps", "tactic_progress"]

Figures = dict[str, float | None]
"""A percentage of each objective or tactic; `None` where it is unknown."""


def action_progress(action: Any, today: date) -> float:
    """Progress of an action in percent: 100 when done, else its `progress`, else 0."""
    if step_status(action, today) is Status.DONE:
        return 100.0
    return float(action.progress or 0.0)


def milestone_progress(milestone: Any, today: date) -> float:
    """Progress of a milestone in percent: 100 when it is reached, else 0."""
    return 100.0 if step_status(milestone, today) is Status.DONE else 0.0


def steps(tactic: Any) -> tuple[list[Any], list[Any]]:
    """The actions of a tactic, or where it has none its milestones; dropped steps are no steps."""
    actions = [action for action in tactic.actions.values() if action.status is not Status.DROPPED]
    if actions:
        return actions, []
    return [], [
        milestone for milestone in tactic.milestones.values() if milestone.status is not Status.DROPPED
    ]


def tactic_progress(tactic: Any, status: Status, today: date, week: WorkWeek) -> float | None:
    """Progress of a tactic in percent.

    100 when done, else Σ w·p ÷ Σ w over its actions, w their effort in person-days (see `action_weights`); without
    actions the part of its milestones that is reached; else its own `progress`, else 0 when planned, else unknown.
    """
    if status is Status.DONE:
        return 100.0
    actions, milestones = steps(tactic)
    if actions:
        done = [action_progress(action, today) for action in actions]
        return weighted_mean(zip(action_weights(actions, week), done, strict=True))
    if milestones:
        return weighted_mean((1.0, milestone_progress(milestone, today)) for milestone in milestones)
    if tactic.progress is not None:
        return float(tactic.progress)
    return 0.0 if status is Status.PLANNED else None


def progress(graph: PlanGraph, statuses: Statuses, shares: Shares, week: WorkWeek) -> tuple[Figures, Figures]:
    """Progress of all objectives and of all tactics, in percent.

    Of an objective: 100 when done, else Σ w·p ÷ Σ w over its children and direct tactics that count and whose p is
    known, w = n·g·s (see `parts_of`). Nothing known, or in a circle: unknown.
    """
    tactics: Figures = {
        node.id: tactic_progress(node.model, statuses.of_tactics[node.id], statuses.today, week)
        for node in graph.kinds[Kind.TACTIC]
    }
    order, circular = bottom_up(graph)
    objectives: Figures = dict.fromkeys(order)
    for id in order:
        if statuses.of_objectives[id] is Status.DONE:
            objectives[id] = 100.0
        elif id not in circular:
            objectives[id] = weighted_mean(parts_of(id, shares, objectives, tactics))
    return objectives, tactics
