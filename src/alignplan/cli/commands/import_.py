"""`alignplan import`: plans from other formats."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("SHARE", "alignplan import stratml strategy.xml -o strategy", name="import")
def import_(
    settings: Settings,
    source_format: Annotated[str, typer.Argument(metavar="FORMAT", help="stratml or psplib")],
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Files to import.")],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder of the new plan; of several files, one folder each in it.",
        ),
    ],
    levels_from_codes: Annotated[
        bool, typer.Option("--levels-from-codes", help="Read levels from codes: 1.2.1 is below 1.2.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the plan that is there.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")
    ] = False,
    output_format: Annotated[
        str | None, typer.Option("-f", "--output-format", metavar="FORMAT", help="text (default) or json.")
    ] = None,
) -> int:
    """A plan from a file of another format.

    `stratml` reads StratML documents. `psplib` reads standard instances of project scheduling (`.sm`, one mode): their
    jobs become the actions of one tactic that starts on the day of `--as-of`, every day a working day.

    What the format has no field for is kept in the plan; what was repaired, dropped and kept is counted on stderr.
    A file that cannot be read is refused, and nothing is written.
    """
    from alignplan.cli.importing import import_files

    return import_files(
        settings,
        source_format,
        files,
        output,
        {"levels_from_codes": levels_from_codes},
        force=force,
        dry_run=dry_run,
        output_format=output_format,
    )


COMMAND = import_
