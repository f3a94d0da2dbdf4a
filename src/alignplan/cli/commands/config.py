"""`alignplan config`: what is in force here."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("TOOL", "alignplan config")
def config(
    settings: Settings,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format", "-f", metavar="FORMAT", help="table, plain, tsv, csv, json or markdown."
        ),
    ] = None,
) -> int:
    """What is in force here: every setting, where it comes from, and its default."""
    from alignplan.cli.configuring import show_config

    return show_config(settings, output_format)


COMMAND = config
