"""`alignplan serve`: the report, live, in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("SHARE", "alignplan serve --open")
def serve(
    settings: Settings,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="PORT", help="Where; 0 takes a free one.")
    ] = 8417,
    opens: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> int:
    """The report of the plan in a browser, always as its files are.

    The page follows the files: what is saved is shown at once, and what is open, typed or being read stays as it is.
    A plan that cannot be read for a moment is shown as it was, with what is wrong. `/at/REV` is the plan as it was at a
    revision.

    It is served on this machine alone, to be read only, until Ctrl-C.
    """
    from alignplan.cli.serving.running import serve_plan

    return serve_plan(settings, port, opens=opens)


COMMAND = serve
