"""`alignplan trace`: every way from an item up to the vision and down to the work."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import At, Format
from alignplan.cli.settings import Settings

Item = Annotated[str, typer.Argument(metavar="ID", help="An item; a nested one by parent/child.")]
Other = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="Another item: only the ways between the two.")
]


@command("LOOK", "alignplan trace product-line")
def trace(
    settings: Settings, item: Item, other: Other = None, at: At = None, output_format: Format = None
) -> int:
    """Every way from an item up to the vision and down to the work.

    With two items, the ways between them. Ways lead over `supports` and `parent`, with the share that a link has among
    all that the item states, and over what an item is part of. Of a person, a value or a finding they begin with what
    links to it.
    """
    from alignplan.analysis.selectors.find import item_named
    from alignplan.analysis.trace import trace as traced
    from alignplan.analysis.trace import trace_between
    from alignplan.cli.viewing import open_view
    from alignplan.views.trace import LUXURY, SPARE, answer, document, sheet

    viewing = open_view(settings, output_format, at)
    plan = viewing.assessment
    start = item_named(plan.graph, item)
    end = item_named(plan.graph, other) if other is not None else None
    found = traced(plan, start) if end is None else trace_between(plan, start, end)
    number = len(found.up) + len(found.down)
    if not found.complete:
        viewing.note(f"there are more ways; the first {number} are shown")
    elif not number:
        viewing.note(f"no way leads from {start.id} to {'anything' if end is None else f'{end.id} or back'}")
    if viewing.is_json:
        return viewing.show("trace", answer(found), ())
    if viewing.is_sheet:
        return viewing.show("trace", {}, sheet(found))
    ways = "1 way." if number == 1 else f"{number} ways."
    summary = ways if end is not None else f"{len(found.up)} up, {len(found.down)} down."
    blocks = document(found, viewing.plan.loaded.plan.vision, end)
    return viewing.show("trace", {}, blocks, spare=SPARE, luxury=LUXURY, summary=summary)


COMMAND = trace
