"""`alignplan schedule`: when everything will be done."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import NOTHING_SUPPOSED, At, Exclude, Format, Selectors, WhatIf
from alignplan.cli.risking import NOTHING_ASKED, AskedOf
from alignplan.cli.scheduling_options import NOTHING_WRITTEN, USUAL_SEARCH, Searching, Written
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan schedule share-2026+")
def schedule(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    searching: Searching = USUAL_SEARCH,
    asked: AskedOf = NOTHING_ASKED,
    written: Written = NOTHING_WRITTEN,
    at: At = None,
    what_if: WhatIf = NOTHING_SUPPOSED,
    output_format: Format = None,
) -> int:
    """When everything will be done: bars, what is late and why, the critical path, slack.

    It is always that of the whole plan, with the people and things that it has; what is chosen is what is shown of it.
    Slack are the working days until something would miss its due. No schedule ends before the day that the last line
    gives: that is certain, whatever else is tried.

    With --risk it is made again and again with lengths by lot, from the three points of the estimates: the days by
    which half (P50), 80 and 95 of 100 samples are finished, the chance to meet each due, and whose spread hurts most.

    With --against it is laid beside what `alignplan baseline schedule` froze: what slipped, by how much, and which
    change moved it.

    With --lock it is kept in schedule.lock.yaml: figures and rules then judge by it, and a later schedule stays as near
    to it as it can. With --write the days of what is still to do become its `start` and `due` in the plan files; a due
    that is a must, and one that would be missed, stays.
    """
    from alignplan.cli.risking import drawing_for
    from alignplan.cli.scheduling import Shown, search_for, show_schedule

    if asked.against is not None:
        from alignplan.cli.slipping import stands_alone

        stands_alone(asked, writes=written.is_asked(), supposes=bool(what_if))
    search = search_for(searching.effort, searching.limit, searching.seed, searching.tolerance)
    drawing = drawing_for(asked, searching.seed, writes=written.is_asked())
    shown = Shown(
        selectors or (), exclude or (), asked.why, asked.check, at, output_format, drawing, asked.against
    )
    if not written.is_asked():
        return show_schedule(settings, shown, search, what_if)
    from alignplan.cli.locking import write_schedule

    return write_schedule(settings, shown, search, written, supposed=bool(what_if))


COMMAND = schedule
