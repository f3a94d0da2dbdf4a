"""The day on which something that is set to done was finished: asked for at a terminal, else today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignplan.cli.asking import asker
from alignplan.cli.changing import Way, look
from alignplan.cli.settings import Settings

if TYPE_CHECKING:
    from alignplan.editing.typed import Assignment

__all__ = ["day_finished"]


def day_finished(settings: Settings, way: Way, item: str, assigned: Sequence[Assignment]) -> str:
    """The day, as typed. It is asked for before anything is locked: nobody is to wait for an answer."""
    from alignplan.analysis.selectors.find import item_named
    from alignplan.editing.set_fields import finished_is_missing

    today = settings.today.isoformat()
    person = asker(no_input=way.no_input)
    if not person.asks or not any(one.key == "status" for one in assigned):
        return today
    manuscript = look(settings)
    node = item_named(manuscript.graph, item)
    if not finished_is_missing(manuscript, node, assigned):
        return today
    return person.day(f"{node.id} finished", default=today) or today
