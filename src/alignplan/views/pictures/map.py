"""The strategy map of a plan."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.pictures.limbs import Outline
from alignplan.output.pictures.map import strategy_map
from alignplan.output.pictures.picture import Picture
from alignplan.views.pictures.outlining import outlined

__all__ = ["drawn", "picture"]

_MOST, _LEVELS = 80, 4


def drawn(
    plan: Assessment, choice: Choice, most: int = _MOST, levels: int | None = _LEVELS
) -> Outline | None:
    """What the map shows; none where there is neither an objective nor a tactic."""
    return outlined(plan, choice, most=most, levels=levels)


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The strategy map of the chosen items; none where there is neither an objective nor a tactic."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else strategy_map(found)
