"""`alignplan gaps`: what is missing, objective by objective."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan gaps market-share+")
def gaps(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """What is missing, objective by objective.

    served: tactics that count, at any depth. measured: a KPI with target and unit. owned, scheduled: the objective and
    its tactics. resourced: its tactics have money or people. hedged: its critical tactics have a contingency. enough:
    what the tactics are to move, in percent of what the KPIs need. A dash: not asked; a star: missing, but accepted.
    """
    from alignplan.cli.looking import Look, show_figures
    from alignplan.cli.viewing import Viewing
    from alignplan.views.gaps import SPARE, answer, blocks, table

    def look(viewing: Viewing) -> Look:
        chosen = viewing.choose(selectors, exclude)
        found = viewing.plan.gaps(chosen)
        nothing = (
            f"{chosen.asked or 'the plan'} has no live objective" if chosen and not found.objectives else ""
        )
        return Look(
            lambda: answer(found), lambda: table(found), lambda: blocks(found), spare=SPARE, nothing=nothing
        )

    return show_figures(settings, "gaps", look, output_format=output_format, at=at, what_if=what_if)


COMMAND = gaps
