"""An independent judge of schedules: every slot is counted one by one, with no code of the engine but its records.

`faults(problem, schedule)` says everything that is wrong, as sentences; `check(problem, schedule)` fails with them.
History is not judged: neither a `fixed` task's own links nor slots that only `fixed` tasks overload.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Link, Problem, Task
from alignplan.scheduling.schedule import Placed, Schedule

__all__ = ["broken_link", "check", "excess", "faults", "score", "taken", "too_long", "works"]


def check(problem: Problem, schedule: Schedule, *, at_most: bool = True) -> None:
    """Fails with all that is wrong with a schedule of a problem."""
    wrong = list(faults(problem, schedule, at_most=at_most))
    assert not wrong, "\n".join(wrong)


def faults(problem: Problem, schedule: Schedule, *, at_most: bool = True) -> Iterator[str]:
    """Each thing that is wrong with a schedule; without `at_most`, links that take too long are no fault."""
    if len(schedule.placed) != len(problem.tasks):
        yield f"{len(schedule.placed)} places for {len(problem.tasks)} tasks"
        return
    for number, (task, placed) in enumerate(zip(problem.tasks, schedule.placed, strict=True)):
        yield from _place(problem, number, task, placed)
    yield from _overloads(problem, schedule)
    for link in problem.links:
        yield from broken_link(problem, schedule, link)
        if at_most and (over := too_long(problem, schedule, link)) > 0:
            yield f"{_named(problem, link)}: takes {over} slots more than at most"
    yield from _figures(problem, schedule)


def excess(problem: Problem, schedule: Schedule) -> int:
    """By how many slots links take longer than they may, in all."""
    return sum(max(too_long(problem, schedule, link), 0) for link in problem.links)


def score(problem: Problem, placed: tuple[Placed, ...]) -> tuple[int, int, int]:
    """Slots past `must` dates, weighted slots past `due` dates, and the last finish."""
    broken = late = 0
    last = None
    for task, place in zip(problem.tasks, placed, strict=True):
        if task.must is not None and place.finish > task.must:
            broken += place.finish - task.must
        if task.due is not None and place.finish > task.due:
            late += task.weight * (place.finish - task.due)
        if last is None or place.finish > last:
            last = place.finish
    return broken, late, problem.now if last is None else last


def works(axis: Axis, slot: int) -> bool:
    """Whether a slot is worked, from the definition alone."""
    day, rest = slot // axis.per_day, slot % axis.per_day
    if day < 0:
        return False
    if day < len(axis.worked):
        return rest < axis.worked[day]
    return rest < axis.beyond[(day - len(axis.worked)) % 7]


def worked(axis: Axis, start: int, finish: int) -> list[int]:
    """The worked slots from one instant to another."""
    return [slot for slot in range(start, finish) if works(axis, slot)]


def _place(problem: Problem, number: int, task: Task, placed: Placed) -> Iterator[str]:
    name = f"task {number} `{task.name}`"
    if not 0 <= placed.mode < len(task.modes):
        yield f"{name}: has no mode {placed.mode}"
        return
    if task.fixed is not None:
        if (placed.start, placed.finish) != task.fixed:
            yield f"{name}: lies at {placed.start}-{placed.finish}, but is history at {task.fixed}"
        return
    if placed.start < task.release:
        yield f"{name}: begins at {placed.start}, before its release {task.release}"
    if placed.start < problem.now:
        yield f"{name}: begins at {placed.start}, before now ({problem.now})"
    mode = task.modes[placed.mode]
    if mode.length == 0:
        if placed.start != placed.finish or placed.pieces:
            yield f"{name}: a point in time, but lies at {placed.start}-{placed.finish} {placed.pieces}"
        return
    yield from _pieces(name, task, placed, problem.axes[mode.axis], mode.length)


def _pieces(name: str, task: Task, placed: Placed, axis: Axis, length: int) -> Iterator[str]:
    pieces = placed.pieces
    if not pieces or (pieces[0][0], pieces[-1][1]) != (placed.start, placed.finish):
        yield f"{name}: its pieces {pieces} do not reach from {placed.start} to {placed.finish}"
        return
    if len(pieces) > 1 and not task.split:
        yield f"{name}: must not be split, but lies in {pieces}"
    for (_, end), (start, _) in pairwise(pieces):
        if start < end:
            yield f"{name}: its pieces {pieces} are out of order"
    for start, end in pieces:
        if end <= start or not works(axis, start) or not works(axis, end - 1):
            yield f"{name}: the piece {start}-{end} begins or ends where nobody works"
    found = sum(len(worked(axis, start, end)) for start, end in pieces)
    if found != length:
        yield f"{name}: is {length} slots long, but lies in {found}"


def taken(problem: Problem, task: Task, placed: Placed) -> Iterator[tuple[int, int, int]]:
    """Resource, slot and units of all that a task takes."""
    mode = task.modes[placed.mode]
    axis = problem.axes[mode.axis]
    pieces = [task.fixed] if task.fixed is not None else placed.pieces
    for start, end in pieces:
        for slot in worked(axis, start, end):
            for resource, units in mode.needs:
                yield resource, slot, units


def _overloads(problem: Problem, schedule: Schedule) -> Iterator[str]:
    load: dict[tuple[int, int], int] = defaultdict(int)
    planned: dict[tuple[int, int], list[str]] = defaultdict(list)
    for task, placed in zip(problem.tasks, schedule.placed, strict=True):
        for resource, slot, units in taken(problem, task, placed):
            load[resource, slot] += units
            if task.fixed is None:
                planned[resource, slot].append(task.name)
    for (number, slot), names in sorted(planned.items()):
        shared = problem.resources[number]
        day = slot // problem.axes[0].per_day
        there = shared.days[day] if 0 <= day < len(shared.days) else shared.capacity
        if load[number, slot] > there:
            yield f"`{shared.name}` in slot {slot}: {load[number, slot]} of {there} taken, by {names}"


def _named(problem: Problem, link: Link) -> str:
    before, after = problem.tasks[link.before].name, problem.tasks[link.after].name
    return f"link {link.kind} from `{before}` to `{after}`, lag {link.lag}"


def _ends(problem: Problem, schedule: Schedule, link: Link) -> tuple[int, int, bool]:
    """The two instants that a link binds, and whether the second is history."""
    one, other = problem.tasks[link.before], problem.tasks[link.after]
    kind = link.kind.split("-")
    place = schedule.placed[link.before]
    start = place.start if one.began is None else one.began
    came = start if kind[0] == "start" else place.finish
    place = schedule.placed[link.after]
    if kind[1] == "finish":
        return came, place.finish, other.fixed is not None
    if other.began is not None:
        return came, other.began, True
    return came, place.start, other.fixed is not None


def broken_link(problem: Problem, schedule: Schedule, link: Link) -> Iterator[str]:
    came, comes, history = _ends(problem, schedule, link)
    if history:
        return
    earliest = came + link.lag if link.axis is None else _shifted(problem.axes[link.axis], came, link.lag)
    if comes < earliest:
        yield f"{_named(problem, link)}: comes at {comes}, not before {earliest}"


def _shifted(axis: Axis, instant: int, lag: int) -> int:
    """The end of the lag-th worked slot from an instant on; the start of the lag-th before it, or of the first."""
    if lag >= 0:
        while lag > 0:
            lag -= works(axis, instant)
            instant += 1
        return instant
    earlier = worked(axis, 0, instant)
    if earlier:
        return earlier[max(len(earlier) + lag, 0)]
    while not works(axis, instant):
        instant += 1
    return instant


def too_long(problem: Problem, schedule: Schedule, link: Link) -> int:
    if link.at_most is None:
        return 0
    came, comes, history = _ends(problem, schedule, link)
    if history:
        return 0
    between = comes - came if link.axis is None else len(worked(problem.axes[link.axis], came, comes))
    return between - link.at_most


def _figures(problem: Problem, schedule: Schedule) -> Iterator[str]:
    told, counted = schedule.score.key(), score(problem, schedule.placed)
    if told != counted:
        yield f"the score is {counted}, not {told}"
    if schedule.bound > counted[2]:
        yield f"the bound {schedule.bound} lies behind the finish {counted[2]}"
    if sorted(schedule.order) != list(range(len(problem.tasks))):
        yield f"the order {schedule.order} is not of all tasks, each once"
