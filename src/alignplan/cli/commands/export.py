"""`alignplan export`: the plan in other formats."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import At, Exclude, Selectors
from alignplan.cli.settings import Settings


@command("SHARE", "alignplan export codeowners -o .github/CODEOWNERS")
def export(
    settings: Settings,
    target_format: Annotated[
        str, typer.Argument(metavar="FORMAT", help="codeowners, dot, ics, mermaid, mspdi, svg, taskjuggler")
    ],
    selectors: Selectors = None,
    exclude: Exclude = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it there, over what is there but never over the plan; of a folder, into it.",
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar="VIEW",
            help="Of dot, mermaid and svg: map (left out), tree, matrix, gantt, kpis …; of ics: calendar, events.",
        ),
    ] = None,
    at: At = None,
) -> int:
    """The plan in another format.

    It goes to standard output, with `-o` into a file, whole or not at all. What the format has no place for, or the
    plan does not say, is counted on standard error.

    svg: pictures of the plan, each a file of its own. Views: map (vision, objectives, tactics), tree, matrix
    (objectives by tactics), xmatrix (Hoshin), gantt (the schedule), kpis, quadrant (execution by effect), load, risks.

    mermaid: charts that GitHub, GitLab and wikis draw, of these views but xmatrix and risks; several as Markdown.

    dot: graphs for Graphviz, of map, tree and matrix.

    ics: the schedule as a calendar, tactics and milestones as events, actions as to-dos; of its view `events` all as
    events. mspdi: the schedule for Microsoft Project and the like, with links, people and calendars. taskjuggler: the
    work as a project of TaskJuggler, which finds the days by itself.

    codeowners: who reviews which file of the plan, for GitHub and GitLab, from `owner` and the `handle` of people and
    teams; of the whole plan only.
    """
    from alignplan.cli.exporting import export_plan

    return export_plan(settings, target_format, selectors, exclude, output, at, view)


COMMAND = export
