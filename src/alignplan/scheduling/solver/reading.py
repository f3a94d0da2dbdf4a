"""From the values of a model back to a schedule."""

from __future__ import annotations

from itertools import pairwise

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import FF, FS, SS, Link, Problem
from alignplan.scheduling.schedule import Placed, Schedule
from alignplan.scheduling.settling import scored
from alignplan.scheduling.solver.model import Model, Part, Way
from alignplan.scheduling.solver.running import Outcome

__all__ = ["excess", "read"]

METHOD = "solver"


def read(model: Model, outcome: Outcome) -> Schedule | None:
    """The schedule of a solution; None where it breaks a link, as it can where calendar time ends outside of slots."""
    problem, network = model.problem, model.network
    placed: list[Placed] = list(model.hint.placed)
    for number in network.order:
        if number in model.parts:
            way = _taken(model.parts[number], outcome)
            placed[number] = _place(model, way, outcome, _ready(problem, network.into[number], placed))
    ready = [_ready(problem, links, placed) for links in network.into]
    for (start, end), place, task in zip(ready, placed, problem.tasks, strict=True):
        if task.fixed is None and (place.finish < end or (task.began is None and place.start < start)):
            return None
    places = tuple(placed)
    rank = {number: at for at, number in enumerate(network.order)}
    order = sorted(rank, key=lambda number: (places[number].start, rank[number]))
    return Schedule(places, scored(problem, places), model.hint.bound, tuple(order), METHOD)


def _taken(part: Part, outcome: Outcome) -> Way:
    return next(way for way in part.ways if way.taken is None or outcome.values[way.taken.index])


def _place(model: Model, way: Way, outcome: Outcome, ready: tuple[int, int]) -> Placed:
    """Where a task lies; a point in time as early as it can."""
    task = model.problem.tasks[way.number]
    number = task.modes.index(way.mode)
    if way.mode.length == 0:
        instant = max(*ready, task.release, model.problem.now)
        return Placed(instant, instant, number)
    axis = model.problem.axes[way.mode.axis]
    begin = outcome.values[way.begin.index]
    if way.pieces:
        pieces = _joined(axis, [outcome.values[piece.index] for piece in way.pieces])
    else:
        pieces = ((axis.slot(begin), axis.slot(begin + way.mode.length - 1) + 1),)
    return Placed(pieces[0][0], pieces[-1][1], number, pieces)


def _joined(axis: Axis, positions: list[int]) -> tuple[tuple[int, int], ...]:
    """Positions in a row are one piece."""
    cuts = [0, *(at for at, (one, other) in enumerate(pairwise(positions), 1) if other != one + 1)]
    ends = [*cuts[1:], len(positions)]
    return tuple(
        (axis.slot(positions[first]), axis.slot(positions[last - 1]) + 1)
        for first, last in zip(cuts, ends, strict=True)
    )


def _ready(problem: Problem, links: list[Link], placed: list[Placed]) -> tuple[int, int]:
    """The instants before which a task cannot begin and cannot end, by what comes first."""
    start = end = 0
    for link in links:
        instant = _came(problem, link, placed)
        instant = (
            instant + link.lag if link.axis is None else problem.axes[link.axis].shifted(instant, link.lag)
        )
        if link.kind in (FS, SS):
            start = max(start, instant)
        else:
            end = max(end, instant)
    return start, end


def _came(problem: Problem, link: Link, placed: list[Placed] | tuple[Placed, ...]) -> int:
    if link.kind in (FS, FF):
        return placed[link.before].finish
    began = problem.tasks[link.before].began
    return placed[link.before].start if began is None else began


def excess(problem: Problem, placed: tuple[Placed, ...]) -> int:
    """By how many slots links take longer than they may, in all."""
    total = 0
    for link in problem.links:
        after = problem.tasks[link.after]
        to_start = link.kind in (FS, SS)
        if link.at_most is None or after.fixed is not None or (to_start and after.began is not None):
            continue
        came = _came(problem, link, placed)
        comes = placed[link.after].start if to_start else placed[link.after].finish
        if link.axis is None:
            between = comes - came
        else:
            between = problem.axes[link.axis].own(comes) - problem.axes[link.axis].own(came)
        total += max(between - link.at_most, 0)
    return total
