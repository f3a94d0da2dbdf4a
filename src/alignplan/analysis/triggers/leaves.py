"""The single conditions that a trigger can have, each in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from alignplan.analysis.triggers import budgets, kpis, lateness, occurrences
from alignplan.analysis.triggers.course import Course
from alignplan.analysis.triggers.told import Told
from alignplan.graph.nodes import Node
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["LEAVES", "Leaf", "Told"]


@record
class Leaf:
    """A condition: what it says today of its subject, and what it said day by day."""

    told: Callable[[Any, Node, Assessment], Told]
    course: Callable[[Any, Node, Assessment], Course]


_LATE = Leaf(lateness.told, lateness.course_of)
LEAVES: Mapping[str, Leaf] = {
    "kpi": Leaf(kpis.told, kpis.course_of),
    "action": _LATE,
    "tactic": _LATE,
    "milestone": _LATE,
    "budget": Leaf(budgets.told, budgets.course_of),
    "risk": Leaf(occurrences.told, occurrences.course_of),
}
"""By the key of the trigger that says what it is about."""
