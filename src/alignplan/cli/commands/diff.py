"""`alignplan diff`: what changed in the plan, and what it causes."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import Format
from alignplan.cli.settings import Settings

Revisions = Annotated[
    str | None,
    typer.Argument(
        metavar="[REV[..REV]]", help="From where to where in git; left out: from HEAD to the files here."
    ),
]
Staged = Annotated[bool, typer.Option("--staged", help="To what is staged, not to the files here.")]
Full = Annotated[
    bool, typer.Option("--full", help="Everything: each field on a line, uncut, and what moved.")
]
Stat = Annotated[bool, typer.Option("--stat", help="Only how many items of each kind changed.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where something changed.")]


@command("LOOK", "alignplan diff main..")
def diff(
    settings: Settings,
    revisions: Revisions = None,
    staged: Staged = False,
    full: Full = False,
    stat: Stat = False,
    exit_code: ExitCode = False,
    output_format: Format = None,
) -> int:
    """What changed in the plan, and what it causes.

    Items are compared by id, as the plan means them: comments, order, ways of writing and the file in which an item
    stands make no difference. What the changes cause comes first: figures, and findings that are new or solved, both
    sides judged on the same day. An item that has another id, but otherwise says the same, is told as renamed.
    `REV...REV` compares with where the two parted.
    """
    from alignplan.cli.differing import show_diff

    return show_diff(
        settings, revisions, output_format, staged=staged, full=full, stat=stat, exit_code=exit_code
    )


COMMAND = diff
