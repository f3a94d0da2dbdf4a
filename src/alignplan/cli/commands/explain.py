"""`alignplan explain`: how a figure came about."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Format, WhatIf
from alignplan.cli.settings import Settings

Item = Annotated[str, typer.Argument(metavar="ID", help="An item; `plan` for the plan as a whole.")]
Figure = Annotated[
    str | None,
    typer.Argument(metavar="[FIGURE]", help="A figure, by its key in the JSON answers; left out: a list."),
]
Depth = Annotated[
    int | None, typer.Option("--depth", min=1, metavar="N", help="So many levels (usual: 2; in JSON: all).")
]


@command("LOOK", "alignplan explain share-2026 progress")
def explain(
    settings: Settings,
    item: Item,
    figure: Figure = None,
    depth: Depth = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """How a figure came about, as a tree of its inputs, down to the files and lines where they stand.

    Any figure that a command prints: progress, planned, health, attainment, owned, enough … of an item, and coverage of
    `plan`. Without a figure, those that the item has. What is unknown is told with the reason. A figure that was taken
    apart further up is not taken apart again; an ellipsis says that there is more below.
    """
    from alignplan.cli.explaining import Explained, show_explanation

    return show_explanation(settings, Explained(item, figure, depth), output_format, at, what_if)


COMMAND = explain
