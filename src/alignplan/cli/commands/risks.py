"""`alignplan risks`: what may go wrong, and what is done when it does."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan risks market-share+")
def risks(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """What may go wrong: exposure, response, the heat map, and which contingencies are armed.

    Exposure is probability × impact, in money where the impact is, else low, medium or high; a dash: unknown. A
    contingency is armed when its trigger holds and nobody has put it into effect. Those that threaten or belong to the
    items that are chosen, too.
    """
    from alignplan.cli.hazards import show_risks

    return show_risks(settings, selectors, exclude, output_format, at, what_if)


COMMAND = risks
