"""`alignplan report`: the plan on one page."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import At
from alignplan.cli.settings import Settings


@command("SHARE", "alignplan report -o report.html")
def report(
    settings: Settings,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it there, over what is there but never over the plan; of a folder, into it; -: to stdout.",
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FORMAT",
            help="html, json, markdown, pdf or xlsx (left out: by the name).",
        ),
    ] = None,
    document: Annotated[
        bool, typer.Option("--document", help="The plan itself, written out for those who approve it.")
    ] = False,
    at: At = None,
) -> int:
    """The plan on one page, for those who never open a terminal.

    One file that can be mailed and opened anywhere: health and coverage, the strategy map, objectives with their
    tactics and actions, KPIs over time, gaps, schedule, load, money, risks, what should change, findings, and what each
    figure means. It loads nothing, needs no script to be read, and follows the dark or light of the reader.

    Without -o it is `report.html` beside the root file. With --document it is the plan itself in prose and tables, from
    the vision to the contingencies, as `plan.html`. Markdown is for wikis and pull requests, json for programs.
    pdf is a pack with contents and numbered pages (`pip install 'alignplan[pdf]'`), xlsx a workbook of all figures
    (`pip install 'alignplan[xlsx]'`).

    A section that the plan has nothing for is left out. What changed in a month comes from git.
    """
    from alignplan.cli.reporting.writing import Wanted, write_report_file

    return write_report_file(settings, Wanted(output, output_format, document, at))


COMMAND = report
