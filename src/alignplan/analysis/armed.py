"""Contingencies: which are armed, which wait, which were called.

*Armed*: the trigger holds, and what it activates stands by or `activated` is missing: it is time, and someone has to
do it. Asked of contingencies of what is live and does not stand by.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.triggers.course import Course, Truth
from alignplan.analysis.triggers.past import course_of
from alignplan.analysis.triggers.reading import Reading, read
from alignplan.graph.nodes import Node
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Call", "Contingency", "contingency"]


class Call(StrEnum):
    """Where a contingency stands, in the words of the JSON answers."""

    ARMED = "armed"
    ACTIVATED = "activated"
    WAITING = "waiting"
    UNKNOWN = "unknown"
    NO_TRIGGER = "no_trigger"
    STANDING_BY = "standing_by"
    OVER = "over"


@record
class Contingency:
    """A contingency on a day."""

    node: Node
    call: Call
    reading: Reading | None
    """What its trigger says; none where it has none."""
    activates: tuple[Node, ...]
    """The tactics that it calls."""
    stand_by: tuple[Node, ...]
    """Those of them that stand by."""
    activated: date | None
    """The day on which it was put into effect, up to today."""

    @property
    def armed(self) -> bool:
        """Whether it is time, and not done."""
        return self.call is Call.ARMED

    @property
    def words(self) -> str:
        """What its trigger says, without marks; empty where it has none."""
        return self.reading.words.replace("`", "") if self.reading is not None else ""

    def course(self, plan: Assessment) -> Course | None:
        """What its trigger said day by day; none where it has none."""
        return course_of(self.reading, plan) if self.reading is not None else None


def contingency(node: Node, plan: Assessment) -> Contingency:
    """Where a contingency stands."""
    links = plan.graph.linked(node, "activates") if node.model.activates else ()
    targets = tuple({link.target.id: link.target for link in links}.values())
    waiting = tuple(target for target in targets if plan.stands_by(target))
    day = node.model.activated
    activated = day if day is not None and day <= plan.today else None
    reading = read(node, plan)
    call = _call(node, plan, reading, activated, bool(waiting))
    return Contingency(node, call, reading, targets, waiting, activated)


def _call(
    node: Node, plan: Assessment, reading: Reading | None, activated: date | None, waiting: bool
) -> Call:
    if not plan.live(node):
        return Call.OVER
    if plan.stands_by(node):
        return Call.STANDING_BY
    truth = reading.truth if reading is not None else Truth.NO
    if truth is Truth.HOLDS and (waiting or activated is None):
        return Call.ARMED
    if activated is not None:
        return Call.ACTIVATED
    if reading is None:
        return Call.NO_TRIGGER
    return Call.UNKNOWN if truth is Truth.UNKNOWN else Call.WAITING
