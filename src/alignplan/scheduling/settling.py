"""From instants to a schedule: places of all tasks, and how good they are."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.scheduling.network import Network
from alignplan.scheduling.places import Places
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Placed, Score

__all__ = ["places_of", "scored"]


def places_of(network: Network, places: Places) -> tuple[Placed, ...]:
    """A place for each task of the problem, history included."""
    found = []
    for number, task in enumerate(network.problem.tasks):
        start, finish = task.fixed or (places.start[number], places.finish[number])
        pieces = places.pieces.get(number)
        if pieces is None:
            pieces = ((start, finish),) if start < finish else ()
        found.append(Placed(start, finish, places.mode[number], pieces))
    return tuple(found)


def scored(problem: Problem, placed: Sequence[Placed]) -> Score:
    """How good places are; the finish of a problem without tasks is today."""
    broken = late = 0
    for task, place in zip(problem.tasks, placed, strict=True):
        if task.must is not None and place.finish > task.must:
            broken += place.finish - task.must
        if task.due is not None and place.finish > task.due:
            late += task.weight * (place.finish - task.due)
    return Score(broken, late, max((place.finish for place in placed), default=problem.now))
