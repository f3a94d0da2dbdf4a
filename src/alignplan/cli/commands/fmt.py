"""`alignplan fmt`: plan files in their canonical form."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan fmt --check")
def fmt(
    settings: Settings,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Plans, or files and folders of them (default: here)."),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Say which files would change, and exit with 1 if any; write nothing."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Show what would change, write nothing.")
    ] = False,
    output_format: ChangeFormat = None,
) -> int:
    """Write plan files in their canonical form.

    Sections and fields in the order of the format, two columns a level, one space behind a colon, a blank line between
    items of several lines. Data and comments stay what they are, and so do quotes, brackets, blocks of text, the order
    of ids, and line ends. Entries are put in order between comments that stand alone, never across. A file that cannot
    be read is told and left alone: the exit code is 2 then, and the others are written.
    """
    from alignplan.cli.formatting import FormatRequest, format_plans

    return format_plans(settings, FormatRequest(tuple(paths or ()), check, diff, output_format))


COMMAND = fmt
