"""`alignplan kpis`: what the measurements say, and what is likely to come of them."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings

Moves = Annotated[
    bool, typer.Option("--moves", help="Who moves them: needed, promised, to come by now, seen, to go.")
]


@command("LOOK", "alignplan kpis market-share")
def kpis(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    moves: Moves = False,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """What the KPIs say: now, target, planned by today, the state and why, and a forecast.

    Of chosen objectives all that measure them. The trend is that of the last eight values. The forecast is for the day
    of the target: the value, the bounds that should hold the truth in four of five cases, and the chance to hit the
    target. It takes three values; where there is none, the reason stands in its place. A dash: unknown.

    With `--moves`: the change that each needs, what the tactics that move it promise and how much of that is still
    live, what the work done so far was to bring by now, what is seen since the first of them began, what is to go, and
    whether enough is promised.
    """
    if moves:
        from alignplan.cli.effects import show_moves

        return show_moves(settings, selectors, exclude, output_format, at, what_if)
    from alignplan.cli.outlook import show_kpis

    return show_kpis(settings, selectors, exclude, output_format, at, what_if)


COMMAND = kpis
