"""Who has something to do for an objective."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alignplan.analysis.load.alignment import serves_nothing
from alignplan.analysis.load.workers import skilled
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["busy"]

_OVER = (Status.DONE, Status.DROPPED)


def busy(plan: Assessment) -> set[str | None]:
    """The ids of the people and teams that live, aligned work names; none is not among them."""
    found = {objective.model.owner for objective in plan.judged(Kind.OBJECTIVE)}
    for tactic in plan.judged(Kind.TACTIC):
        if not serves_nothing(plan, tactic):
            found |= {tactic.model.owner, *_doing(plan, tactic)}
    return found - {None}


def _doing(plan: Assessment, tactic: Node) -> Iterator[str | None]:
    model = tactic.model
    for step in (*model.actions.values(), *model.milestones.values()):
        if step_status(step, plan.today) not in _OVER:
            yield step.owner
            yield from (who for who, _ in (*getattr(step, "assigned", ()), *getattr(step, "any_of", ())))
            yield from _able(plan, step)


def _able(plan: Assessment, step: Any) -> Iterator[str]:
    """Whoever has the skills, where nobody is named."""
    skills = getattr(step, "skills", ())
    if skills and not (step.assigned or step.any_of or step.owner):
        yield from (one.id for one in plan.graph.kinds[Kind.PERSON] if skilled(one, skills))
