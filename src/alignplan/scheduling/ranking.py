"""The order in which tasks can be taken one by one."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.problem import Link, Problem

__all__ = ["in_turn", "ranked"]


def in_turn(count: int, links: Sequence[Link]) -> list[int]:
    """The numbers of the tasks, each behind those that it waits for; else in their order.

    Those that wait for themselves, and what waits for them, are left out.
    """
    waiting = [0] * count
    behind: list[list[int]] = [[] for _ in range(count)]
    for link in links:
        waiting[link.after] += 1
        behind[link.before].append(link.after)
    order = [number for number in range(count) if not waiting[number]]
    for number in order:
        for other in behind[number]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order


def ranked(problem: Problem, links: Sequence[Link] | None = None) -> list[int]:
    """The same of all tasks of a problem, by all of its links or some. Raises `ValueError` where they have a circle."""
    order = in_turn(len(problem.tasks), problem.links if links is None else links)
    if len(order) < len(problem.tasks):
        raise ValueError("the links have a circle")
    return order
