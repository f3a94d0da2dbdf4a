"""`alignplan baseline`: what is found today, or scheduled, and kept to compare with."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan baseline write --dry-run")
def baseline(
    settings: Settings,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="write, prune, show or schedule.")],
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Of schedule: what to call it, such as approved.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Only these rules: codes, names, prefixes.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="The strict rules as well.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, write nothing.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over what is no baseline, or is frozen already.")
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FORMAT",
            help="diff or json; of show table, plain, tsv, csv, json or markdown.",
        ),
    ] = None,
) -> int:
    """Keep today's findings, so that only what is new is reported; or the schedule, to see what slips.

    write: what is found today goes into alignplan-baseline.json, beside the root file; `check` leaves it out from then
    on and counts it. prune: takes out what is solved, so that it cannot come back unseen. show: lists what is in it and
    what became of that. A finding is known by its rule, item and field, so that nothing is new because lines or files
    move. Rules that do not run (strict ones without --strict, those that are not selected) keep what they have in it.
    What makes all else uncertain, such as a file that cannot be read, is never taken in.

    schedule: freezes the days and the planned costs of all items in schedule.baseline.yaml, or in
    schedule.NAME.baseline.yaml, beside the root file; `alignplan schedule --against` shows what slipped since, and why.
    """
    from alignplan.cli.baselining import carried_out
    from alignplan.cli.changing import Way
    from alignplan.linting.selection import Asked

    specs = tuple(part.strip() for spec in select or () for part in spec.split(",") if part.strip())
    return carried_out(
        settings, action, name, Way(dry_run, force, output_format), Asked(select=specs, strict=strict)
    )


COMMAND = baseline
