"""`alignplan tree`: the plan as a tree."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.settings import Settings

Depth = Annotated[
    int | None, typer.Option("--depth", metavar="N", help="So many levels, actions and milestones too.")
]
By = Annotated[
    str | None, typer.Option("--by", metavar="WHAT", help="Put together by owner, team or status.")
]


@command("LOOK", "alignplan tree market-share+ --depth 3")
def tree(
    settings: Settings,
    selectors: Selectors = None,
    depth: Depth = None,
    by: By = None,
    exclude: Exclude = None,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """The plan as a tree: vision, objectives, tactics, actions.

    Without --depth all objectives and tactics. An item with several parents stands under the first of them, and a line
    under the others says so. What serves nothing stands at the end.
    """
    from alignplan.cli.growing import Grown, grow

    return grow(settings, Grown(selectors, exclude, depth, by), output_format, at, what_if)


COMMAND = tree
