"""`effect` and `kpis --moves` themselves: what was asked for, and in what room it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.effects.chosen import chosen_effects, chosen_moves
from alignplan.analysis.effects.placing import Effect
from alignplan.analysis.selectors.choice import Choice, choose
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing
from alignplan.output.document import Block
from alignplan.views import effect as effects
from alignplan.views import moves

__all__ = ["show_effect", "show_moves"]


def show_effect(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    output_format: str | None,
    at: str | None,
    what_if: WhatIf,
) -> int:
    """Print the chosen tactics with what they move; the exit code."""

    def look(viewing: Viewing) -> Look:
        chosen = viewing.choose(selectors)
        found = list(chosen_effects(viewing.assessment, chosen, _without(viewing, exclude)))
        return Look(
            lambda: effects.answer(found),
            lambda: effects.table(found),
            lambda: _blocks(viewing, found),
            spare=effects.SPARE,
            summary=effects.summary(found),
            nothing=f"{chosen.asked or 'the plan'} has no tactic that moves a KPI"
            if chosen and not found
            else "",
        )

    return show_figures(settings, "effect", look, output_format=output_format, at=at, what_if=what_if)


def _blocks(viewing: Viewing, found: Sequence[Effect]) -> list[Block]:
    """For people a picture and a table; for machines every figure by itself."""
    if viewing.is_sheet:
        return [effects.sheet(found)]
    if not found:
        return [effects.table(found)]
    drawn = viewing.output_format != "markdown"
    return [effects.picture(found, viewing.width) if drawn else effects.fields(found), effects.table(found)]


def show_moves(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    output_format: str | None,
    at: str | None,
    what_if: WhatIf,
) -> int:
    """Print the chosen KPIs with what moves them; the exit code."""

    def look(viewing: Viewing) -> Look:
        chosen = viewing.choose(selectors)
        found = list(chosen_moves(viewing.assessment, chosen, _without(viewing, exclude)))
        return Look(
            lambda: moves.answer(found),
            lambda: moves.table(found),
            lambda: [moves.sheet(found) if viewing.is_sheet else moves.table(found)],
            spare=moves.SPARE,
            summary=moves.summary(found),
            nothing=f"{chosen.asked or 'the plan'} has no KPI" if chosen and not found else "",
        )

    return show_figures(settings, "moves", look, output_format=output_format, at=at, what_if=what_if)


def _without(viewing: Viewing, exclude: list[str] | None) -> Choice | None:
    return choose(viewing.assessment, tuple(exclude), shown=viewing.shown) if exclude else None
