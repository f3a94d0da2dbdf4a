"""The network without limits of people and things: earliest and latest dates, slack.

The critical path method (Kelley and Walker 1959) on calendars: forward each task lies as early as its links, its
release and today let it; backward as late as what follows and the wanted end let it. What tasks share is left out, so
that no schedule can be earlier: the earliest finish is a lower bound. Of several modes each task takes the one that
finishes first; `at_most` of links is left out, which only makes the bound smaller.
"""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.records import record
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link, Problem, Task
from alignplan.scheduling.ranking import ranked

__all__ = ["Critical", "Window", "came", "comes", "critical", "earliest", "latest"]


@record
class Window:
    """Where a task lies in one of the two passes, in instants.

    `own` is the position of its first slot on its axis, of a point in time the instant itself: what slack is the
    difference of. Below 0 it would have to begin before the first day.
    """

    start: int
    finish: int
    own: int


@record
class Critical:
    """Earliest and latest places of all tasks by number, with the slack between them in slots of their axes.

    `total` is how much later a task may be without the last one ending later, `free` without any other being later.
    `finish` is the instant of the end that the latest places keep.
    """

    early: tuple[Window, ...]
    late: tuple[Window, ...]
    total: tuple[int, ...]
    free: tuple[int, ...]
    modes: tuple[int, ...]
    finish: int


def critical(problem: Problem, finish: int | None = None) -> Critical:
    """Both passes, and the slack. Left out, `finish` is the end of the earliest places; `must` dates bind too."""
    order = ranked(problem)
    early, modes = earliest(problem, order)
    end = max((window.finish for window in early), default=problem.now) if finish is None else finish
    limits = [end if task.must is None else min(task.must, end) for task in problem.tasks]
    late = latest(problem, modes, limits, order)
    total = tuple(after.own - before.own for before, after in zip(early, late, strict=True))
    return Critical(tuple(early), tuple(late), total, _free(problem, early, modes, total), tuple(modes), end)


# ------------------------------------------------------------ forward


def earliest(problem: Problem, order: Sequence[int] | None = None) -> tuple[list[Window], list[int]]:
    """The earliest place of each task, and the mode that it takes there."""
    incoming = _by_end(problem, after=True)
    found: list[Window] = [Window(0, 0, 0)] * len(problem.tasks)
    modes = [0] * len(problem.tasks)
    for number in ranked(problem) if order is None else order:
        task = problem.tasks[number]
        start, finish = task.release, 0
        if task.fixed is None:
            start = max(start, problem.now)
        for link in incoming[number]:
            if task.began is not None and link.kind.endswith("start"):
                continue
            instant = comes(problem, link, found[link.before])
            if link.kind.endswith("start"):
                start = max(start, instant)
            else:
                finish = max(finish, instant)
        found[number], modes[number] = _first(problem, task, start, finish)
    return found, modes


def _first(problem: Problem, task: Task, start: int, finish: int) -> tuple[Window, int]:
    """The place that ends first, not begun before one instant nor ended before another, and its mode."""
    if task.fixed is not None:
        return Window(*task.fixed, task.fixed[0]), 0
    places = [
        (_forward(problem.axes[mode.axis], mode.length, start, finish), at)
        for at, mode in enumerate(task.modes)
    ]
    return min(places, key=lambda place: (place[0].finish, place[1]))


def _forward(axis: Axis, length: int, start: int, finish: int) -> Window:
    if length == 0:
        instant = max(start, finish)
        return Window(instant, instant, instant)
    own = axis.own(start)
    if finish > 0:
        own = max(own, axis.own(finish - 1) - length + 1)
    return Window(axis.slot(own), axis.slot(own + length - 1) + 1, own)


def came(problem: Problem, link: Link, window: Window) -> int:
    """The instant of the end that a link waits for, its task lying there; of what was begun earlier, when it was."""
    if link.kind.startswith("finish"):
        return window.finish
    began = problem.tasks[link.before].began
    return window.start if began is None else began


