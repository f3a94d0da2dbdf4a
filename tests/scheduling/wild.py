"""Problems by lot that nobody would plan: axes that end, days without anybody, more units asked for than there are."""

from __future__ import annotations

import random

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Resource, Task

__all__ = ["wild"]


def wild(seed: int) -> Problem:
    """A problem of up to eight tasks with all that a problem can have: the same for the same seed."""
    lot = random.Random(seed)
    per_day = lot.choice([1, 2, 4, 8])
    axes = [_axis(lot, per_day) for _ in range(lot.randrange(1, 4))]
    if lot.random() < 0.3:
        axes.append(Axis(per_day, [], [per_day] * 7))
    resources = [_resource(lot, number) for number in range(lot.randrange(4))]
    now = lot.choice([0, 0, lot.randrange(20)])
    tasks = [_task(lot, number, axes, resources, now) for number in range(lot.randrange(9))]
    links = []
    numbers = lot.sample(range(len(tasks)), len(tasks))
    for _ in range(lot.randrange(2 * len(tasks) + 1) if len(tasks) > 1 else 0):
        one, other = sorted(lot.sample(range(len(tasks)), 2))
        kind, lag = lot.choice([FS, FS, SS, FF, SF]), lot.choice([0, 0, 0, lot.randrange(-6, 9)])
        at_most = lot.randrange(20) if lot.random() < 0.1 else None
        links.append(
            Link(numbers[one], numbers[other], kind, lag, lot.choice([None, *range(len(axes))]), at_most)
        )
    return Problem(tuple(tasks), tuple(links), tuple(resources), tuple(axes), now)


def _axis(lot: random.Random, per_day: int) -> Axis:
    def amount() -> int:
        return lot.choice([0, per_day, per_day, lot.randrange(per_day + 1)])

    worked = [amount() for _ in range(lot.randrange(12))]
    beyond = [0] * 7 if lot.random() < 0.05 else [amount() for _ in range(7)]
    return Axis(per_day, worked, beyond)


def _resource(lot: random.Random, number: int) -> Resource:
    capacity = lot.choice([1, 1, 2, 3, 5])
    days = tuple(lot.randrange(capacity + 1) for _ in range(lot.randrange(9))) if lot.random() < 0.4 else ()
    return Resource(f"r{number}", capacity, days)


def _task(lot: random.Random, number: int, axes: list[Axis], resources: list[Resource], now: int) -> Task:
    modes = tuple(_mode(lot, axes, resources) for _ in range(lot.choice([1, 1, 1, 2, 3])))
    fixed = began = None
    if lot.random() < 0.12:
        start = lot.randrange(15)
        fixed = (start, start + modes[0].length)
    elif lot.random() < 0.1:
        began = lot.randrange(now + 1)
    return Task(
        f"t{number}",
        modes,
        release=lot.choice([0, 0, lot.randrange(25)]),
        must=lot.randrange(1, 60) if lot.random() < 0.15 else None,
        due=lot.randrange(1, 60) if lot.random() < 0.2 else None,
        weight=lot.choice([1, 1, 5]),
        fixed=fixed,
        began=began,
        priority=lot.choice([500, 500, 900]),
        split=lot.random() < 0.2,
    )


def _mode(lot: random.Random, axes: list[Axis], resources: list[Resource]) -> Mode:
    needs = []
    for number, one in enumerate(resources):
        if lot.random() < 0.45:
            needs.append((number, lot.randrange(1, one.capacity + (2 if lot.random() < 0.05 else 1))))
    return Mode(lot.choice([0, 1, 2, 3, 5, 8]), lot.randrange(len(axes)), tuple(needs))
