"""What is asked of the past about a link, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Past", "Then", "Touch"]


@record
class Touch:
    """When an item was last touched: the day and the hash of the commit; neither where that is not committed yet.

    `whole` is false where the history that there is does not reach back so far: it was then, or before.
    """

    day: date | None = None
    commit: str = ""
    whole: bool = True

    @property
    def is_now(self) -> bool:
        """Whether it was touched since the last commit."""
        return self.day is None


@record
class Then:
    """An objective as it was: its model and those of the shared KPIs that it names, and the same in words of the files.

    `now` is what the files say of it now.
    """

    objective: Any
    shared: Mapping[str, Any]
    words: Mapping[str, Any]
    now: Mapping[str, Any]


class Past(Protocol):
    """The past of a plan, as far as links need it."""

    def touch(self, child: Node) -> Touch | None:
        """When an item was last touched; none where that is not known."""

    def then(self, child: Node, parent: Node) -> Then | None:
        """What the parent was when the child was last touched; none where it says the same, or was not there."""
