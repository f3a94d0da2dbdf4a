"""`risks` itself: which risks and contingencies there are, and in what room they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.register import Register, register
from alignplan.analysis.selectors.choice import choose
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing
from alignplan.output.document import Block, Table
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.views.risks import answer, heat, narrow, sheet, summary, together, wide

__all__ = ["show_risks"]


def show_risks(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    output_format: str | None,
    at: str | None,
    what_if: WhatIf,
) -> int:
    """Print the chosen risks and contingencies; the exit code."""

    def look(viewing: Viewing) -> Look:
        plan = viewing.assessment
        chosen = viewing.choose(selectors)
        without = choose(plan, tuple(exclude), shown=viewing.shown) if exclude else None
        found = register(plan, chosen, without)
        nothing = f"{chosen.asked or 'the plan'} has neither a risk nor a contingency"
        return Look(
            lambda: answer(found, plan),
            lambda: together(found, plan),
            lambda: _blocks(viewing, found),
            spare=("review", "exposure", "activated", "since"),
            summary=summary(found, plan.graph.plan.model.currency),
            nothing=nothing if chosen and not found else "",
        )

    return show_figures(settings, "risks", look, output_format=output_format, at=at, what_if=what_if)


def _blocks(viewing: Viewing, found: Register) -> list[Block]:
    """As much in one table as there is room for; for machines every figure by itself."""
    plan = viewing.assessment
    if viewing.is_sheet:
        return sheet(found, plan)
    tables = wide(found, plan)
    map_ = heat(found, plan, ids=True)
    return [
        *(tables if _fits(tables, viewing.width) else narrow(found, plan)),
        *(map_ if _fits(map_, viewing.width) else heat(found, plan, ids=False)),
    ]


def _fits(blocks: Sequence[Block], room: int | None) -> bool:
    widths = (lay_out(block, Ink(), None).width for block in blocks if isinstance(block, Table))
    return room is None or all(width <= room for width in widths)
