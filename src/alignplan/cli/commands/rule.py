"""`alignplan rule`: what a rule does, why, and an example."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("TOOL", "alignplan rule A101")
def rule(
    settings: Settings,
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A code, a name, or a prefix such as A.")
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format", "-f", metavar="FORMAT", help="table, plain, tsv, csv, json or markdown."
        ),
    ] = None,
) -> int:
    """What a rule does, why it matters, and an example; without a code, all rules.

    The pages are those of the documentation, and their examples are run by the project's own tests.
    """
    from alignplan.cli.rulebook import list_rules, show_page

    if code is None:
        return list_rules(settings, "", output_format)
    return show_page(settings, code, output_format)


COMMAND = rule
