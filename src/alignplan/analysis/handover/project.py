"""What is handed over: rows in the order of the plan, and those who do them."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from alignplan.analysis.calendars.absences import Away
from alignplan.analysis.calendars.working import WorkCalendar
from alignplan.analysis.handover.clock import Clock
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Form", "Lost", "Need", "Project", "Row", "Tie", "Worker"]


class Form(Enum):
    """What gives a row its length."""

    SUMMARY = "what is below it"
    POINT = "it takes no time"
    EFFORT = "the work of people"
    LENGTH = "working time"
    ELAPSED = "calendar time"
    FIXED = "its days: it is over, or what it is made of was not chosen"


class Lost(Enum):
    """What other programs have no place for."""

    OUTSIDE = "a dependency on what was not chosen"
    TACTIC_END = "a dependency that binds the end of a tactic"
    AT_MOST = "a longest time of a dependency"
    CHOICE = "a choice of people: those of the schedule are written"
    PIECES = "work that is interrupted"
    DAYS = "unknown days"
    TEAM = "days on which a team is not complete"
    SHARED = "work of people that is work of their team, too"


@record
class Need:
    """Who or what works on a row: a share of a full day (1.0), or units of a thing; `units` as the engine counts."""

    who: str
    share: float
    units: int = 0


@record
class Tie:
    """The row waits for another one; `lag` in minutes of working time, or with `elapsed` of calendar time."""

    before: str
    kind: str
    lag: int = 0
    elapsed: bool = False


@record
class Row:
    """An item in its place.

    `minutes` are those that are still to pass (calendar time of `ELAPSED`, else working time; of what is `FIXED` and
    of summaries those from their start to their finish), `effort` the minutes of people's work in them, `spent` the
    working minutes since it was begun. `ready` is the time before which it cannot begin. Times are none where nobody
    knows them. `above` is the id of its summary. It is `held` where it waits for what is not in the project.
    """

    item: Scheduled
    form: Form
    start: datetime | None
    finish: datetime | None
    minutes: int = 0
    effort: int = 0
    spent: int = 0
    ready: datetime | None = None
    needs: tuple[Need, ...] = ()
    ties: tuple[Tie, ...] = ()
    above: str | None = None
    held: bool = False

    @property
    def id(self) -> str:
        """The id of its item."""
        return self.item.node.id


@record
class Worker:
    """Someone or something that rows need, with their calendar, the days away, and the minutes left of some days.

    `capacity` is what there is of them (1.0: a full day, one unit), in `units` of equal size.
    """

    node: Node
    capacity: float
    units: int
    calendar: WorkCalendar
    away: tuple[Away, ...] = ()
    short: tuple[tuple[date, int], ...] = ()


@record
class Project:
    """A schedule, or what was chosen of it: from its first day to its last, with calendars through `horizon`.

    `lost` counts what has no place in any other program, by what it is.
    """

    title: str
    found: PlanSchedule
    clock: Clock
    today: date
    first: date
    last: date
    horizon: date
    calendar: WorkCalendar
    rows: tuple[Row, ...]
    workers: tuple[Worker, ...]
    lost: dict[Lost, int]
