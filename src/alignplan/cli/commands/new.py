"""`alignplan new`: one more item."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way, change_plan
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", 'alignplan new tactic pop-up "Open a pop-up shop" supports=share-2026')
def new(
    settings: Settings,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="objective, kpi, tactic, action, milestone, risk, person …")
    ],
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Its id; of what stands inside another item parent/child.")
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE] [KEY=VALUE]…",
            help="Its title, and its fields as you would write them in the file.",
        ),
    ] = None,
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """One more item, where its siblings live.

    A tactic goes behind those that support the same objective, an objective behind those with the same parent, an
    action into its tactic; all else behind the last of its kind, and into the root file where there is none.
    """
    from alignplan.editing.address import kind_named
    from alignplan.editing.create import create
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript

    wanted = kind_named(kind)

    def edit(manuscript: Manuscript) -> Edition:
        return create(manuscript, wanted, item, words or (), fits=not force)

    return change_plan(settings, Way(dry_run, force, output_format, no_input), edit)


COMMAND = new
