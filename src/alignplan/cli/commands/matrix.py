"""`alignplan matrix`: objectives by tactics, objectives by KPIs, tactics by people."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import At, Exclude, Format, Selectors
from alignplan.cli.settings import Settings

Columns = Annotated[str, typer.Option("--of", metavar="WHAT", help="Columns: tactics, kpis or people.")]


@command("LOOK", "alignplan matrix --of people")
def matrix(
    settings: Settings,
    selectors: Selectors = None,
    of: Columns = "tactics",
    exclude: Exclude = None,
    at: At = None,
    output_format: Format = None,
) -> int:
    """Objectives by tactics, objectives by KPIs, tactics by people.

    A cell says how much of a tactic goes into an objective, how far a KPI has come, how many days someone works on a
    tactic. Items that are dropped or stand by are left out.
    """
    from alignplan.analysis.matrix import Of
    from alignplan.analysis.matrix import matrix as filled
    from alignplan.cli.viewing import open_view
    from alignplan.errors import Misuse
    from alignplan.views.matrix import answer, document, sheet

    if of not in list(Of):
        raise Misuse(f"--of {of}: no such choice", "write " + ", ".join(Of))
    viewing = open_view(settings, output_format, at)
    found = filled(viewing.assessment, viewing.choose(selectors, exclude), Of(of))
    if viewing.is_json:
        return viewing.show("matrix", answer(found), ())
    return viewing.show("matrix", {}, sheet(found) if viewing.is_sheet else document(found, viewing.width))


COMMAND = matrix
