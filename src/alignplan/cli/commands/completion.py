"""`alignplan completion`: what makes a shell complete commands, ids and fields."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings

Shell = Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


@command("TOOL", "alignplan completion bash > alignplan.bash")
def completion(settings: Settings, shell: Shell) -> int:
    """A script that makes a shell complete commands, options, ids and fields.

    The script goes to standard output, its first lines say where to put it; nothing is written. Completion reads the
    plan's files anew at each key, and needs nothing else: no cache, no model.
    """
    from alignplan.cli.completing.scripts import script
    from alignplan.output.streams import write

    write(script(shell).splitlines(), paged=settings.pager)
    return 0


COMMAND = completion
