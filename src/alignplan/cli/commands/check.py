"""`alignplan check`: what does not fit."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan check --strict -f concise")
def check(  # noqa: PLR0913, PLR0917  as many as it has options
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
            help="full, concise, grouped, markdown, json, json-lines, github, gitlab, junit, rdjson or sarif; "
            "repeatable with =FILE.",
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
    fix: Annotated[
        bool, typer.Option("--fix", help="Fix what can be fixed without changing what is meant.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Fix by guesses, too: a near id, a day that does not exist."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Show what would be fixed as a diff, write nothing.")
    ] = False,
) -> int:
    """What does not fit.

    Reads the whole plan and tells what does not hold together, each finding with its place and the next step.
    Exits with 0 when nothing at or above --fail-on is found, with 1 when something is; with --fix that is what remains.
    """
    from alignplan.cli.checking import CheckRequest, Fixing, report
    from alignplan.linting.selection import Asked

    asked = Asked(_split(select), _split(extend_select), _split(ignore), strict)
    fixing = Fixing(unsafe_fixes, diff) if fix or unsafe_fixes or diff else None
    request = CheckRequest(tuple(paths or ()), tuple(output_format or ()), fail_on, asked, fixing)
    return report(settings, request)


def _split(specs: list[str] | None) -> tuple[str, ...]:
    """Rules may be given one by one or with commas."""
    return tuple(part.strip() for spec in specs or () for part in spec.split(",") if part.strip())


COMMAND = check
