"""`alignplan ls`: the items of a plan, one line each."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import At, Exclude, Format, Selectors
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan ls kind:tactic,owner:mia")
def ls(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    at: At = None,
    output_format: Format = None,
) -> int:
    """The items of a plan, one line each.

    Status and dates are those that hold: stated, or taken from the steps and from what the item serves. The owner of a
    step is the tactic's where it has none of its own.
    """
    from alignplan.analysis.items import Items
    from alignplan.cli.viewing import open_view
    from alignplan.views.ls import SPARE, Listed, answer, table

    viewing = open_view(settings, output_format, at)
    chosen = viewing.choose(selectors, exclude)
    items = Items(viewing.assessment)
    listed = [
        Listed(items.of(node), viewing.spot(node), tuple(items.links(node)) if viewing.is_json else ())
        for node in chosen.items()
    ]
    if viewing.is_json:
        return viewing.show("items", answer(listed), ())
    summary = "1 item." if len(listed) == 1 else f"{len(listed)} items."
    return viewing.show("items", {}, (table(listed),), spare=SPARE, summary=summary)


COMMAND = ls
