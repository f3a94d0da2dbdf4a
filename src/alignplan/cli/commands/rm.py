"""`alignplan rm`: items go."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way, change_plan
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan rm listing-fund --cascade --dry-run")
def rm(
    settings: Settings,
    items: Annotated[
        list[str],
        typer.Argument(metavar="ID…", help="Items; nested ones by parent/child, or their names alone."),
    ],
    cascade: Annotated[
        bool,
        typer.Option("--cascade", help="Take out what names them as well: the references, no other items."),
    ] = False,
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Remove items, with what is inside them and their comments.

    Where other items name them, nothing is removed without --cascade: the places are told.
    """
    from alignplan.analysis.selectors.find import item_named
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.editing.remove import remove

    def edit(manuscript: Manuscript) -> Edition:
        nodes = list(dict.fromkeys(item_named(manuscript.graph, item) for item in items))
        return remove(manuscript, nodes, cascade=cascade, force=force)

    return change_plan(settings, Way(dry_run, force, output_format, no_input), edit)


COMMAND = rm
