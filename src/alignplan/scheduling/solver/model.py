"""A problem as a model of CP-SAT: when each task begins, in which mode, and what follows from it.

Each task begins at a position of its own axis, so that its length is fixed however many nights it spans. What ties
tasks together is said in common time (see `timeline`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from alignplan.scheduling.bounds.windows import Network
from alignplan.scheduling.problem import Mode, Problem
from alignplan.scheduling.schedule import Placed, Schedule
from alignplan.scheduling.solver.timeline import Gap, common, gaps

__all__ = ["Model", "Part", "Way"]

_UNIT_PIECES = 1_500
"""Split tasks of at most this many slots in all are taken apart; else they are not split."""


@dataclass(slots=True)
class Way:
    """A mode of a task: the position at which it begins, whether it is taken (None: it is the only one)."""

    number: int
    mode: Mode
    begin: Any
    taken: Any = None
    pieces: list[Any] = field(default_factory=list)
    """The position of each slot of a split task."""


@dataclass(slots=True)
class Part:
    """A task: its ways, and the places in common time of its start and end, which are the same for a point in time."""

    ways: list[Way]
    start: Any
    end: Any
    low: int
    high: int


class Model:
    """All tasks that are not history, between their windows in schedules that are over by `horizon`.

    `ceiling` is the instant by which each task has to be finished. `exact` says that every schedule of the problem
    up to the horizon has its place in the model, so that what is proven of the model holds of the problem.
    """

    def __init__(self, problem: Problem, hint: Schedule, horizon: int, ceiling: list[int]) -> None:
        self.problem, self.hint, self.horizon = problem, hint, horizon
        self.cp = cp_model.CpModel()
        self.network = Network(problem)
        self.network.look_forward()
        self.network.look_backward(horizon, ceiling)
        self.time = common(problem, horizon)
        self.exact = True
        self._behind: dict[tuple[int, int], Any] = {}
        self._hints: dict[int, int] = {}
        split = sum(max(mode.length for mode in task.modes) for task in problem.tasks if task.split)
        self._apart = split <= _UNIT_PIECES
        self.parts: dict[int, Part] = {
            number: self._part(number) for number, task in enumerate(problem.tasks) if task.fixed is None
        }

    # ------------------------------------------------------------ variables

    def whole(self, low: int, high: int, hint: int | None = None) -> Any:
        """A whole number, with the value that the hint has for it."""
        variable = self.cp.new_int_var(low, max(high, low), "")
        if hint is not None:
            self.hints(variable, min(max(hint, low), max(high, low)))
        return variable

    def hints(self, variable: Any, value: int) -> None:
        """The value that a variable has in the hint."""
        self._hints[variable.index] = value
        self.cp.add_hint(variable, value)

    def rehint(self, values: list[int]) -> None:
        """Another solution as the hint: a value for each variable."""
        self.cp.clear_hints()
        for index, value in enumerate(values):
            self.cp.add_hint(self.cp.get_int_var_from_proto_index(index), value)

    def jumped(self, variable: Any, low: int, first: int, jumps: list[Gap]) -> Any:
        """`first` at the value `low` of a variable; from there one more with each step, and the jumps."""
        found = variable + (first - low)
        for position, size in jumps:
            found += size * self.reached(variable, position)
        return found

    def reached(self, variable: Any, position: int) -> Any:
        """Whether a variable is at a position or behind it."""
        key = variable.index, position
        if key not in self._behind:
            literal = self.cp.new_bool_var("")
            self.cp.add(variable >= position).only_enforce_if(literal)
            self.cp.add(variable < position).only_enforce_if(~literal)
            self.hints(literal, int(self._hints[variable.index] >= position))
            self._behind[key] = literal
        return self._behind[key]

    def hinted(self, variable: Any) -> int:
        """The value that a variable has in the hint."""
        return self._hints[variable.index]

    def moved(self, variable: Any, low: int, high: int, function: Any) -> Any:
        """A function of a variable that never falls, looked up at each of its values."""
        return self.jumped(variable, low, function(low), list(gaps(function, low, high)))

    def single(self, expression: Any, low: int, high: int, hint: int) -> Any:
        """An expression as one variable, where it is not one."""
        if isinstance(expression, cp_model.IntVar):
            return expression
        variable = self.whole(low, high, hint)
        self.cp.add(variable == expression)
        return variable

    # ------------------------------------------------------------ tasks

    def _part(self, number: int) -> Part:
        task, placed = self.problem.tasks[number], self.hint.placed[number]
        low, high = self.time.at(self.network.start[number]), self.time.at(self.network.deadline[number])
        if len(task.modes) == 1:
            way = self._way(number, 0, low, high)
            return Part([way], *self._ends(number, way), low, high)
        ways = [self._way(number, at, low, high) for at in range(len(task.modes))]
        for at, way in enumerate(ways):
            way.taken = self.cp.new_bool_var("")
            self.hints(way.taken, int(at == placed.mode))
        self.cp.add_exactly_one([way.taken for way in ways])
        start = self.whole(low, high, self.time.at(placed.start))
        end = self.whole(low, high, self.time.at(placed.finish))
        for way in ways:
            begins, ends = self._ends(number, way)
            self.cp.add(start == begins).only_enforce_if(way.taken)
            self.cp.add(end == ends).only_enforce_if(way.taken)
        return Part(ways, start, end, low, high)

    def _way(self, number: int, at: int, low: int, high: int) -> Way:
        task, placed = self.problem.tasks[number], self.hint.placed[number]
        mode = task.modes[at]
        if mode.length == 0:
            return Way(number, mode, self.whole(low, high, self.time.at(placed.start)))
        axis = self.problem.axes[mode.axis]
        first = axis.own(self.network.start[number])
        last = axis.own(self.network.deadline[number]) - mode.length
        last = min(last, axis.own(self.network.latest[number] + 1) - 1)
        way = Way(number, mode, self.whole(first, last, axis.own(placed.start)))
        if task.split:
            self._take_apart(way, axis.own(self.network.deadline[number]), placed)
        return way

    def _take_apart(self, way: Way, end: int, placed: Placed) -> None:
        """A slot of a split task can lie anywhere behind the one before it."""
        if not self._apart:
            self.exact = False
            return
        axis, length = self.problem.axes[way.mode.axis], way.mode.length
        taken = [own for begin, over in placed.pieces for own in range(axis.own(begin), axis.own(over))]
        way.pieces = [way.begin]
        for at in range(1, length):
            piece = self.whole(at, end - length + at, taken[at] if at < len(taken) else at)
            self.cp.add(piece > way.pieces[-1])
            way.pieces.append(piece)

    def _ends(self, number: int, way: Way) -> tuple[Any, Any]:
        """The places of start and end in common time."""
        if way.mode.length == 0:
            return way.begin, way.begin
        axis = self.problem.axes[way.mode.axis]
        first = axis.own(self.network.start[number])
        last = max(axis.own(self.network.deadline[number]) - 1, first)
        start = self.jumped(
            way.begin,
            first,
            self.time.place(way.mode.axis, first),
            self.time.gaps(way.mode.axis, first, last),
        )
        if way.pieces:
            final = way.pieces[-1]
            return start, self._final(way.mode, final, 0, way.mode.length - 1, last) + 1
        return start, self._final(way.mode, way.begin, way.mode.length - 1, first, last) + 1

    def _final(self, mode: Mode, begin: Any, further: int, low: int, last: int) -> Any:
        """The place of the slot that lies so much further than the one that begins at `low` or later."""
        jumps = self.time.gaps(mode.axis, low + further, last)
        return self.jumped(
            begin,
            low,
            self.time.place(mode.axis, low + further),
            [(position - further, size) for position, size in jumps],
        )
