"""When each task can lie: not before what comes first has come, not after what follows would come too late."""

from __future__ import annotations

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import FF, FS, SS, Link, Problem, Task

__all__ = ["Network", "Refuted"]


class Refuted(Exception):
    """There is no schedule that keeps what was asked for."""


class Network:
    """The windows of all tasks of a problem, by their numbers, as far as links and calendars tell.

    `start` and `end` are the earliest start and finish of each task, `latest` and `deadline` the latest ones in a
    schedule that is over by a given instant. With several modes each of the four is that of the mode which allows
    most. They leave out `at_most` and all resources, so that no
    schedule lies outside of them.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.into: list[list[Link]] = [[] for _ in problem.tasks]
        self.out: list[list[Link]] = [[] for _ in problem.tasks]
        for link in problem.links:
            if problem.tasks[link.after].fixed is None:
                self.into[link.after].append(link)
                self.out[link.before].append(link)
        self.order = self._ordered()
        self.start = [0] * len(problem.tasks)
        self.end = [0] * len(problem.tasks)
        self.latest = [0] * len(problem.tasks)
        self.deadline = [0] * len(problem.tasks)
        self.finish = problem.now

    def _ordered(self) -> list[int]:
        """All tasks, each behind those that it waits for."""
        waits = [len(links) for links in self.into]
        ready = [number for number, amount in enumerate(waits) if not amount]
        for number in ready:
            for link in self.out[number]:
                waits[link.after] -= 1
                if not waits[link.after]:
                    ready.append(link.after)
        return ready

    # ------------------------------------------------------------ forward

    def look_forward(self, floor: list[int] | None = None) -> None:
        """Sets `start`, `end` and `finish`; no task begins before its instant of `floor`, where there is one."""
        problem, start, end = self.problem, self.start, self.end
        for number in self.order:
            task = problem.tasks[number]
            if task.fixed is not None:
                start[number], end[number] = task.fixed
                continue
            begin, over = max(task.release, problem.now), 0
            if floor is not None:
                begin = max(begin, floor[number])
            for link in self.into[number]:
                instant = self._came(link)
                if link.kind in (FS, SS):
                    if task.began is None and instant > begin:
                        begin = instant
                elif instant > over:
                    over = instant
            start[number], end[number] = self._earliest(task, begin, over)
        self.finish = max(end, default=problem.now)

    def _came(self, link: Link) -> int:
        """The earliest instant at which a link lets the end that it binds come."""
        if link.kind in (FS, FF):
            instant = self.end[link.before]
        else:
            began = self.problem.tasks[link.before].began
            instant = self.start[link.before] if began is None else began
        if link.axis is None:
            return instant + link.lag
        return self.problem.axes[link.axis].shifted(instant, link.lag)

    def _earliest(self, task: Task, begin: int, over: int) -> tuple[int, int]:
        """The earliest start and the earliest finish of a task that begins and ends not before two instants."""
        best = None
        for mode in task.modes:
            pair = _first(self.problem.axes[mode.axis], mode.length, begin, over, split=task.split)
            best = pair if best is None else (min(best[0], pair[0]), min(best[1], pair[1]))
        assert best is not None, "a task has a mode"
        return best

    # ------------------------------------------------------------ backward

    def look_backward(self, finish: int, ceiling: list[int] | None = None) -> None:
        """Sets `latest` and `deadline` for schedules that are over by an instant; raises `Refuted` if none can be.

        No task finishes behind its instant of `ceiling`, where there is one.
        """
        problem, latest, deadline = self.problem, self.latest, self.deadline
        for number in reversed(self.order):
            task = problem.tasks[number]
            if task.fixed is not None:
                latest[number], deadline[number] = task.fixed
                continue
            begin = over = finish if ceiling is None else min(finish, ceiling[number])
            for link in self.out[number]:
                instant = self._goes(link)
                if instant is None:
                    continue
                if link.kind in (FS, FF):
                    over = min(over, instant)
                elif task.began is None:
                    begin = min(begin, instant)
            latest[number], deadline[number] = self._last(task, begin, over)
            if latest[number] < self.start[number] or deadline[number] < self.end[number]:
                raise Refuted

    def _goes(self, link: Link) -> int | None:
        """The latest instant for the end of `before` that a link binds; None where it does not matter."""
        if link.kind in (FS, SS):
            if self.problem.tasks[link.after].began is not None:
                return None
            wanted = self.latest[link.after]
        else:
            wanted = self.deadline[link.after]
        if link.axis is None:
            return wanted - link.lag
        return _unshifted(self.problem.axes[link.axis], wanted, link.lag)

    def _last(self, task: Task, begin: int, over: int) -> tuple[int, int]:
        """The latest start and the latest finish of a task that begins and ends not behind two instants."""
        best = None
        for mode in task.modes:
            pair = _final(self.problem.axes[mode.axis], mode.length, begin, over, split=task.split)
            if pair is not None:
                best = pair if best is None else (max(best[0], pair[0]), max(best[1], pair[1]))
        if best is None:
            raise Refuted
        return best


def _first(axis: Axis, length: int, begin: int, over: int, *, split: bool) -> tuple[int, int]:
    """The earliest start and finish in one mode."""
    if length == 0:
        instant = max(begin, over)
        return instant, instant
    own = axis.own(begin)
    if over and not split:
        own = max(own, axis.own(over - 1) + 1 - length)
    finish = axis.slot(own + length - 1) + 1
    if over > finish:  # of a split task, which can have begun long before
        finish = axis.slot(axis.own(over - 1)) + 1
    return axis.slot(own), finish


def _final(axis: Axis, length: int, begin: int, over: int, *, split: bool) -> tuple[int, int] | None:
    """The latest start and finish in one mode; None where it does not fit before them at all."""
    if length == 0:
        instant = min(begin, over)
        return instant, instant
    ends = axis.own(over)
    own = min(axis.own(begin + 1) - 1, ends - length)
    if own < 0:
        return None
    if not split:
        ends = own + length
    return axis.slot(own), axis.slot(ends - 1) + 1


def _unshifted(axis: Axis, wanted: int, lag: int) -> int | None:
    """The latest instant that `lag` worked slots move not behind a wanted one; None where every instant does.

    Raises `Refuted` where no instant does.
    """
    if lag == 0:
        return wanted
    own = axis.own(wanted) - lag if lag > 0 else axis.own(wanted + 1) - 1
    if own < 0:
        raise Refuted
    if lag < 0:
        own -= lag
    return None if axis.ends is not None and own >= axis.ends else axis.slot(own)
