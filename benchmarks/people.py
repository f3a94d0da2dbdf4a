"""Plans of people for the bench of schedules, the same for the same size and seed.

Each task has one owner, chosen by lot, and an effort in whole hours. Tasks stand in chains of five to ten, as the actions of a
tactic do, with some links across. Everybody works Monday to Friday for eight hours; there are public holidays, and everybody
has leave of their own.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link, Mode, Problem, Resource, Task

START = date(2026, 1, 5)
"""A Monday."""
DAYS = 3 * 365
HOURS = 8
_HOLIDAYS = ((1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31))


@dataclass(frozen=True)
class Work:
    """A task: whose it is, its hours, and the tasks before it."""

    owner: int
    hours: int
    after: tuple[int, ...]


@dataclass(frozen=True)
class People:
    """A plan: its tasks, and for each person the days of leave, as numbers from the start."""

    tasks: tuple[Work, ...]
    leave: tuple[frozenset[int], ...]


def generate(tasks: int, people: int, seed: int) -> People:
    lot = random.Random(seed * 1_000_003 + tasks)
    works: list[Work] = []
    while len(works) < tasks:
        for place in range(min(lot.randint(5, 10), tasks - len(works))):
            number = len(works)
            after = [number - 1] if place else []
            if number and lot.random() < 0.15:
                after.append(lot.randrange(max(0, number - 60), number))
            works.append(Work(lot.randrange(people), lot.randint(4, 46), tuple(sorted(set(after)))))
    return People(tuple(works), tuple(_leave(lot) for _ in range(people)))


def _leave(lot: random.Random) -> frozenset[int]:
    """Three weeks and two single days a year."""
    days: set[int] = set()
    for year in range(DAYS // 365):
        first = year * 365 + lot.randrange(330)
        days |= set(range(first, first + 21))
        days |= {year * 365 + lot.randrange(365) for _ in range(2)}
    return frozenset(days)


def works_on(day: int, leave: frozenset[int]) -> bool:
    """Whether somebody with such leave works on a day, by its number."""
    then = START + timedelta(days=day)
    return then.weekday() < 5 and (then.month, then.day) not in _HOLIDAYS and day not in leave


def problem(plan: People) -> Problem:
    """The plan as a problem of hours, an axis for each person."""
    axes = tuple(
        Axis(HOURS, [HOURS * works_on(day, leave) for day in range(DAYS)], [HOURS] * 5 + [0, 0])
        for leave in plan.leave
    )
    return Problem(
        tuple(
            Task(f"t{number}", (Mode(work.hours, work.owner, ((work.owner, 1),)),))
            for number, work in enumerate(plan.tasks)
        ),
        tuple(Link(before, number) for number, work in enumerate(plan.tasks) for before in work.after),
        tuple(Resource(f"p{number}", 1) for number in range(len(plan.leave))),
        axes,
    )
