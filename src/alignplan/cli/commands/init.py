"""`alignplan init`: a plan to start from."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from alignplan.cli.command import command
from alignplan.cli.settings import Settings


def _text(flag: str, meaning: str, metavar: str = "TEXT") -> Any:
    return typer.Option(flag, metavar=metavar, help=meaning)


@command("CHANGE", "alignplan init my-plan --template market-share")
def init(  # noqa: PLR0913, PLR0917  every question has its option
    settings: Settings,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="The folder of the new plan (default: here).")
    ] = ".",
    template: Annotated[str | None, _text("--template", "Start from an example plan.", "NAME")] = None,
    list_templates: Annotated[bool, typer.Option("--list", help="List the templates.")] = False,
    organization: Annotated[str | None, _text("--organization", "Whose plan it is.")] = None,
    vision: Annotated[
        str | None, _text("--vision", "What the world looks like when you have succeeded.")
    ] = None,
    mission: Annotated[str | None, _text("--mission", "What you are there for.")] = None,
    start: Annotated[str | None, _text("--start", "The plan begins (default: today).", "DATE")] = None,
    due: Annotated[
        str | None, _text("--due", "The plan ends (default: with the year after next).", "DATE")
    ] = None,
    currency: Annotated[str | None, _text("--currency", "Of all money (default: EUR).")] = None,
    title: Annotated[str | None, _text("--title", "Of the plan (default: organization and year).")] = None,
    objective: Annotated[
        list[str] | None,
        _text("--objective", "What is to be reached, as above; repeatable.", "LINE"),
    ] = None,
    tactic: Annotated[
        list[str] | None,
        _text("--tactic", "Work for it, as above; repeatable.", "LINE"),
    ] = None,
    pipeline: Annotated[
        str | None, _text("--ci", "Also the file by which github or gitlab checks the plan.", "HOST")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file of --ci that is there.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking for a last yes.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")
    ] = False,
    output_format: Annotated[
        str | None, typer.Option("-f", "--output-format", metavar="FORMAT", help="text (default) or json.")
    ] = None,
) -> int:
    """A plan to start from: asked for question by question, a short file, or an example moved to today.

    On a terminal it asks for the vision, the first objectives, their metrics and tactics, as far as no option
    answers; it shows what it was told, and writes after a last yes. With `--no-input`, or where nobody can answer,
    the options alone make the plan. Without any it is then a short example with comments.

    An objective is `TITLE; KEY=VALUE; …`, such as `Win regulars; due=2028; owner=Rosa; metric=Regulars; baseline=180;
    target=400 households`. Besides these keys it has `unit`, and `id` where the one made from the title will not do. A
    tactic has `due`, `owner`, `id` and `supports`, the id or title of its objective, which may be left out where there
    is only one. For a semicolon in a text write `;;`.

    With `--ci` a file is added by which the host checks the plan on each change: to the new plan, or to the one that
    is there already.

    Nothing that is there is overwritten. The schema of the format is written beside the plan, so that editors
    complete and check it while you type.
    """
    from alignplan.cli.interview.stated import Stated
    from alignplan.cli.starting import Start, begin, list_starters

    if list_templates:
        return list_starters()
    stated = Stated(organization, title, vision, mission, start, due, currency,
                    tuple(objective) if objective else None, tuple(tactic) if tactic else None)  # fmt: skip
    asked = Start(folder, template, stated, output_format, no_input, yes, dry_run, pipeline, force)
    return begin(settings, asked)


COMMAND = init
