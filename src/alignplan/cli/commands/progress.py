"""`alignplan progress`: how far it is."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import Exclude, Format, Selectors
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan progress owner:mia")
def progress(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=1, metavar="N", help="So many levels, actions included.")
    ] = None,
    output_format: Format = None,
) -> int:
    """How far it is: done, planned by today, health with its reason, and what the KPIs say.

    Of a KPI, done is its attainment and planned the planned path on the day of its last value; the figures' page has
    the formulas. A dash: unknown.
    """
    from alignplan.analysis.advance import advances
    from alignplan.cli.viewing import open_view
    from alignplan.views.progress import LUXURY, answer, blocks

    viewing = open_view(settings, output_format)
    today = viewing.plan.as_of
    chosen = viewing.choose(selectors, exclude)
    found = list(advances(viewing.assessment, chosen, depth=depth))
    if chosen and not found:
        viewing.note(f"{chosen.asked} has no objective or tactic; `alignplan show ID` tells of one item")
    return viewing.show(
        "progress",
        answer(found, viewing.assessment),
        () if viewing.is_json else blocks(found, today),
        luxury=LUXURY,
    )


COMMAND = progress
