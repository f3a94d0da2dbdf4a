"""What a schedule is: where each task lies, what put it there, how good it is and how good one can be at best."""

from __future__ import annotations

from enum import StrEnum

from alignplan.records import record

__all__ = ["Binding", "Placed", "Reason", "Schedule", "Score"]


class Reason(StrEnum):
    """What keeps a task from beginning earlier."""

    NOW = "now"
    """Nothing that has not begun is placed before today."""
    RELEASE = "release"
    """It must not begin earlier."""
    LINK = "link"
    """It waits for another task."""
    RESOURCE = "resource"
    """A resource that it needs is taken by another task."""
    CALENDAR = "calendar"
    """Nobody whom it needs works before."""
    FIXED = "fixed"
    """It is history."""


@record
class Binding:
    """Why a task lies where it lies: with `LINK` and `RESOURCE` the number of the other task, and of the resource."""

    reason: Reason
    task: int | None = None
    resource: int | None = None


@record
class Placed:
    """A task in its place: from the instant `start` to the instant `finish`, in the mode number `mode`.

    `pieces` are the parts of a split task, in order; of all others there is one, from start to finish (none for a
    point in time). For a task that was begun earlier they are those of its rest, and `start` is theirs.
    """

    start: int
    finish: int
    mode: int = 0
    pieces: tuple[tuple[int, int], ...] = ()


@record
class Score:
    """How good a schedule is: smaller is better, the first figure counts first.

    Slots past `must` dates, slots past `due` dates by their weights, and the instant of the last finish.
    """

    broken: int
    late: int
    finish: int

    def key(self) -> tuple[int, int, int]:
        """What scores are compared by."""
        return self.broken, self.late, self.finish


@record
class Schedule:
    """A schedule of a problem: `placed` holds a place for each of its tasks, by number.

    `bound` is an instant before which no schedule of the problem can have finished (certified: the longest chain,
    the energy of resources, or the solver's proof). `order` is the list of task numbers that gives this schedule when
    it is placed one by one. `method` names what found it.
    """

    placed: tuple[Placed, ...]
    score: Score
    bound: int
    order: tuple[int, ...]
    method: str

    @property
    def optimal(self) -> bool:
        """Whether nothing can finish earlier; lateness is not proven by it."""
        return self.bound >= self.score.finish
