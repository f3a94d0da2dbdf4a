"""The schedule of a plan, or of a part of it, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.gantt import Bar, Gantt, gantt
from alignplan.output.pictures.picture import Picture
from alignplan.views.pictures.naming import plan_name, title_of

if TYPE_CHECKING:
    from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled

__all__ = ["bars_of", "drawn", "picture"]

_MOST = 120
_STEPS = ("action or milestone", "actions and milestones")


def picture(
    plan: Assessment,
    choice: Choice | None = None,
    schedule: PlanSchedule | None = None,
    *,
    name: str | None = None,
    most: int = _MOST,
) -> Picture | None:
    """The chosen items of a schedule (left out: the one that is computed); none where nothing is scheduled."""
    found = drawn(plan, choice or Choice(plan.graph), schedule, name=name, most=most)
    return None if found is None else gantt(found)


def drawn(
    plan: Assessment,
    choice: Choice,
    schedule: PlanSchedule | None = None,
    *,
    name: str | None = None,
    most: int = _MOST,
) -> Gantt | None:
    """What the bars show: in at most so many rows, else tactics alone, else the first of them."""
    if schedule is None:
        from alignplan.analysis.schedule.computing import scheduled

        schedule = scheduled(plan)
    items = [item for item in schedule.items.values() if item.node in choice]
    if not items:
        return None
    shown = bars_of(plan, items)
    bars, missing = _fitting(shown, most)
    return Gantt(name or plan_name(plan), plan.today, tuple(bars), missing)


def bars_of(plan: Assessment, items: Sequence[Scheduled]) -> list[Bar]:
    """Bars of items of a schedule, in their order."""
    return [_bar(plan, item) for item in items]


def _bar(plan: Assessment, item: Scheduled) -> Bar:
    return Bar(
        item.node.id,
        title_of(item.node),
        item.start,
        item.finish,
        item.due,
        item.late_finish if item.slack_days else None,
        plan.progress_of(item.node),
        item.late_days or 0,
        item.critical,
        item.status is Status.DONE,
        item.node.kind is Kind.MILESTONE,
        item.node.parent is not None,
    )


def _fitting(bars: list[Bar], most: int) -> tuple[list[Bar], tuple[str, ...]]:
    if len(bars) <= most:
        return bars, ()
    wholes = [bar for bar in bars if not bar.step]
    steps = len(bars) - len(wholes)
    left = [counted(steps, *_STEPS)] if wholes and steps else []
    shown = wholes or bars
    if len(shown) > most:
        left.insert(0, counted(len(shown) - most, *(("tactic", "tactics") if wholes else _STEPS)))
    return shown[:most], (
        f"Not shown for want of room: {', '.join(left)}. Choose fewer, such as one objective.",
    )
