"""`alignplan progress`: how far it is."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan progress owner:mia")
def progress(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=1, metavar="N", help="So many levels, actions included.")
    ] = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """How far it is: done, planned by today, health with its reason, and what the KPIs say.

    Of a KPI, done is its attainment and planned the planned path on the day of its last value; the figures' page has
    the formulas. A dash: unknown.
    """
    from alignplan.analysis.advance import advances
    from alignplan.cli.looking import Look, show_figures
    from alignplan.cli.viewing import Viewing
    from alignplan.views.progress import LUXURY, answer, table

    def look(viewing: Viewing) -> Look:
        today = viewing.plan.as_of
        chosen = viewing.choose(selectors, exclude)
        found = list(advances(viewing.assessment, chosen, depth=depth))
        hint = "has no objective or tactic; `alignplan show ID` tells of one item"
        return Look(
            lambda: answer(found, viewing.assessment),
            lambda: table(found, today),
            luxury=LUXURY,
            nothing=f"{chosen.asked} {hint}" if chosen and not found else "",
        )

    return show_figures(settings, "progress", look, output_format=output_format, at=at, what_if=what_if)


COMMAND = progress
