"""The tree of a plan."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.pictures.limbs import Outline
from alignplan.output.pictures.picture import Picture
from alignplan.output.pictures.tree import plan_tree
from alignplan.views.pictures.outlining import outlined

__all__ = ["drawn", "picture"]

_MOST = 250


def drawn(plan: Assessment, choice: Choice, most: int = _MOST) -> Outline | None:
    """What the tree shows; none where there is neither an objective nor a tactic."""
    return outlined(plan, choice, most=most)


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The tree of the chosen items; none where there is neither an objective nor a tactic."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else plan_tree(found)
