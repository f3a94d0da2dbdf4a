"""From instants to days: on which day a task begins and ends, and how many working days lie between two instants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alignplan.analysis.schedule.draft import Draft
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link
from alignplan.scheduling.ranking import ranked
from alignplan.scheduling.schedule import Placed

__all__ = ["Days"]


class Days:
    """The days of a schedule.

    An instant between two days belongs to the later one for what starts, to the earlier one for what finishes. A point
    in time that comes as something finishes is on that day; one that comes on a day of its own is on that.
    """

    def __init__(self, draft: Draft, placed: Sequence[Placed]) -> None:
        self._draft, self._placed = draft, placed
        self._grid = draft.grid
        self._working: Axis = draft.grid.working
        self._size = draft.grid.slots_of_day(draft.grid.calendars.default)
        self._ends: dict[int, bool] = {}
        self._tell()

    def start(self, number: int) -> date:
        """The day on which a task begins."""
        place = self._placed[number]
        return self.finish(number) if place.start == place.finish else self._grid.day_of(place.start)

    def finish(self, number: int) -> date:
        """The day on which a task ends."""
        return self.ending(number, self._placed[number].finish)

    def ending(self, number: int, instant: int) -> date:
        """The day on which a task would end that ended at an instant."""
        if self._ends.get(number, True):
            return self._grid.last_day(instant)
        return self._grid.day_of(instant)

    def beginning(self, number: int, instant: int) -> date:
        """The day on which a task would begin that began at an instant."""
        return self.ending(number, instant) if number in self._ends else self._grid.day_of(instant)

    def between(self, first: int, last: int) -> float:
        """Working days from an instant to another, by the plan's calendar; below 0 where that lies before it."""
        return (self._working.own(last) - self._working.own(first)) / self._size

    def late(self, finish: date, due: date) -> int:
        """Working days from a due date to a later finish, one at least; 0 where it is in time."""
        if finish <= due:
            return 0
        ends = (self._grid.instant_of(day, end=True) for day in (due, finish))
        return max(round(self.between(*ends)), 1)

    # ------------------------------------------------------------ points in time

    def _tell(self) -> None:
        """Of each point in time whether it comes as something finishes; what it waits for first."""
        problem = self._draft.problem
        incoming: dict[int, list[Link]] = {}
        for link in problem.links:
            incoming.setdefault(link.after, []).append(link)
        for number in ranked(problem):
            place = self._placed[number]
            if place.start == place.finish and problem.tasks[number].fixed is None:
                self._ends[number] = self._is_end(number, incoming.get(number, ()))

    def _is_end(self, number: int, links: Sequence[Link]) -> bool:
        task, instant = self._draft.problem.tasks[number], self._placed[number].finish
        tight = [link for link in links if self._comes(link) == instant]
        if not tight:
            entry = self._draft.entries[number]
            own = entry.node.model.due
            return own is not None and task.release == instant == self._grid.instant_of(own, end=True)
        return all(
            self._ends.get(link.before, True) if link.kind.startswith("finish") else False for link in tight
        )

    def _comes(self, link: Link) -> int:
        """The instant that a link asks for."""
        place, task = self._placed[link.before], self._draft.problem.tasks[link.before]
        came = place.finish
        if link.kind.startswith("start"):
            came = place.start if task.began is None else task.began
        if link.axis is None:
            return came + link.lag
        return self._draft.problem.axes[link.axis].shifted(came, link.lag)
