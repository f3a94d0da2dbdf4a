"""Small standard problems by lot, hard for their size, with the least finishes that the solver has proven.

Thirty tasks on four pools, one calendar without a day off; and people with leave, who have one task at a time.
"""

from __future__ import annotations

import random

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link, Mode, Problem, Resource, Task

__all__ = ["OPTIMA", "PEOPLE", "of_people", "standard"]

OPTIMA = {1: 73, 4: 46, 6: 64, 8: 99, 32: 57, 33: 65, 39: 52, 46: 60}
"""Seed → the least finish of `standard(seed)`."""
PEOPLE = {0: 367, 10: 339, 12: 337, 22: 373, 25: 399, 39: 354, 48: 405, 50: 350}
"""Seed → the least finish of `of_people(seed)`."""


def standard(seed: int, tasks: int = 30) -> Problem:
    """Tasks of one to ten slots that need one or two of four pools; each waits for up to three of the eight before it."""
    lot = random.Random(seed)
    resources = tuple(Resource(f"pool {number}", lot.randint(8, 14)) for number in range(4))
    found, links = [], []
    for number in range(tasks):
        pools = sorted(lot.sample(range(4), lot.choice([1, 1, 2])))
        needs = tuple((pool, lot.randint(1, 8)) for pool in pools)
        found.append(Task(f"job {number}", (Mode(lot.randint(1, 10), 0, needs),)))
        near = range(max(0, number - 8), number)
        links += [
            Link(before, number) for before in sorted(lot.sample(near, min(len(near), lot.randint(0, 3))))
        ]
    return Problem(tuple(found), tuple(links), resources, (Axis(1, (), (1,) * 7),))


def of_people(seed: int, tasks: int = 40, people: int = 4) -> Problem:
    """Chains of tasks of people, Monday to Friday of eight hours, each with a week of leave of their own."""
    lot = random.Random(seed)
    axes = []
    for _ in range(people):
        first = lot.randrange(60)
        axes.append(
            Axis(
                8,
                [0 if day % 7 > 4 or first <= day < first + 7 else 8 for day in range(70)],
                [8] * 5 + [0, 0],
            )
        )
    found, links = [], []
    for number in range(tasks):
        owner = lot.randrange(people)
        found.append(Task(f"task {number}", (Mode(lot.randint(2, 30), owner, ((owner, 1),)),)))
        if number % 6:
            links.append(Link(number - 1, number))
        if number and lot.random() < 0.1:
            links.append(Link(lot.randrange(number), number))
    return Problem(
        tuple(found), tuple(links), tuple(Resource(f"person {at}", 1) for at in range(people)), tuple(axes)
    )
