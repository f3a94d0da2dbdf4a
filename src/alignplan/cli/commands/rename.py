"""`alignplan rename`: another id for an item."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way, change_plan
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan rename product-line new-range --dry-run")
def rename(
    settings: Settings,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="An item; a nested one by parent/child, or its name alone.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id; of a nested one its new name.")],
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Another id for an item, and for every reference to it in every file.

    The plan is the same afterwards but for the name: where a reference would mean another item, nothing is written.
    """
    from alignplan.analysis.selectors.find import item_named
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.editing.rename import rename as renamed

    def edit(manuscript: Manuscript) -> Edition:
        return renamed(manuscript, item_named(manuscript.graph, old), new, force=force)

    return change_plan(settings, Way(dry_run, force, output_format, no_input), edit)


COMMAND = rename
