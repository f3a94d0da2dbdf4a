"""`alignplan check`: what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings

if TYPE_CHECKING:
    from alignplan.analysis.gates import Bound


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
    scope: Annotated[
        list[str] | None,
        typer.Option(metavar="SEL", help="Only what is found about these items; repeatable."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only what is new: what the plan at REV does not have."),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Also what alignplan-baseline.json has.")
    ] = False,
    least: Annotated[
        list[str] | None,
        typer.Option(
            "--min", metavar="FIGURE=N", help="Exit with 1 where a figure of the plan is less; repeatable."
        ),
    ] = None,
    most: Annotated[
        list[str] | None,
        typer.Option(
            "--max", metavar="FIGURE=N", help="Exit with 1 where a figure of the plan is more; repeatable."
        ),
    ] = None,
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

    What alignplan-baseline.json beside the root file has is left out and counted (`alignplan baseline`), and with
    --since what the plan at a revision has: both are judged today and by today's rules, and what moves is not new.
    --min and --max are about the plan as a whole; a figure that is unknown is no figure that is high enough.
    """
    from alignplan.cli.checking import CheckRequest, Fixing, report
    from alignplan.linting.selection import Asked

    asked = Asked(_split(select), _split(extend_select), _split(ignore), strict)
    fixing = Fixing(unsafe_fixes, diff) if fix or unsafe_fixes or diff else None
    bounds: tuple[Bound, ...] = ()
    if least or most:
        from alignplan.cli.gating import bounds_of

        bounds = bounds_of(least or (), most or ())
    request = CheckRequest(
        tuple(paths or ()),
        tuple(output_format or ()),
        fail_on,
        asked,
        fixing,
        baseline=not no_baseline,
        since=since,
        scope=tuple(scope or ()),
        bounds=bounds,
    )
    return report(settings, request)


def _split(specs: list[str] | None) -> tuple[str, ...]:
    """Rules may be given one by one or with commas."""
    return tuple(part.strip() for spec in specs or () for part in spec.split(",") if part.strip())


COMMAND = check
