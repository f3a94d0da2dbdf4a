"""`late_by`: an action, tactic or milestone that is not finished so many working days after its due.

The working days after its due, stated or inherited, through today, by the plan's default calendar; on the day of its
due itself nothing is late. Where a schedule is locked, through its scheduled finish, where that is later: it is known
then from the day on which it was locked. Once it is done, or dropped, or inside of what is, it is late no more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from alignplan.analysis.triggers.course import Course, Truth, course
from alignplan.analysis.triggers.told import Told
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["course_of", "late_until", "over_since", "told"]

_OVER = (Status.DONE, Status.DROPPED)


def told(trigger: Any, item: Node, plan: Assessment) -> Told:
    """What it says today."""
    if not plan.live(item):
        dropped = plan.status(item) is Status.DROPPED
        return Told(Truth.NO, f"`{_named(trigger)}` {'was dropped' if dropped else 'is done'}")
    due = plan.span(item).due
    if due is None:
        return Told(Truth.UNKNOWN, f"`{_named(trigger)}` has no due date")
    until = late_until(item, plan)
    if until <= due:
        return Told(Truth.NO, f"`{_named(trigger)}` is due on {due}")
    late = plan.work_days.after(due, until)
    days = "1 working day" if late == 1 else f"{late} working days"
    holds = late >= _allowed(trigger, plan)
    limit = f"at least {trigger.late_by}" if holds else f"less than {trigger.late_by}"
    will = "is" if until == plan.today else "by the schedule will be"
    return Told(Truth.HOLDS if holds else Truth.NO, f"`{_named(trigger)}` {will} {days} late, {limit}")


def late_until(item: Node, plan: Assessment, day: date | None = None) -> date:
    """The day through which something is late on a day (left out: today): its scheduled finish, where that is later."""
    day = plan.today if day is None else day
    known = plan.lock is not None and plan.lock.as_of <= day
    return max(day, _scheduled(item, plan)) if known else day


def _scheduled(item: Node, plan: Assessment) -> date:
    """Its finish by the locked schedule; the first day of the calendar where none is known."""
    found = plan.lock.items.get(item.id) if plan.lock is not None else None
    return date.min if found is None or found.finish is None else found.finish


def course_of(trigger: Any, item: Node, plan: Assessment) -> Course:
    """Late from so many working days after its due, until it was over.

    What is over without a day (done and no `finished`, or dropped) was never late, as far as the files tell.
    """
    due, end = plan.span(item).due, over_since(item, plan)
    if due is None:
        return course([(end, Truth.NO)] if end is not None else (), Truth.UNKNOWN)
    begins = plan.work_days.reached(due, _allowed(trigger, plan))
    locked = plan.lock.as_of if plan.lock is not None else None
    if begins is not None and locked is not None and locked < begins <= _scheduled(item, plan):
        begins = locked
    if begins is None or begins > plan.today or (end is not None and end <= begins):
        return course(())
    return course([(begins, Truth.HOLDS), *([(end, Truth.NO)] if end is not None else [])])


def over_since(item: Node, plan: Assessment) -> date | None:
    """The day from which it, or what it stands in, is over; none where neither is."""
    nodes = [node for node in (item, item.parent) if node is not None]
    return min(
        (_ended(node, plan) for node in nodes if plan.status(node) in _OVER),
        default=None,
    )


def _ended(node: Node, plan: Assessment) -> date:
    """The day on which what is over was finished, of a tactic that its steps end the last one of theirs; where nothing
    says when, the first day of the calendar.
    """
    model = node.model
    if plan.status(node) is Status.DROPPED:
        return date.min
    if model.finished is not None and model.finished <= plan.today:
        return cast("date", model.finished)
    if node.kind is not Kind.TACTIC or model.status is not None:
        return date.min
    steps = (*model.actions.values(), *model.milestones.values())
    days = [step.finished for step in steps if step.status is not Status.DROPPED]
    return max(days) if days and all(day is not None and day <= plan.today for day in days) else date.min


def _named(trigger: Any) -> str:
    """What it is about, as it was written."""
    return str(trigger.action or trigger.tactic or trigger.milestone)


def _allowed(trigger: Any, plan: Assessment) -> float:
    """So many working days."""
    days: float = trigger.late_by.days(plan.week.hours, plan.week.days)
    return days
