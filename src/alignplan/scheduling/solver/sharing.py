"""Resources of a problem in a model: never more taken than there is.

The tasks that share a resource are laid on the union of their axes. There a task of another axis than the union lies in
stretches, with gaps between them in which others can take the resource. Of a task with many gaps in reach they are not
left free: a schedule that the model finds holds, but one that uses such a gap is not found: the model is not exact.
"""

from __future__ import annotations

from typing import Any

from ortools.sat.python.cp_model import IntVar

from alignplan.scheduling.problem import Resource
from alignplan.scheduling.solver.model import Model, Way
from alignplan.scheduling.solver.stretches import stretches
from alignplan.scheduling.solver.timeline import Timeline

__all__ = ["share_all"]

_MOST_GAPS = 12

Use = tuple[Way, int]
"""The way in which a task takes the resource, and the units."""


def share_all(model: Model) -> None:
    """Adds the limits of all resources."""
    uses: list[list[Use]] = [[] for _ in model.problem.resources]
    for part in model.parts.values():
        for way in part.ways:
            if way.mode.length:
                for resource, units in way.mode.needs:
                    uses[resource].append((way, units))
    for number, found in enumerate(uses):
        if found:
            _share(model, number, found)


def _share(model: Model, number: int, uses: list[Use]) -> None:
    time = Timeline(model.problem, model.horizon, (way.mode.axis for way, _ in uses))
    there, blocks = _there(model, number, time, max(units for _, units in uses))
    intervals, demands = [], []
    for way, units in uses:
        for interval in _intervals(model, way, time):
            intervals.append(interval)
            demands.append(units)
    least = min(demands)
    for begin, end, units in blocks:
        intervals.append(model.cp.new_fixed_size_interval_var(begin, end - begin, ""))
        demands.append(units if least <= there - units else there)
    if 2 * min(demands) > there:
        model.cp.add_no_overlap(intervals)
    else:
        model.cp.add_cumulative(intervals, demands, there)


def _intervals(model: Model, way: Way, time: Timeline) -> list[Any]:
    """Where a way takes its needs, in the time of the resource: in each stretch of slots between two gaps."""
    axis, length = model.problem.axes[way.mode.axis], way.mode.length
    first = axis.own(model.network.start[way.number])
    last = axis.own(model.network.deadline[way.number])
    jumps = time.gaps(way.mode.axis, first, last - 1)
    place = time.place(way.mode.axis, first)
    if way.pieces:
        starts = [model.jumped(piece, first, place, jumps) for piece in way.pieces]
        return [_interval(model, start, 1, way.taken) for start in starts]
    if not jumps:
        return [_interval(model, way.begin + (place - first), length, way.taken)]
    if len(jumps) > _MOST_GAPS:
        model.exact = False
        return [_spanning(model, way, time)]
    return stretches(model, way, first, place - first, last, jumps)


def _interval(model: Model, start: Any, size: int, taken: Any) -> Any:
    """An interval of a fixed size, which is there where its way is taken."""
    if not isinstance(start, IntVar):
        variable = model.cp.new_int_var(0, model.horizon, "")
        model.cp.add(variable == start)
        start = variable
    if taken is None:
        return model.cp.new_fixed_size_interval_var(start, size, "")
    return model.cp.new_optional_fixed_size_interval_var(start, size, taken, "")


def _spanning(model: Model, way: Way, time: Timeline) -> Any:
    """From start to end, gaps and all."""
    axis, number, length = model.problem.axes[way.mode.axis], way.mode.axis, way.mode.length
    first = axis.own(model.network.start[way.number])
    last = max(axis.own(model.network.deadline[way.number]) - 1, first)
    jumps = time.gaps(number, first, last)
    start = model.jumped(way.begin, first, time.place(number, first), jumps)
    further = length - 1
    jumps = time.gaps(number, first + further, last)
    final = time.place(number, first + further)
    end = model.jumped(way.begin, first, final, [(at - further, size) for at, size in jumps]) + 1
    begins, ends = (model.cp.new_int_var(0, model.horizon, "") for _ in range(2))
    model.cp.add(begins == start)
    model.cp.add(ends == end)
    size = model.cp.new_int_var(length, max(time.last, length), "")
    if way.taken is None:
        return model.cp.new_interval_var(begins, size, ends, "")
    return model.cp.new_optional_interval_var(begins, size, ends, way.taken, "")


# ------------------------------------------------------------ what there is


def _there(model: Model, number: int, time: Timeline, needed: int) -> tuple[int, list[tuple[int, int, int]]]:
    """How much there is at most, or is needed, and the stretches of positions in which there is how much less."""
    resource, problem = model.problem.resources[number], model.problem
    axis = time.axis
    history = _history(model, number)
    end = axis.own(model.horizon)
    if not resource.days and not history:
        return resource.capacity, []
    first = axis.own(problem.now)
    left = [
        max(_units(resource, slot // axis.per_day) - history.get(slot, 0), 0)
        for slot in map(axis.slot, range(first, end))
    ]
    most = max([*left, needed])
    blocks: list[tuple[int, int, int]] = []
    for position, units in enumerate(left, first):
        if units == most:
            continue
        if blocks and blocks[-1][1] == position and blocks[-1][2] == most - units:
            blocks[-1] = (blocks[-1][0], position + 1, most - units)
        else:
            blocks.append((position, position + 1, most - units))
    return most, blocks


def _units(resource: Resource, day: int) -> int:
    return resource.days[day] if day < len(resource.days) else resource.capacity


def _history(model: Model, number: int) -> dict[int, int]:
    """What history takes of a resource in each slot from today on."""
    found: dict[int, int] = {}
    for task, placed in zip(model.problem.tasks, model.hint.placed, strict=True):
        if task.fixed is None or task.fixed[1] <= model.problem.now:
            continue
        mode = task.modes[placed.mode]
        units = dict(mode.needs).get(number)
        if units is not None:
            axis = model.problem.axes[mode.axis]
            for own in range(axis.own(max(task.fixed[0], model.problem.now)), axis.own(task.fixed[1])):
                slot = axis.slot(own)
                found[slot] = found.get(slot, 0) + units
    return found
