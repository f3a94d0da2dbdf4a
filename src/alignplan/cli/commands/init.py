"""`alignplan init`: a plan to start from."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan init my-plan --template market-share")
def init(
    settings: Settings,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="The folder of the new plan (default: here).")
    ] = ".",
    template: Annotated[
        str | None, typer.Option("--template", metavar="NAME", help="Start from an example plan.")
    ] = None,
    list_templates: Annotated[bool, typer.Option("--list", help="List the templates.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")
    ] = False,
) -> int:
    """A plan to start from: one short file with comments, or an example with its dates moved to today.

    Nothing that is there is overwritten. The schema of the format is written beside the plan, so that editors
    complete and check it while you type.
    """
    from alignplan.cli.starting import begin, list_starters

    if list_templates:
        return list_starters()
    return begin(settings, folder, template, dry_run=dry_run)


COMMAND = init
