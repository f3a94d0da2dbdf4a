"""`alignplan history`: how the figures moved, from git."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import Exclude, Format, Selectors
from alignplan.cli.settings import Settings

Of = Annotated[
    str | None,
    typer.Option("--of", metavar="FIGURE", help="Only these figures: progress, coverage …"),
]
SlipChart = Annotated[bool, typer.Option("--slip", help="Due dates that were moved, and how far.")]
Pace = Annotated[
    str | None, typer.Option("--every", metavar="PERIOD", help="commit, day, week, month, quarter or year.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE|REV", help="From this day or revision on.")
]
Number = Annotated[int | None, typer.Option("-n", min=1, metavar="N", help="Only the last N commits.")]
Merged = Annotated[bool, typer.Option("--merged", help="Commits of merged branches, too.")]


@command("LOOK", "alignplan history --since 2026-01-01")
def history(
    settings: Settings,
    selectors: Selectors = None,
    of: Of = None,
    slip: SlipChart = False,
    every: Pace = None,
    since: Since = None,
    number: Number = None,
    merged: Merged = False,
    exclude: Exclude = None,
    output_format: Format = None,
) -> int:
    """How the figures moved, from git.

    Every commit that changed the plan is a version, judged on the day it was made; a merged branch counts as one. Of
    many versions the last of each day, week or month is shown, so that there are forty at most: --every says otherwise.
    Of one item its own figures are shown; with --of and selectors a figure of each item. Scope: work that came (+), and
    work that went or was dropped (−). With --as-of nothing later than that day.
    """
    from alignplan.cli.looking_back import Asked, show_history

    asked = Asked(tuple(selectors or ()), tuple(exclude or ()), of, slip, every, since, number, merged)
    return show_history(settings, asked, output_format)


COMMAND = history
