"""What was asked for: KPIs with what moves them, tactics with what they move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.effects.moved import KpiMoves
from alignplan.analysis.effects.placing import Effect
from alignplan.analysis.kpis.standing import KpiStanding

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.selectors.choice import Choice

__all__ = ["chosen_effects", "chosen_moves"]


def chosen_moves(plan: Assessment, choice: Choice, without: Choice | None = None) -> Iterator[KpiMoves]:
    """The chosen KPIs in the order of the plan, those that measure a chosen objective or that a chosen tactic moves.

    Not those of `without`; nor parts of others that have no target, measure nothing, and that nothing moves.
    """
    for kpi in plan.kpis.values():
        if without is not None and _covers(without, kpi):
            continue
        movers = plan.effects.movers(kpi.id)
        if not (movers or kpi.objectives or kpi.target is not None or kpi.goal.is_range):
            continue
        if _covers(choice, kpi) or any(mover.tactic in choice for mover in movers):
            yield plan.effects.moves_of(kpi.id)


def chosen_effects(plan: Assessment, choice: Choice, without: Choice | None = None) -> Iterator[Effect]:
    """The effects of chosen tactics, on chosen KPIs, and on those of chosen objectives; not those of `without`."""
    for effect in plan.effects.all():
        if _touches(choice, effect) and not (without is not None and _touches(without, effect)):
            yield effect


def _touches(choice: Choice, effect: Effect) -> bool:
    return effect.share.tactic in choice or _covers(choice, effect.moves.kpi)


def _covers(choice: Choice, kpi: KpiStanding) -> bool:
    return kpi.node in choice or any(objective in choice for objective in kpi.objectives)
