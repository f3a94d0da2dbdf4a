"""What is to be scheduled: tasks, what they need, and what must come first."""

from __future__ import annotations

from alignplan.records import record
from alignplan.scheduling.axis import Axis

__all__ = ["FF", "FS", "SF", "SS", "Link", "Mode", "Problem", "Resource", "Task"]

FS, SS, FF, SF = "finish-start", "start-start", "finish-finish", "start-finish"
"""Which end of what comes first binds which end of what follows."""


@record
class Resource:
    """Somebody or something that tasks share.

    `capacity` is how many units there are, and `days` what there is of them on each day from day 0 on, where that
    changes (a team of which some are away); behind its end, and where it is empty, `capacity` holds.
    """

    name: str
    capacity: int
    days: tuple[int, ...] = ()


@record
class Mode:
    """One way of doing a task: `length` slots of the axis number `axis`, in all of which `needs` are taken.

    `needs` are pairs of a resource's number and of units, each resource once, units over 0. Between its first and
    last slot a task takes its needs in the slots of its axis only: at night it holds nobody.
    """

    length: int
    axis: int = 0
    needs: tuple[tuple[int, int], ...] = ()


@record
class Task:
    """One piece of work, or with the length 0 a point in time.

    It has at least one mode; of several one is chosen and kept. `release` is the instant before which it cannot
    begin. `must` is the instant by which it has to be finished, `due` the one by which it is wished to be, which costs
    `weight` for each slot that it is late. `fixed` are the instants of its start and finish where both are history.
    `began` is the instant at which it was begun, where what is to be scheduled is the rest of it: links that bind
    starts mean that one; such a rest goes first. `priority` is 0 to 1000, higher first among equals. `split` lets it
    be interrupted by other tasks; no other task is.
    """

    name: str
    modes: tuple[Mode, ...]
    release: int = 0
    must: int | None = None
    due: int | None = None
    weight: int = 1
    fixed: tuple[int, int] | None = None
    began: int | None = None
    priority: int = 500
    split: bool = False


@record
class Link:
    """The task number `after` waits for the task number `before`: an end of one for an end of the other.

    From the end of `before` that `kind` names, `lag` slots of the axis number `axis` pass (below 0: are given back;
    None: slots of the grid), then the end of `after` that it names may come. `at_most`, in slots of the same axis, is
    the longest that it may take.
    """

    before: int
    after: int
    kind: str = FS
    lag: int = 0
    axis: int | None = None
    at_most: int | None = None


@record
class Problem:
    """Tasks, their links, the resources that they share and the axes on which they run; `now` is today's first instant.

    Links have no circles, and nothing that is not `fixed` may be placed before `now`, whatever its release.
    """

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    resources: tuple[Resource, ...]
    axes: tuple[Axis, ...]
    now: int = 0
