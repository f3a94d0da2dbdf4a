"""`alignplan schema`: the JSON Schema of plan files and of answers."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("TOOL", "alignplan schema > alignplan.schema.json")
def schema(
    settings: Settings,
    output: Annotated[
        str | None, typer.Option("--output", metavar="NAME", help="Of a JSON answer: check, gaps, items …")
    ] = None,
) -> int:
    """The JSON Schema (draft 2020-12) of plan files, or of a command's JSON answer."""
    import json

    from alignplan.output.streams import write

    if output is None:
        from alignplan.model.schema import plan_schema

        found = plan_schema()
    else:
        from alignplan.output.contracts.interface import contract

        found = contract(output)
    write(json.dumps(found, indent=2, ensure_ascii=False).splitlines(), paged=settings.pager)
    return 0


COMMAND = schema