def comes(problem: Problem, link: Link, window: Window) -> int:
    """The instant from which on what follows a link may come, what it waits for lying there."""
    instant = came(problem, link, window)
    return instant + link.lag if link.axis is None else problem.axes[link.axis].shifted(instant, link.lag)


# ------------------------------------------------------------ backward


def latest(
    problem: Problem, modes: Sequence[int], limits: Sequence[int | None], order: Sequence[int] | None = None
) -> list[Window]:
    """The latest place of each task in a mode, so that none is finished behind its limit.

    A limit of None is none of its own. A task that nothing limits lies at the end of all limits. What is fixed stays
    where it is.
    """
    outgoing = _by_end(problem, after=False)
    last = max((limit for limit in limits if limit is not None), default=problem.now)
    found: list[Window] = [Window(0, 0, 0)] * len(problem.tasks)
    for number in reversed(ranked(problem) if order is None else order):
        task, limit = problem.tasks[number], limits[number]
        start, finish = None, last if limit is None else limit
        for link in outgoing[number]:
            if problem.tasks[link.after].fixed is not None:
                continue
            instant = _allowed(problem, link, found[link.after])
            if link.kind.startswith("finish"):
                finish = min(finish, instant)
            elif task.began is None:
                start = instant if start is None else min(start, instant)
        found[number] = _last(problem, task, modes[number], start, finish)
    return found


def _allowed(problem: Problem, link: Link, after: Window) -> int:
    """The latest instant for the end of what comes first, so that an end of what follows can lie where it lies."""
    wanted = after.start if link.kind.endswith("start") else after.finish
    if link.axis is None:
        return wanted - link.lag
    return _unshifted(problem.axes[link.axis], wanted, link.lag)


def _unshifted(axis: Axis, wanted: int, lag: int) -> int:
    """The latest instant that lies, `lag` worked slots later, not behind the wanted one: `shifted` turned round."""
    if lag == 0:
        return wanted
    own = axis.own(wanted) - lag if lag > 0 else axis.own(wanted + 1) - 1 - lag
    return _slot(axis, own)


def _last(problem: Problem, task: Task, mode: int, start: int | None, finish: int | None) -> Window:
    """The latest place that neither begins behind one instant nor ends behind the other; at least one is given."""
    if task.fixed is not None:
        return Window(*task.fixed, task.fixed[0])
    length, axis = task.modes[mode].length, problem.axes[task.modes[mode].axis]
    if length == 0:
        instant = min(bound for bound in (start, finish) if bound is not None)
        return Window(instant, instant, instant)
    bounds = [] if start is None else [axis.own(start + 1) - 1]
    own = min(bounds if finish is None else [*bounds, axis.own(finish) - length])
    return Window(_slot(axis, own), _slot(axis, own + length - 1) + 1, own)


def _slot(axis: Axis, own: int) -> int:
    """A slot; before the first one the slots go on below 0, one for one."""
    return own if own < 0 else axis.slot(own)


# ------------------------------------------------------------ slack


def _free(
    problem: Problem, early: Sequence[Window], modes: Sequence[int], total: Sequence[int]
) -> tuple[int, ...]:
    """How much later each task may be while all that follow lie as early as they can."""
    outgoing = _by_end(problem, after=False)
    found: list[int] = []
    for number, task in enumerate(problem.tasks):
        free = total[number]
        for link in outgoing[number]:
            if task.fixed is not None or problem.tasks[link.after].fixed is not None:
                continue
            of_finish = link.kind.startswith("finish")
            if not of_finish and task.began is not None:
                continue
            instant = _allowed(problem, link, early[link.after])
            bounds = (None, instant) if of_finish else (instant, None)
            far = _last(problem, task, modes[number], *bounds)
            free = min(free, max(far.own - early[number].own, 0))
        found.append(free)
    return tuple(found)


def _by_end(problem: Problem, *, after: bool) -> list[list[Link]]:
    """The links of each task: those that lead to it, or those that leave it."""
    found: list[list[Link]] = [[] for _ in problem.tasks]
    for link in problem.links:
        found[link.after if after else link.before].append(link)
    return found
