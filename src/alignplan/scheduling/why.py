"""Why each task of a schedule lies where it lies. Followed from task to task, the chain that put one there."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.problem import Link, Problem
from alignplan.scheduling.schedule import Binding, Placed, Reason, Schedule
from alignplan.scheduling.steps import together

__all__ = ["bindings"]

_RANK = {Reason.NOW: 0, Reason.RELEASE: 1, Reason.LINK: 2}
"""What is told first where several hold equally."""


def bindings(problem: Problem, schedule: Schedule) -> tuple[Binding, ...]:
    """Why each task lies where it lies, by number.

    With `LINK` and `RESOURCE`, `task` is the one that is waited for, with `RESOURCE` the one that holds the resource
    in the last slot before. `CALENDAR` has a task where that was ready earlier, and its own people still worked, but
    those of the task itself did not. A task that could lie earlier, as some do for the sake of others, is bound by
    what comes closest before it.
    """
    why = _Why(lasting(problem), schedule.placed)
    return tuple(why.binding(number) for number in range(len(problem.tasks)))


class _Why:
    def __init__(self, problem: Problem, placed: Sequence[Placed]) -> None:
        self.problem, self.placed = problem, placed
        self.incoming: list[list[Link]] = [[] for _ in problem.tasks]
        self.limited: list[list[Link]] = [[] for _ in problem.tasks]
        for link in problem.links:
            self.incoming[link.after].append(link)
            if link.at_most is not None:
                self.limited[link.before].append(link)
        offices = [axis for axis in problem.axes if not axis.always]
        self.office = together(offices) if offices else None
        """When anybody works."""
        self.days: dict[int, dict[int, list[int]]] = {}
        """By resource and day, the tasks that run then; made for those resources that are asked for."""
        self.users: list[list[int]] = [[] for _ in problem.resources]
        for number, (task, place) in enumerate(zip(problem.tasks, placed, strict=True)):
            for resource, _ in task.modes[place.mode].needs:
                self.users[resource].append(number)

    def binding(self, number: int) -> Binding:
        task, place = self.problem.tasks[number], self.placed[number]
        if task.fixed is not None:
            return Binding(Reason.FIXED)
        mode = task.modes[place.mode]
        axis = self.problem.axes[mode.axis]
        own = axis.own(place.start) if mode.length else place.start
        bounds = self._bounds(number, axis, mode.length)
        tight = [bound for bound in bounds if bound[0] >= own]
        if tight:
            return self._told(number, max(tight, key=lambda one: (one[1], _RANK[one[2].reason])))
        found = self._taken(number, axis.slot(own - 1)) if mode.length and own else None
        if found is None:
            found = self._put_off(number)
        return found or self._closest(number, bounds)

    def _bounds(self, number: int, axis: Axis, length: int) -> list[tuple[int, int, Binding]]:
        """What keeps a task from beginning earlier, alone: the own position that it leaves (of a point in time the
        instant), the instant that it comes to, and how it is told.
        """
        task = self.problem.tasks[number]
        found = []
        for instant, reason in ((self.problem.now, Reason.NOW), (task.release, Reason.RELEASE)):
            if reason is Reason.NOW or instant > 0:
                found.append((axis.own(instant) if length else instant, instant, Binding(reason)))
        for link in self.incoming[number]:
            to_start = link.kind.endswith("start")
            if to_start and task.began is not None:
                continue
            instant = _shifted(self.problem, link, self._came(link))
            if not length:
                own = instant
            elif to_start:
                own = axis.own(instant)
            else:
                own = axis.own(instant - 1) + 1 - length
            found.append((own, instant, Binding(Reason.LINK, link.before)))
        return found

    def _came(self, link: Link) -> int:
        task, place = self.problem.tasks[link.before], self.placed[link.before]
        if link.kind[0] == "f":
            return place.finish
        return place.start if task.began is None else task.began

    def _told(self, number: int, bound: tuple[int, int, Binding]) -> Binding:
        """The reason, or the calendar where others worked between it and the start."""
        start = self.placed[number].start
        axis: Axis | None = self.office
        binding = bound[2]
        if binding.task is not None:
            before = self.problem.tasks[binding.task].modes[self.placed[binding.task].mode]
            axis = self.problem.axes[before.axis]
        if axis is None or axis.always or start <= bound[1] or axis.own(start) <= axis.own(bound[1]):
            return binding
        return Binding(Reason.CALENDAR, binding.task)

    def _taken(self, number: int, slot: int) -> Binding | None:
        """The resource that lacks units in a slot, and the task that holds most of them and gives them back first."""
        problem = self.problem
        mode = problem.tasks[number].modes[self.placed[number].mode]
        for resource, units in mode.needs:
            one, per_day = problem.resources[resource], problem.axes[mode.axis].per_day
            day = slot // per_day
            there = one.days[day] if day < len(one.days) else one.capacity
            holders = [(held, other) for other, held in self._holders(resource, slot, day) if other != number]
            if there >= units + sum(held for held, _ in holders):
                continue
            start = self.placed[number].start
            holders.sort(key=lambda one: (self.placed[one[1]].finish > start, -one[0], one[1]))
            if not holders:
                return Binding(Reason.CALENDAR)
            return Binding(Reason.RESOURCE, holders[0][1], resource)
        return None

    def _holders(self, resource: int, slot: int, day: int) -> list[tuple[int, int]]:
        """The tasks that hold a resource in a slot, with their units."""
        if resource not in self.days:
            self.days[resource] = self._by_day(resource)
        found = []
        for number in self.days[resource].get(day, ()):
            place = self.placed[number]
            mode = self.problem.tasks[number].modes[place.mode]
            axis = self.problem.axes[mode.axis]
            if axis.own(slot) < axis.own(slot + 1) and any(one <= slot < two for one, two in _pieces(place)):
                found.append((number, dict(mode.needs)[resource]))
        return found

    def _by_day(self, resource: int) -> dict[int, list[int]]:
        """The tasks that need a resource, by the days on which they run."""
        found: dict[int, list[int]] = {}
        for number in self.users[resource]:
            place = self.placed[number]
            per_day = self.problem.axes[self.problem.tasks[number].modes[place.mode].axis].per_day
            for start, finish in _pieces(place):
                for day in range(start // per_day, -(-finish // per_day)):
                    found.setdefault(day, []).append(number)
        return found

    def _put_off(self, number: int) -> Binding | None:
        """A task that must follow soon, for which another was put off."""
        links = self.limited[number]
        if not links:
            return None
        return Binding(Reason.LINK, max(links, key=lambda link: self.placed[link.after].start).after)

    def _closest(self, number: int, bounds: Sequence[tuple[int, int, Binding]]) -> Binding:
        """What comes closest before a task that could lie earlier: a bound, or a task on one of its resources."""
        best = max(bounds, key=lambda one: (one[0], one[1], _RANK[one[2].reason]))
        start, near = self.placed[number].start, best[1]
        binding = best[2]
        for resource, _ in self.problem.tasks[number].modes[self.placed[number].mode].needs:
            for other in self.users[resource]:
                finish = self.placed[other].finish
                if near < finish <= start and other != number:
                    near, binding = finish, Binding(Reason.RESOURCE, other, resource)
        return binding


def _pieces(place: Placed) -> tuple[tuple[int, int], ...]:
    return place.pieces or ((place.start, place.finish),)


def _shifted(problem: Problem, link: Link, instant: int) -> int:
    return instant + link.lag if link.axis is None else problem.axes[link.axis].shifted(instant, link.lag)
