"""The schedule of a plan, as `alignplan schedule` finds it, for explanations; computed once, and only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Input, Measure
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.days import Days
from alignplan.graph.nodes import Node
from alignplan.model.words import Weekday
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.lasting import lasting

__all__ = ["EFFORT", "Placing", "off_leaf", "placing"]

EFFORT = "default"
"""That of `alignplan schedule` where nothing else is asked for."""
MOST_LISTED = 6
"""So many days off are named one by one; of more it is told how many they are."""


class Placing:
    """A schedule, and what it is told by."""

    def __init__(self, plan: Assessment) -> None:
        self._plan = plan

    @cached_property
    def found(self) -> PlanSchedule:
        """The schedule."""
        from alignplan.analysis.schedule.computing import Search, scheduled

        return scheduled(self._plan, Search(effort=EFFORT))

    def item(self, node: Node) -> Scheduled | None:
        """An item in its place; none where it is not scheduled."""
        return self.found.items.get(node.id)

    @cached_property
    def days(self) -> Days:
        """From instants to days."""
        return Days(self.found.draft, self.found.schedule.placed)

    @cached_property
    def _latest(self) -> tuple[int | None, ...]:
        from alignplan.analysis.schedule.sparing import latest_by_dues

        return latest_by_dues(self.found.draft.problem, self.found.schedule)

    def latest_by_dues(self, node: Node) -> date | None:
        """The day by which an item may end so that no due is missed; none where none ever is."""
        number = self.found.draft.numbers[node.id]
        latest = self._latest[number]
        return None if latest is None else self.days.ending(number, latest)

    @cached_property
    def _axes(self) -> Sequence[Axis]:
        return lasting(self.found.draft.problem).axes

    def axis(self, node: Node) -> Axis:
        """The working time of who does it."""
        draft = self.found.draft
        number = draft.numbers[node.id]
        mode = draft.problem.tasks[number].modes[self.found.schedule.placed[number].mode]
        return self._axes[mode.axis]

    def week(self, axis: Axis) -> str:
        """The days of the week that are worked, by name."""
        origin, names = self.found.draft.grid.origin.weekday(), list(Weekday)
        days = [*enumerate(axis.worked), *enumerate(axis.beyond, len(axis.worked))]
        worked = {(origin + at) % 7 for at, amount in days if amount}
        return ", ".join(names[at].value for at in sorted(worked))

    def days_off(self, axis: Axis, first: date, last: date) -> Iterator[date]:
        """The days of that week between two days that are not worked."""
        names, day = self.week(axis), first
        while day <= last:
            if list(Weekday)[day.weekday()].value in names.split(", ") and not self.worked(axis, day):
                yield day
            day += timedelta(days=1)

    def worked(self, axis: Axis, day: date) -> int:
        """The slots of a day that are worked."""
        start = self.found.draft.grid.instant_of(day)
        return axis.own(start + axis.per_day) - axis.own(start)


def off_leaf(grounds: Grounds, off: Sequence[date], note: str) -> list[Input]:
    """The days of the week that are not worked between two days."""
    if len(off) > MOST_LISTED:
        return [grounds.fact("off", len(off), Measure.DAYS, note, "days off")]
    return [grounds.fact("days_off", ", ".join(map(str, off)), Measure.WORD, note)] if off else []


@lru_cache(maxsize=2)
def placing(plan: Assessment) -> Placing:
    """The schedule of a plan."""
    return Placing(plan)
