"""`alignplan show`: all about one item."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.command import command
from alignplan.cli.options import At, Format
from alignplan.cli.settings import Settings

Item = Annotated[
    str, typer.Argument(metavar="ID", help="An item; a nested one by parent/child, or its name alone.")
]


@command("LOOK", "alignplan show product-line")
def show(settings: Settings, item: Item, at: At = None, output_format: Format = None) -> int:
    """All about one item, with its file and line.

    What holds for it today, every field as it is written, what it links to and what links to it. A calendar whose id
    another item has is `calendars/ID`; the plan itself is `plan`.
    """
    from alignplan.analysis.dossier import dossier
    from alignplan.analysis.items import ItemLink
    from alignplan.analysis.selectors.find import item_named
    from alignplan.cli.viewing import open_view
    from alignplan.cli.written import typed, written
    from alignplan.loading.files import text_of
    from alignplan.views import ls
    from alignplan.views.show import answer, document, sheet

    viewing = open_view(settings, output_format, at)
    node = item_named(viewing.assessment.graph, item)
    found = dossier(viewing.assessment, node)
    fields = written(text_of(viewing.plan.source, node.file), node)
    spot = viewing.spot(node)
    if viewing.is_json:
        links = tuple(ItemLink(link.type, link.target.id, link.weight) for link in found.out)
        entry = {**ls.entry(ls.Listed(found.item, spot, links)), **answer(found, typed(fields))}
        return viewing.show("items", {"items": [entry]}, ())
    if viewing.is_sheet:
        return viewing.show("items", {}, sheet(found, typed(fields), spot))
    indents = viewing.output_format != "markdown"
    return viewing.show("items", {}, document(found, fields, spot, indents=indents))


COMMAND = show
