"""What comes too late by a schedule."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.model.words import Status

__all__ = ["is_late", "late_items"]

_OVER = (Status.DONE, Status.DROPPED)


def late_items(found: PlanSchedule) -> Iterator[Scheduled]:
    """The open items that end after a due of their own, in the order of the plan."""
    return (item for item in found.items.values() if is_late(item))


def is_late(item: Scheduled) -> bool:
    """Whether an open item ends after a due of its own."""
    return bool(item.late_days) and item.node.model.due is not None and item.status not in _OVER
