"""`risk`: it has occurred, from its day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignplan.analysis.triggers.course import Course, Truth, course
from alignplan.analysis.triggers.told import Told
from alignplan.graph.nodes import Node

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["course_of", "told"]


def told(trigger: Any, risk: Node, plan: Assessment) -> Told:
    """What it says today; with `occurred: false` it holds as long as the risk has not occurred."""
    day = risk.model.occurred
    occurred = day is not None and day <= plan.today
    words = f"`{trigger.risk}` occurred on {day}" if occurred else f"`{trigger.risk}` has not occurred"
    return Told(Truth.HOLDS if occurred == trigger.occurred else Truth.NO, words)


def course_of(trigger: Any, risk: Node, plan: Assessment) -> Course:
    """One turn, on the day it occurred."""
    before, after = (Truth.NO, Truth.HOLDS) if trigger.occurred else (Truth.HOLDS, Truth.NO)
    day = risk.model.occurred
    return course([(day, after)] if day is not None and day <= plan.today else (), before)
