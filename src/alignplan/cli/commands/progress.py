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
    earned: Annotated[
        bool, typer.Option("--earned", help="Earned value: what was planned, earned and spent, in money.")
    ] = False,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """How far it is: done, planned by today, health with its reason, and what the KPIs say.

    Where a schedule is locked, planned goes by its days, and finish is when it will be done.
    Of a KPI, done is its attainment and planned the planned path on the day of its last value; the figures' page has
    the formulas. A dash: unknown.
    With --earned the earned value of each objective and tactic and of the plan: budget (BAC), planned value (PV),
    earned value (EV) and actual cost (AC), the indices that follow from them, and what it will cost in all (EAC). CSV,
    TSV and JSON have all of its figures.
    """
    from alignplan.analysis.advance import advances
    from alignplan.cli.looking import Look, show_figures
    from alignplan.cli.viewing import Viewing
    from alignplan.views.progress import LUXURY, answer, table

    def look(viewing: Viewing) -> Look:
        today = viewing.plan.as_of
        chosen = viewing.choose(selectors, exclude)
        if earned:
            from alignplan.cli.earning import look_at_earned

            return look_at_earned(viewing, chosen, depth)
        locked = viewing.assessment.lock is not None
        scheduled = viewing.is_json or locked
        found = list(advances(viewing.assessment, chosen, depth=depth, scheduled=scheduled))
        lacking = f"{chosen.asked or 'the plan'} has no objective or tactic"
        return Look(
            lambda: answer(found, viewing.assessment),
            lambda: table(found, today, finish=locked),
            luxury=LUXURY,
            nothing=f"{lacking}; `alignplan show ID` tells of one item" if chosen and not found else "",
        )

    return show_figures(settings, "progress", look, output_format=output_format, at=at, what_if=what_if)


COMMAND = progress
