"""What a schedule says of a plan, in days and items."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from alignplan.analysis.schedule.draft import Draft
from alignplan.analysis.schedule.notes import Note
from alignplan.analysis.schedule.staff import Assigned
from alignplan.graph.nodes import Node
from alignplan.model.words import Status
from alignplan.records import record
from alignplan.scheduling.schedule import Schedule

__all__ = ["Ground", "Outcome", "PlanSchedule", "Scheduled", "Why"]


class Ground(StrEnum):
    """What keeps an item from beginning earlier."""

    DONE = "done"
    BEGUN = "begun"
    TODAY = "today"
    NOT_BEFORE = "not_before"
    WINDOW = "window"
    """The first day of its tactic."""
    PLANNED = "planned"
    """Nobody estimated it; its planned days are taken."""
    WAITS = "waits"
    """It waits for another item."""
    BUSY = "busy"
    """Someone or something that it needs is taken by another item."""
    AWAY = "away"
    """Nobody whom it needs works before."""
    STEPS = "steps"
    """A tactic begins with its first step."""


@record
class Why:
    """What puts an item where it is: the ground, the other item, and who or what is busy."""

    ground: Ground
    item: str | None = None
    who: str | None = None


@record
class Scheduled:
    """An action, milestone or tactic in its place; a day is none where nobody can know it.

    `early_start` is the day on which it could begin if all people and things were free, `late_finish` the one on which
    it may end without the plan ending later. `slack_days` are the working days between its finish and that (on the
    schedule as it is, with what is shared), `critical`: there are none. `free_days` are those by which it may end later
    than at the earliest without anything else beginning later, if all people and things were free. `spare_days` are
    those until it, or what follows, misses a due date; below 0 where one is missed, none where none ever is.
    `late_days` are the working days from its due, own or inherited, to its finish; 0 where it is in time, none without
    a due date. `estimated` is false where nobody knows how long it takes: what is told of it is then the least.
    """

    node: Node
    status: Status | None
    start: date | None
    finish: date | None
    early_start: date | None
    late_finish: date | None
    slack_days: float | None
    free_days: float | None
    spare_days: float | None
    critical: bool
    assigned: tuple[Assigned, ...]
    due: date | None
    must: bool
    late_days: int | None
    estimated: bool
    why: Why


@record
class Outcome:
    """What comes of an objective, or of the plan as a whole (`node` is none).

    `in_hand` are the working days from its finish to its due, `late_days` the other way round. `last` is the item that
    ends it, `path` what leads there, the first first. `unestimated` are the items of which nobody knows how long they
    take: the finish holds if they take no time.
    """

    node: Node | None
    start: date | None
    finish: date | None
    due: date | None
    late_days: int | None
    in_hand: int | None
    path: tuple[str, ...]
    unestimated: tuple[str, ...]


@record
class PlanSchedule:
    """The schedule of a plan.

    `items` are its actions, milestones and tactics by id, in the order of the plan, `objectives` those that work is
    done for. `makespan_days` are the working days from the first start to the last finish, `bound_days` those without
    which no schedule can be (certified), `bound` the day before which none can end. `broken` are the items that end
    after a due that is a must.
    """

    items: dict[str, Scheduled]
    objectives: dict[str, Outcome]
    whole: Outcome
    makespan_days: float | None
    bound_days: float | None
    bound: date | None
    optimal: bool
    broken: tuple[str, ...]
    draft: Draft
    schedule: Schedule
    notes: tuple[Note, ...] = ()
    """What is to be told of how it came about."""
    kept: bool = False
    """Whether it is the one that was locked."""

    @property
    def gap(self) -> float | None:
        """By how much it may be longer than the shortest there is, in percent: at most."""
        if not self.makespan_days or not self.bound_days:
            return None
        return (self.makespan_days - self.bound_days) * 100 / self.bound_days
