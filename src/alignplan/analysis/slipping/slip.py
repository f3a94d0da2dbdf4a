"""What became of each item of a frozen schedule."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from alignplan.graph.nodes import Node
from alignplan.loading.frozen import Frozen
from alignplan.records import record

__all__ = ["Move", "Slip", "Slips"]


class Move(StrEnum):
    """What became of an item."""

    KEPT = "kept"
    LATER = "later"
    EARLIER = "earlier"
    NEW = "new"
    GONE = "gone"
    UNKNOWN = "unknown"
    """One of the two days is not known."""


@record
class Slip:
    """An item then and now; `node` is none where it is no longer in the plan, its days then where it is not scheduled.

    `days` are the working days from its finish then to its finish now, below 0 where it comes earlier; none where one
    of them is unknown. `reasons` say what moved it, the nearest first.
    """

    id: str
    node: Node | None
    move: Move
    start_then: date | None
    finish_then: date | None
    start: date | None
    finish: date | None
    days: int | None
    cost_then: float | None
    cost: float | None
    reasons: tuple[str, ...] = ()

    @property
    def cost_change(self) -> float | None:
        """How much more it is to cost; none where one of the two is unknown."""
        return None if self.cost is None or self.cost_then is None else self.cost - self.cost_then


@record
class Slips:
    """All items then and now, by id: objectives, then tactics with their steps, then what is gone."""

    frozen: Frozen
    items: dict[str, Slip]
    days: int | None
    finish_then: date | None
    finish: date | None
