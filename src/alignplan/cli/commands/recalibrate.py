"""`alignplan recalibrate`: what the figures say should change."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from alignplan.cli.changing import DryRun, Force, Way
from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, Exclude, Selectors, WhatIf
from alignplan.cli.settings import Settings
from alignplan.records import record


@record
class Deciding:
    """What is to be done with the proposals. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {
        "diff": Annotated[
            bool, typer.Option("--diff", help="Show the edits as a patch; nothing is written.")
        ],
        "accept": Annotated[
            str | None,
            typer.Option("--accept", metavar="N", help="Make the edit of this proposal, and record it."),
        ],
        "dismiss": Annotated[
            str | None,
            typer.Option("--dismiss", metavar="N", help="Record that this proposal is not wanted."),
        ],
        "because": Annotated[
            str | None, typer.Option("--because", metavar="TEXT", help="The reason of the decision.")
        ],
    }

    diff: bool = False
    accept: str | None = None
    dismiss: str | None = None
    because: str | None = None


NOTHING_DECIDED = Deciding()


@command("LOOK", "alignplan recalibrate market-share+")
def recalibrate(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    deciding: Deciding = NOTHING_DECIDED,
    dry_run: DryRun = False,
    force: Force = False,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FORMAT",
            help="table, plain, tsv, csv, json or markdown; of edits diff or json.",
        ),
    ] = None,
) -> int:
    """What the figures say should change, each proposal with its evidence and its edit, the most at stake first.

    Armed contingencies, targets that are not likely to be met, tactics that are carried out and do not work, objectives
    that nothing serves, money and people that are elsewhere than the weights say. Nothing is written unless it is asked
    for: --accept N makes an edit and records it under `decisions`, --dismiss N --because … records that instead, and
    the proposal stays away until its evidence changes. N is the number in the list, which a selector does not change,
    or the key.
    """
    from alignplan.cli.recalibrating import Asked, recalibrate_plan

    diff = deciding.diff
    asked = Asked(tuple(selectors or ()), tuple(exclude or ()), deciding)
    way = Way(dry_run or diff, force or diff, output_format, shown_by="--diff" if diff else "--dry-run")
    return recalibrate_plan(settings, way, asked, what_if)


COMMAND = recalibrate
