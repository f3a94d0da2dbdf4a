"""What the samples of a schedule say of a plan, in days and items."""

from __future__ import annotations

from datetime import date

from alignplan.graph.nodes import Node
from alignplan.records import record
from alignplan.scheduling.sampling import Drawing

__all__ = ["DRIVERS", "PARTS", "Driver", "Odds", "RiskInTime"]

PARTS = (0.5, 0.8, 0.95)
"""By the first day half of all samples are finished, by the next 80 and 95 of 100."""
DRIVERS = 10
"""So many drivers are told."""

Three = tuple[date, date, date]


@record
class Odds:
    """When an item is finished: P50, P80 and P95, each the day by which that part of all samples is.

    `node` is none for the plan as a whole. `free` are the same days if nobody and nothing were shared. `chance` is the
    part of all samples that end by the `due`, own or inherited, in percent. `critical` is the part of them in which the
    item could not have ended later without the plan ending later, in percent: the criticality index; none of tactics
    and objectives.
    """

    node: Node | None
    days: Three
    free: Three
    due: date | None
    chance: float | None
    critical: float | None = None


@record
class Driver:
    """A piece of work whose spread hurts: `ssi` is its schedule sensitivity index.

    SSI = criticality index × standard deviation of its length ÷ standard deviation of the plan's finish, the index as a
    part of 1 (PMI, *A Guide to the Project Management Body of Knowledge*; Vanhoucke 2010). Deviations in working days.
    """

    node: Node
    critical: float
    deviation: float
    ssi: float


@record
class RiskInTime:
    """How sure the days of a schedule are.

    `likely` is the day on which the plan ends with likely lengths, `likely_chance` the part of all samples that end by
    it, in percent. `items` are the open actions, milestones and tactics whose days are known. `deviation` is that of
    the last finish, in working days. `without` and `unranged` say which work has no range, and how much that is in
    percent; `certain`: all of it.
    """

    drawing: Drawing
    whole: Odds | None
    likely: date | None
    likely_chance: float | None
    objectives: tuple[Odds, ...]
    items: tuple[Odds, ...]
    drivers: tuple[Driver, ...]
    deviation: float
    without: tuple[str, ...]
    unranged: float | None
    certain: bool
