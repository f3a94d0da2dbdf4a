"""`alignplan record`: what was measured, into the plan."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan record market-share/share 18.9 --on 2026-10-31")
def record(  # noqa: PLR0913, PLR0917  each is an option of its own
    settings: Settings,
    kpi: Annotated[
        str | None,
        typer.Argument(
            metavar="[KPI]", help="A KPI: objective/kpi, or its name alone where only one has it."
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[VALUE]", help="The value, as you would write it in the file: 18.9, 18%, true."
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day, or a period for its last (default: today)."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="What is to be known of the value.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Measurements from a CSV file, columns kpi, date, value, note; - is standard input.",
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put another value in the place of one that is there.")
    ] = False,
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Record a measurement of a KPI, or a file of them.

    It goes where the values of the KPI are kept: into its `actuals`, or into the CSV file that they name, among the
    other days. Nothing else changes. What is there already is not written twice; another value for a day that has one
    needs --replace. A value that jumps (M210) is asked about on a terminal, and told elsewhere.

    A file is recorded as a whole or not at all. With a KPI typed it needs no column kpi, with --on no column date.
    """
    from alignplan.cli.measuring import Typed, record_in_plan

    typed = Typed(kpi, value, on, note, source, replace)
    return record_in_plan(settings, Way(dry_run, force, output_format, no_input), typed)


COMMAND = record
