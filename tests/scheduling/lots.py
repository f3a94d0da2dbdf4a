"""Problems by lot, with all that a problem can have: the same for the same seed."""

from __future__ import annotations

import random

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Resource, Task

__all__ = ["by_lot"]

PER_DAY = 3


def by_lot(
    seed: int,
    tasks: int,
    *,
    links: str = "plain",
    axes: int = 3,
    choices: bool = False,
    split: bool = False,
    dates: bool = False,
    history: bool = False,
) -> Problem:
    """A problem of some tasks; `links` is `plain` (finish-start), `kinds` (all four, with lags) or `limited` (`at_most`, too)."""
    lot = random.Random(seed)
    resources = tuple(_resource(lot, number) for number in range(lot.randint(1, 2)))
    now = lot.choice([0, 0, 4]) if history else 0
    found = tuple(
        _task(
            lot, number, resources, axes, choices=choices, split=split, dates=dates, now=now, history=history
        )
        for number in range(tasks)
    )
    return Problem(
        found,
        tuple(_links(lot, tasks, links, axes)),
        resources,
        tuple(_axis(lot, at) for at in range(axes)),
        now,
    )


def _axis(lot: random.Random, number: int) -> Axis:
    if number == 0:
        return Axis(PER_DAY, [2] * 3, [2] * 5 + [0, 0])
    worked = [lot.choice([0, 1, 2, 3]) for _ in range(lot.randint(0, 9))]
    return Axis(PER_DAY, worked, lot.choice([[2] * 5 + [0, 0], [3] * 7, [1] * 7, [0, 2, 2, 2, 0, 0, 0]]))


def _resource(lot: random.Random, number: int) -> Resource:
    capacity = lot.choice([1, 1, 2, 3])
    days = tuple(lot.randint(0, capacity) for _ in range(4)) if lot.random() < 0.3 else ()
    return Resource(f"r{number}", capacity, days)


def _task(
    lot: random.Random,
    number: int,
    resources: tuple[Resource, ...],
    axes: int,
    *,
    choices: bool,
    split: bool,
    dates: bool,
    now: int,
    history: bool,
) -> Task:
    modes = tuple(_mode(lot, resources, axes) for _ in range(lot.randint(1, 2) if choices else 1))
    fixed = began = must = due = None
    if history and now and lot.random() < 0.3:
        start = lot.randint(0, now - 1)
        if lot.random() < 0.5:
            fixed = (start, lot.randint(start, now))
        else:
            began = start
    if dates:
        must = lot.choice([None, None, lot.randint(2, 20)])
        due = lot.choice([None, lot.randint(2, 20)])
    return Task(
        f"t{number}",
        modes,
        release=lot.choice([0, 0, lot.randint(0, 6)]),
        must=must,
        due=due,
        weight=lot.randint(1, 3),
        fixed=fixed,
        began=began,
        split=split and lot.random() < 0.5,
    )


def _mode(lot: random.Random, resources: tuple[Resource, ...], axes: int) -> Mode:
    length = lot.choice([0, 1, 2, 2, 3, 4])
    needs = tuple(
        (number, lot.randint(1, resource.capacity))
        for number, resource in enumerate(resources)
        if length and lot.random() < 0.7
    )
    return Mode(length, lot.randrange(axes), needs)


def _links(lot: random.Random, tasks: int, kinds: str, axes: int) -> list[Link]:
    found = []
    for after in range(1, tasks):
        for before in range(after):
            if lot.random() < 0.4:
                if kinds == "plain":
                    found.append(Link(before, after))
                    continue
                lag = lot.choice([0, 0, 1, 2, -1])
                at_most = (
                    max(lag, 0) + lot.randint(3, 12) if kinds == "limited" and lot.random() < 0.4 else None
                )
                kind = lot.choice([FS, FS, SS, FF, SF])
                found.append(Link(before, after, kind, lag, lot.choice([None, *range(axes)]), at_most))
    return found
