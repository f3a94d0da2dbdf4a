"""What was promised: the locked schedule against the plan as it is now, and a schedule as it is locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.analysis.calendars.places import public_holidays
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.draft import Draft, Entry
from alignplan.loading.lock import Lock, LockedItem
from alignplan.scheduling.levelling import place
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.settling import scored

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["is_better", "lock_for", "order_of", "other_holidays", "problem_digest", "promised"]

_MEDIUM = 10
"""The weight of the lateness of a task of medium priority."""


def order_of(lock: Lock, draft: Draft) -> tuple[int, ...]:
    """The locked order with the tasks of the plan as it is, each behind those that it waits for.

    What is new comes behind what stood before it in the plan.
    """
    places = {name: at for at, name in enumerate(lock.order)}
    ranks: list[tuple[int, int]] = []
    last = -1
    for number, task in enumerate(draft.problem.tasks):
        last = places.get(task.name, last)
        ranks.append((last, number))
    waiting = [0] * len(ranks)
    behind: list[list[int]] = [[] for _ in ranks]
    for link in draft.problem.links:
        waiting[link.after] += 1
        behind[link.before].append(link.after)
    ready = [rank for rank, amount in zip(ranks, waiting, strict=True) if not amount]
    heapify(ready)
    order: list[int] = []
    while ready:
        number = heappop(ready)[1]
        order.append(number)
        for other in behind[number]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, ranks[other])
    return tuple(order)


def promised(lock: Lock, draft: Draft) -> Schedule:
    """The schedule that the locked order gives with today's plan, everyone doing what they were to do."""
    problem, order = draft.problem, order_of(lock, draft)
    modes = [_mode_of(lock, entry) for entry in draft.entries]
    single = (
        task if len(task.modes) == 1 else replace(task, modes=(task.modes[mode],))
        for task, mode in zip(problem.tasks, modes, strict=True)
    )
    places = place(replace(problem, tasks=tuple(single)), order)
    placed = tuple(replace(one, mode=mode) for one, mode in zip(places, modes, strict=True))
    return Schedule(placed, scored(problem, placed), problem.now, order, lock.method)


def _mode_of(lock: Lock, entry: Entry) -> int:
    """The way in which something was to be done; the first where that is none of those that there are."""
    item = lock.items.get(entry.node.id)
    if item is None or len(entry.ways) < 2:
        return 0
    wanted = {who for who, _ in item.who}
    ways = ({one.who for one in way.assigned} for way in entry.ways)
    return next((at for at, who in enumerate(ways) if who == wanted), 0)


def is_better(new: Schedule, kept: Schedule, tolerance: int) -> bool:
    """Whether a new schedule is worth giving up the one that was promised: by more than so many slots.

    Any must that is kept more is; lateness counts by its weights, as slots of medium priority.
    """
    if new.score.broken != kept.score.broken:
        return new.score.broken < kept.score.broken
    late = (kept.score.late - new.score.late) / _MEDIUM
    if abs(late) > tolerance:
        return late > 0
    return kept.score.finish - new.score.finish > tolerance


def problem_digest(problem: Problem) -> str:
    """A digest of all that a schedule depends on but for the day on which it is made."""
    axes = [(axis.per_day, list(axis.worked), list(axis.beyond)) for axis in problem.axes]
    said = repr((problem.tasks, problem.links, problem.resources, axes))
    return storage.digest(said.encode("utf-8", "surrogatepass"))


def lock_for(plan: Standpoint, found: PlanSchedule, effort: str, seed: int) -> Lock:
    """A schedule as it is to be locked."""
    tasks = found.draft.problem.tasks
    last = found.whole.finish or plan.today
    return Lock(
        plan.today,
        effort,
        found.schedule.method,
        seed,
        problem_digest(found.draft.problem),
        {id: _locked(item) for id, item in found.items.items() if item.finish is not None},
        tuple(tasks[number].name for number in found.schedule.order),
        {place: _holidays(place, plan.today.year, last.year) for place in _places(plan)},
    )


def other_holidays(lock: Lock) -> list[str]:
    """The places of whose public holidays something else was known when the schedule was locked."""
    found: list[str] = []
    for where, days in lock.holidays.items():
        years = [day.year for day in days]
        if years and _holidays(where, min(years), max(years)) != days:
            found.append(where)
    return found


def _locked(item: Scheduled) -> LockedItem:
    """Slack only where there is hardly any: all other moves whenever the end of the plan does."""
    who = tuple((one.who, one.share) for one in item.assigned)
    tight = item.slack_days is not None and item.slack_days < 1
    return LockedItem(item.start, item.finish, item.slack_days if tight else None, who)


def _places(plan: Standpoint) -> list[str]:
    """The places whose public holidays the calendars of a plan name, in order."""
    stated = [entry for node in plan.graph.calendars.values() for entry in node.model.holidays]
    return sorted({entry for entry in stated if entry[:1].isupper() and not entry.startswith("FY")})


def _holidays(place: str, first: int, last: int) -> tuple[date, ...]:
    return tuple(sorted(day for year in range(first, last + 1) for day in public_holidays(place, year)))
