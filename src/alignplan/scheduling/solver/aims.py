"""What a model is asked for: little lateness, an early finish, few moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignplan.scheduling.solver.model import Model

__all__ = ["finish_of", "lateness", "moves"]


def lateness(model: Model, *, must: bool) -> Any:
    """Slots past the dates that are musts, or past the others by their weights; None where nothing can be late."""
    late: Any = None
    for number, part in model.parts.items():
        task = model.problem.tasks[number]
        date = task.must if must else task.due
        weight = 1 if must else task.weight
        if date is None or not weight or model.network.deadline[number] <= date:
            continue
        hint = model.hint.placed[number].finish
        place = model.single(part.end, part.low, part.high, model.time.at(hint))
        instant = model.moved(place, part.low, part.high, model.time.end)
        slots = model.whole(0, model.time.end(part.high) - date, hint - date)
        model.cp.add(slots >= instant - date)
        late = weight * slots if late is None else late + weight * slots
    return late


def finish_of(model: Model, bound: int) -> Any:
    """The place in common time of the last end, not before a bound."""
    last = max((part.high for part in model.parts.values()), default=0)
    finish = model.whole(min(model.time.at(bound), last), last, model.time.at(model.hint.score.finish))
    for part in model.parts.values():
        model.cp.add(finish >= part.end)
    return finish


def moves(model: Model, kept: Sequence[int | None]) -> Any:
    """How far tasks lie from where they should begin, in all, in slots of common time."""
    total: Any = 0
    for number, part in model.parts.items():
        wanted = kept[number] if number < len(kept) else None
        if wanted is None:
            continue
        place = model.time.at(wanted)
        distance = model.whole(
            0, max(part.high, place), abs(model.time.at(model.hint.placed[number].start) - place)
        )
        model.cp.add(distance >= part.start - place)
        model.cp.add(distance >= place - part.start)
        total += distance
    return total
