"""`alignplan set`: other values for the fields of an item."""

from __future__ import annotations

from typing import Annotated

import typer

from alignplan.cli.changing import ChangeFormat, DryRun, Force, NoInput, Way, change_plan
from alignplan.cli.command import command
from alignplan.cli.settings import Settings


@command("CHANGE", "alignplan set product-line status=active budget.spent=120000")
def set_(
    settings: Settings,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="An item; a nested one by parent/child, or its name alone.")
    ],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY=VALUE…",
            help="Fields and their values, as you would write them in the file; KEY= takes a field out, "
            "KEY+=VALUE and KEY-=VALUE add to a list and take from it.",
        ),
    ],
    output_format: ChangeFormat = None,
    dry_run: DryRun = False,
    force: Force = False,
    no_input: NoInput = False,
) -> int:
    """Give fields of an item other values.

    KEY is a field, with a dot into it: budget.planned, supports.share-2026. Only the lines of these fields change; a
    new one goes where it is best read. What is done is finished: on the day asked for, today where nobody is asked.
    What the format does not know, and what `check` would call a new error, is refused.
    """
    from alignplan.analysis.selectors.find import item_named
    from alignplan.cli.finishing import day_finished
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.editing.set_fields import finished_is_missing, set_fields, with_finished
    from alignplan.editing.typed import assignments

    assigned = assignments(words)
    way = Way(dry_run, force, output_format, no_input)
    day = day_finished(settings, way, item, assigned)

    def edit(manuscript: Manuscript) -> Edition:
        node = item_named(manuscript.graph, item)
        missing = finished_is_missing(manuscript, node, assigned)
        said = with_finished(assigned, day) if missing else assigned
        return set_fields(manuscript, node, said, fits=not force)

    return change_plan(settings, way, edit)


COMMAND = set_
