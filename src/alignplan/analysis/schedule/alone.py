"""Who does everything on the critical path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.schedule.computing import scheduled
from alignplan.analysis.schedule.lengths import Source
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["alone_on_path"]


def alone_on_path(plan: Standpoint) -> tuple[Node, tuple[Node, ...]] | None:
    """The one person who does all works on the critical path of a plan, and these works, two at least; else none."""
    found = scheduled(plan)
    works: list[Node] = []
    people: set[str] = set()
    for id in found.whole.path:
        item, entry = found.items[id], found.draft.entries[found.draft.numbers[id]]
        if entry.length is not None and entry.length.source is Source.EFFORT and item.assigned:
            works.append(item.node)
            people.update(one.who for one in item.assigned)
    if len(works) < 2 or len(people) != 1:
        return None
    person = plan.graph.top[people.pop()]
    return (person, tuple(works)) if person.kind is Kind.PERSON else None
