"""`alignplan mv`: items into another file."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way, change_plan
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan mv price-offer listing-fund tactics/trade.yaml")
def mv(
    settings: Settings,
    items: Annotated[list[str], typer.Argument(metavar="ID…", help="Items of the top level.")],
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A file of the plan, or a new one that an `include` names."),
    ],
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Move items into another file of the plan, as they are written, with their comments.

    They go behind the last of their section there, in their order.
    """
    from alignplan.analysis.selectors.find import item_named
    from alignplan.cli.planpaths import path_in_plan
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.editing.move import move

    def edit(manuscript: Manuscript) -> Edition:
        nodes = [item_named(manuscript.graph, item) for item in items]
        return move(manuscript, nodes, path_in_plan(manuscript, file))

    return change_plan(settings, Way(dry_run, force, output_format, no_input), edit)


COMMAND = mv
