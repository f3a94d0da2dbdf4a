"""`alignplan confirm`: an item still serves its objectives as they are now."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan confirm product-line --against share-2026")
def confirm(
    settings: Settings,
    items: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Objectives and tactics that were looked at.")
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against", metavar="ID", help="Only this objective of those that it serves; repeatable."
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every link that is suspect now.")] = False,
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Confirm that items still serve their objectives as these are now.

    When an objective changes its title, description, KPIs or dates, the links to it are suspect (A112) until somebody
    has looked. What was seen is kept beside the item, `confirmed: {ID: SIGN}`: the sign tells whether the objective
    still means the same, so it holds without git, too.
    """
    from alignplan.cli.changing import Way
    from alignplan.cli.confirming import confirm_links

    way = Way(dry_run, force, output_format, no_input)
    return confirm_links(settings, way, tuple(items or ()), tuple(against or ()), every=all_)


COMMAND = confirm
