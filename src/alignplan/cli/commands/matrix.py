"""`alignplan matrix`: objectives by tactics, objectives by KPIs, tactics by people."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings

Columns = Annotated[str, typer.Option("--of", metavar="WHAT", help="Columns: tactics, kpis or people.")]


@command("LOOK", "alignplan matrix --of people")
def matrix(
    settings: Settings,
    selectors: Selectors = None,
    of: Columns = "tactics",
    exclude: Exclude = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """Objectives by tactics, objectives by KPIs, tactics by people.

    A cell says how much of a tactic goes into an objective, how far a KPI has come, how many days someone works on a
    tactic. Items that are dropped or stand by are left out.
    """
    from alignplan.cli.crossing import show_matrix

    return show_matrix(settings, selectors, exclude, of, output_format, at, what_if)


COMMAND = matrix
