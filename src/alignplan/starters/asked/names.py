"""The ids of what was answered, and who is meant by a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignplan.starters.asked.answers import Objective, items_of
from alignplan.text.naming import Ids, slug

__all__ = ["ID", "Names"]

ID = re.compile(r"(?!x-)[a-z0-9][a-z0-9._-]*\Z")
"""What can be the id of an item."""
_SHORT = 24
# An id is typed by hand wherever something refers to it.


class Names:
    """Ids for objectives, people and tactics: those that were chosen, the others made from titles and names."""

    def __init__(self, objectives: Sequence[Objective]) -> None:
        self._ids = Ids()
        self.people: dict[str, str] = {}
        """Each person's name by its id, in the order in which they are first named."""
        for item in items_of(objectives):
            if item.id:
                self._ids.take(item.id, type(item).__name__.casefold())
        self.objectives = tuple(self._of(one.id, one.title, "objective") for one in objectives)
        for owner in [item.owner for item in items_of(objectives)]:
            if owner and self.person(owner) is None:
                self.people[self._ids.give(name=owner, kind="person")] = owner
        self.tactics = tuple(
            tuple(self._of(tactic.id, tactic.title, "tactic") for tactic in objective.tactics)
            for objective in objectives
        )

    def person(self, name: str) -> str | None:
        """The id of who is meant: by the whole name or id, or by a first name that only one has."""
        said = name.casefold()
        for id_, known in self.people.items():
            if said in (id_, known.casefold()):
                return id_
        first = [id_ for id_, known in self.people.items() if known.casefold().split(" ")[0] == said]
        return first[0] if len(first) == 1 else None

    def _of(self, chosen: str, title: str, kind: str) -> str:
        return chosen or self._ids.give(name=slug(title, _SHORT), kind=kind)
