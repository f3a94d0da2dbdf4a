"""`alignplan check`: what does not fit."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan check --strict -f concise")
def check(
    settings: Settings,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", help="Folders or files of plans (default: here).")
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FORMAT[=FILE]",
            help="full, concise or json; repeatable with =FILE.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Run these rules: codes, names, prefixes.")
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Run these rules as well.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Do not run these rules.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Run the strict rules as well.")] = False,
    fail_on: Annotated[
        str, typer.Option(metavar="SEVERITY", help="Exit with 1 from: error, warning, info, never.")
    ] = "error",
) -> int:
    """What does not fit.

    Reads the whole plan and tells what does not hold together, each finding with its place and the next step.
    Exits with 0 when nothing at or above --fail-on is found, with 1 when something is.
    """
    from alignplan.cli.checking import CheckRequest, report
    from alignplan.linting.selection import Asked

    asked = Asked(_split(select), _split(extend_select), _split(ignore), strict)
    request = CheckRequest(tuple(paths or ()), tuple(output_format or ()), fail_on, asked)
    return report(settings, request)


def _split(specs: list[str] | None) -> tuple[str, ...]:
    """Rules may be given one by one or with commas."""
    return tuple(part.strip() for spec in specs or () for part in spec.split(",") if part.strip())


COMMAND = check
