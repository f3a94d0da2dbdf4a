"""`kpis` itself: which KPIs there are, and in what room they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.forecast.kpis import KpiOutlook, outlooks
from alignplan.analysis.selectors.choice import choose
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing
from alignplan.output.document import Block, Table
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.views.kpis import SPARE, answer, layouts, sheet, summary, table

__all__ = ["show_kpis"]


def show_kpis(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    output_format: str | None,
    at: str | None,
    what_if: WhatIf,
) -> int:
    """Print the chosen KPIs; the exit code."""

    def look(viewing: Viewing) -> Look:
        plan = viewing.assessment
        chosen = viewing.choose(selectors)
        without = choose(plan, tuple(exclude), shown=viewing.shown) if exclude else None
        found = list(outlooks(plan, chosen, without))
        return Look(
            lambda: answer(found, plan),
            lambda: sheet(found, plan) if viewing.is_sheet else table(found, plan.today),
            lambda: _blocks(viewing, found),
            spare=SPARE,
            summary=summary(found),
            nothing=f"{chosen.asked or 'the plan'} has no KPI" if chosen and not found else "",
        )

    return show_figures(settings, "kpis", look, output_format=output_format, at=at, what_if=what_if)


def _blocks(viewing: Viewing, found: Sequence[KpiOutlook]) -> list[Block]:
    """In the first layout that has room; for machines every figure by itself."""
    if viewing.is_sheet:
        return [sheet(found, viewing.assessment)]
    blocks: list[Block] = []
    for blocks in layouts(found, viewing.plan.as_of):
        if viewing.width is None or _widest(blocks) <= viewing.width:
            break
    return blocks


def _widest(blocks: Sequence[Block]) -> int:
    return max(lay_out(block, Ink(), None).width for block in blocks if isinstance(block, Table))
