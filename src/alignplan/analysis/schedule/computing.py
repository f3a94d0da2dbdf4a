"""The schedule of a plan, computed: with as much effort as is asked for, and from what was promised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import PlanSchedule
from alignplan.analysis.schedule.answering import answer
from alignplan.analysis.schedule.draft import Draft
from alignplan.analysis.schedule.keeping import is_better, promised
from alignplan.records import record
from alignplan.scheduling.efforts import EFFORTS, solve
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule, Score

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["EFFORT_NAMES", "SOLVER", "Search", "Watch", "scheduled"]

SOLVER = "solver"
"""The effort that needs the extra of that name; it begins with what `default` finds."""
EFFORT_NAMES = (*EFFORTS, SOLVER)


@record
class Search:
    """How a schedule is looked for.

    `limit` is the time of the solver in seconds. A locked schedule is kept unless another is better by more than
    `tolerance` working days; `anew` leaves it aside.
    """

    effort: str = "quick"
    seed: int = 0
    limit: float = 10.0
    tolerance: float = 1.0
    anew: bool = False


@record
class Watch:
    """Who is told how far it is: of schedules that were tried, and of the seconds of the solver."""

    tried: Callable[[int], None]
    solving: Callable[[float], None]


def scheduled(plan: Standpoint, search: Search | None = None, watch: Watch | None = None) -> PlanSchedule:
    """A good schedule of all that counts in a plan, and what it says. Raises Misuse where the solver is missing."""
    search = search or Search()
    made = plan.draft
    found, kept = _found(plan, made, search, watch)
    return replace(answer(plan, made, found), kept=kept)


def _found(plan: Standpoint, made: Draft, search: Search, watch: Watch | None) -> tuple[Schedule, bool]:
    """The schedule, and whether it is the one that was promised."""
    if plan.lock is None or search.anew:
        return _searched(made.problem, search, watch, None), False
    kept = promised(plan.lock, made)
    found = _searched(made.problem, search, watch, kept)
    slots = round(search.tolerance * made.grid.slots_of_day(made.grid.calendars.default))
    if is_better(found, kept, slots):
        return found, False
    return replace(kept, bound=min(found.bound, kept.score.finish)), True


def _searched(problem: Problem, search: Search, watch: Watch | None, kept: Schedule | None) -> Schedule:
    """The best that is found, beginning with what is kept, and as near to it as costs nothing."""
    order = None if kept is None else kept.order
    moves = None if kept is None else {at: place.start for at, place in enumerate(kept.placed)}
    tried = None if watch is None else _counting(watch)
    effort = "default" if search.effort == SOLVER else search.effort
    found = solve(problem, effort, seed=search.seed, order=order, moves=moves, progress=tried)
    if search.effort != SOLVER:
        return found
    from alignplan.scheduling.solver import News, improve

    def told(news: News) -> None:
        if watch is not None:
            watch.solving(news.seconds)

    starts = () if kept is None else tuple(place.start for place in kept.placed)
    return improve(problem, found, limit=search.limit, progress=told, kept=starts)


def _counting(watch: Watch) -> Callable[[int, Score], None]:
    def tried(count: int, _best: Score) -> None:
        watch.tried(count)

    return tried
