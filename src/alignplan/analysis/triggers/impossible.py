"""Triggers that can never hold: of what they speak there will be no answer.

That is so for `of: plan` of a KPI with neither a target nor a range (there is no plan to compare with), for the
budget of a tactic without `planned`, and for what was dropped. What ended well (done, closed, met) is no fault: the
trigger was good, and was not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from alignplan.analysis.status import Statuses
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, references
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Impossible", "Reason", "impossible"]


class Reason(StrEnum):
    """Why a condition can never hold."""

    NO_PLAN = "no plan"
    NO_BUDGET = "no budget"
    DROPPED = "dropped"


@record
class Impossible:
    """A condition that can never hold: of whom it speaks, where, and why; `dropped` is what was dropped."""

    reference: Reference
    subject: Node
    reason: Reason
    dropped: Node | None = None


def impossible(contingency: Node, graph: PlanGraph, statuses: Statuses) -> Iterator[Impossible]:
    """Every condition inside the `when` of a contingency that can never hold, in order."""
    for reference in references(contingency):
        if reference.field != "when":
            continue
        subject = graph.resolve(reference)
        if subject is None or subject.kind not in reference.kinds:
            continue
        dropped = _dropped(subject, statuses)
        if dropped is not None:
            yield Impossible(reference, subject, Reason.DROPPED, dropped)
        elif reference.detail == "kpi" and _against_no_plan(_condition(contingency, reference), subject):
            yield Impossible(reference, subject, Reason.NO_PLAN)
        elif reference.detail == "budget" and (
            subject.model.budget is None or not subject.model.budget.planned
        ):
            yield Impossible(reference, subject, Reason.NO_BUDGET)


def _dropped(subject: Node, statuses: Statuses) -> Node | None:
    """What was dropped: the item itself, or what it stands in."""
    above: Node | None = subject
    while above is not None:
        if statuses.of(above) is Status.DROPPED:
            return above
        above = above.parent
    return None


def _condition(contingency: Node, reference: Reference) -> Any:
    """The trigger that a reference stands in."""
    trigger = contingency.model.when
    for step in reference.steps[1:-1]:
        trigger = trigger[step] if isinstance(step, int) else getattr(trigger, step)
    return trigger


def _against_no_plan(trigger: Any, kpi: Node) -> bool:
    return trigger.of is not None and kpi.model.target is None and kpi.model.range is None
