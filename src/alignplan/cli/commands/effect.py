"""`alignplan effect`: what is carried out, and what it changes."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan effect share-2026")
def effect(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """What is carried out, and what it changes: working; executed, not working; lucky; stuck.

    Each tactic with each KPI that it moves. Executed: done, or its progress is on track. Effective: of what the work of
    all who move the KPI was to bring by now, at least half is seen since the first of them began. Too early to tell:
    under half of it is done, nothing was to come yet, or the KPI was not measured since it began. Of chosen objectives
    and KPIs all who move them.
    """
    from alignplan.cli.effects import show_effect

    return show_effect(settings, selectors, exclude, output_format, at, what_if)


COMMAND = effect
