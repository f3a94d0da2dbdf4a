"""Earned value in `progress`: which rows there are, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.advance import advances
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import outline
from alignplan.cli.looking import Look
from alignplan.graph.nodes import Node
from alignplan.model.words import Status
from alignplan.views import earned as view
from alignplan.views.earned import EarnedRow
from alignplan.views.progress import answer as progress_answer

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.cli.viewing import Viewing

__all__ = ["look_at_earned"]


def look_at_earned(viewing: Viewing, chosen: Choice, depth: int | None) -> Look:
    """The earned value of what was chosen; in JSON beside what `progress` says anyway."""
    plan = viewing.assessment
    found = list(_rows(plan, chosen, depth))
    whole = plan.earned.of_choice(chosen)
    lacking = f"{chosen.asked or 'the plan'} has no objective or tactic"

    def answer() -> dict[str, object]:
        advanced = list(advances(plan, chosen, depth=depth))
        return {**progress_answer(advanced, plan), "earned": view.answer(found)}

    return Look(
        answer,
        lambda: view.sheet(found) if viewing.is_sheet else view.table(found, plan.bands),
        spare=view.SPARE,
        summary=view.summary(whole, plan) if chosen.everything else "",
        nothing=f"{lacking}; `alignplan show ID` tells of one item" if chosen and not found else "",
    )


def _rows(plan: Assessment, chosen: Choice, depth: int | None) -> Iterator[EarnedRow]:
    """The plan as a whole where nothing was chosen, then objectives and tactics in the order of the tree."""
    branches = [
        (branch.node, branch.depth)
        for branch in outline(plan.graph, chosen, levels=depth, headings=False)
        if branch.node is not None
    ]
    if chosen.everything and branches:
        yield EarnedRow(plan.earned.of(plan.graph.plan), 0)
    below = 1 if chosen.everything else 0
    for node, level in branches:
        yield EarnedRow(plan.earned.of(node), level + below, _aside(plan, node))


def _aside(plan: Assessment, node: Node) -> str:
    """Why an item counts for nothing."""
    if plan.status(node) is Status.DROPPED:
        return "dropped"
    return "stands by" if plan.stands_by(node) else ""
