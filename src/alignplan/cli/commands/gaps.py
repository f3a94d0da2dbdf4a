"""`alignplan gaps`: what is missing, objective by objective."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import Exclude, Format, Selectors
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan gaps market-share+")
def gaps(
    settings: Settings, selectors: Selectors = None, exclude: Exclude = None, output_format: Format = None
) -> int:
    """What is missing, objective by objective.

    served: tactics that count, at any depth. measured: a KPI with target and unit. owned, scheduled: the objective and
    its tactics. resourced: its tactics have money or people. hedged: its critical tactics have a contingency. enough:
    what the tactics are to move, in percent of what the KPIs need. A dash: not asked; a star: missing, but accepted.
    """
    from alignplan.cli.viewing import open_view
    from alignplan.views.gaps import SPARE, answer, blocks

    viewing = open_view(settings, output_format)
    chosen = viewing.choose(selectors, exclude)
    found = viewing.plan.gaps(chosen)
    if chosen and not found.objectives:
        viewing.note(f"{chosen.asked or 'the plan'} has no live objective")
    return viewing.show("gaps", answer(found), () if viewing.is_json else blocks(found), spare=SPARE)


COMMAND = gaps
