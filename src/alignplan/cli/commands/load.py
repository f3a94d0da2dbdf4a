"""`alignplan load`: who has how much to do."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.workload_options import USUAL_PERIODS, Periods

Money = Annotated[bool, typer.Option("--money", help="Planned, spent, committed and likely, by objective.")]
Alignment = Annotated[
    bool, typer.Option("--alignment", help="Whether money and work go where the weights say.")
]
Bars = Annotated[bool, typer.Option("--bars", help="Every period as a bar, with what it is made of.")]


@command("LOOK", "alignplan load --by quarter")
def load(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    periods: Periods = USUAL_PERIODS,
    bars: Bars = False,
    money: Money = False,
    alignment: Alignment = False,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """Demand against capacity: who is overbooked when and by what, who is idle.

    Open effort is spread evenly over the working days of who does it, from today or its start to its due, or over the
    days of schedule.lock.yaml. The load is always that of the whole plan; shown are those who are chosen, or who work
    on what is chosen. With --money: what is planned, spent, committed (spent and the cost of what is still to do) and
    likely. With --alignment: what each objective weighs beside its part of the money and of the work, and what serves
    nothing.
    """
    from alignplan.cli.workload import Shown, show_load

    shown = Shown(selectors, exclude, bars, money, alignment, at, output_format)
    return show_load(settings, shown, periods, what_if)


COMMAND = load
