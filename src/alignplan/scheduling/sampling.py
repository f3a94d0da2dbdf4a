"""Monte Carlo on a schedule: what becomes of it when work takes longer or shorter than is likely.

Each sample draws how long every uncertain task takes and places all tasks in the order of the list that the schedule
was made by. Nothing is looked for anew: a team does not plan again every morning, and a shorter task may even make a
schedule longer (Graham 1969), which is part of the risk.

Lengths come from three points by the beta distribution of PERT (Malcolm, Roseboom, Clark and Fazar 1959), whose mean is
(low + 4 likely + high) ÷ 6. Drawn one by one they would even each other out in the sum, so all of a sample are
multiplied by one common factor of mean 1: LogNormal(−s² ÷ 2, s). What is known for certain has neither.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil, exp, sqrt
from random import Random

from alignplan.records import record
from alignplan.scheduling.levelling import Levelling
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule

__all__ = ["COMMON", "SAMPLES", "Beta", "Chance", "Drawing", "Spread", "pert", "quantile", "sampled"]

SAMPLES = 1_000
COMMON = 0.10
"""The usual s of the common factor: two thirds of all samples lie within ten percent."""
_NOISE = 1e-9


@record
class Spread:
    """How much shorter and longer a task may be than is likely: `low` ≤ 1 ≤ `high`, as parts of that."""

    low: float
    high: float


@record
class Drawing:
    """How many samples are drawn, with which seed, and the s of the common factor (0: none)."""

    samples: int = SAMPLES
    seed: int = 0
    common: float = COMMON


@record
class Chance:
    """What came of the `count` samples. All is by task number; instants and slots are those of the problem.

    `finish` are the finishes of a task, sample by sample, `free` those if nobody and nothing were shared. `critical` is
    the number of samples in which it could not have ended later without the last finish being later. `deviation` is the
    standard deviation of its length, in slots. `ends` are the last finishes.
    """

    finish: tuple[Sequence[int], ...]
    free: tuple[Sequence[int], ...]
    critical: tuple[int, ...]
    deviation: tuple[float, ...]
    ends: Sequence[int]

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.ends)


@record
class Beta:
    """A beta distribution between `low` and `low` + `width`."""

    low: float
    width: float
    first: float
    second: float

    @property
    def mean(self) -> float:
        """For that of PERT (low + 4 likely + high) ÷ 6."""
        return self.low + self.width * self.first / (self.first + self.second)

    @property
    def variance(self) -> float:
        """width² × αβ ÷ ((α + β)² (α + β + 1))."""
        both = self.first + self.second
        return self.width**2 * self.first * self.second / (both**2 * (both + 1))


def pert(low: float, likely: float, high: float) -> Beta:
    """The distribution of PERT, likely around the second of three points; `low` = `high` is certain.

    low + (high − low) × Beta(1 + 4 (likely − low) ÷ (high − low), 1 + 4 (high − likely) ÷ (high − low)). Raises
    `ValueError` where the points are not in order.
    """
    if not low <= likely <= high:
        raise ValueError("the three points are not in order")
    width = high - low
    if not width:
        return Beta(low, 0.0, 1.0, 1.0)
    return Beta(low, width, 1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width)


class _Lot:
    """Draws the lengths of all tasks, in whole slots; what has no spread is as long as it says.

    Each task has a lot of its own, by its name: what is changed, added or left out elsewhere does not change it, so
    that two plans can be compared.
    """

    def __init__(
        self, problem: Problem, lengths: Sequence[int], spreads: Mapping[int, Spread], drawing: Drawing
    ) -> None:
        self._lengths, self._common = lengths, drawing.common
        self._drawn = {number: pert(spread.low, 1.0, spread.high) for number, spread in spreads.items()}
        self._lots = {
            number: _random(drawing.seed, problem.tasks[number].name).betavariate for number in spreads
        }
        self._factors = _random(drawing.seed, "")

    def draw(self) -> list[int]:
        """One sample of all lengths. One loop without calls of our own: a million lengths are drawn here."""
        s, found = self._common, list(self._lengths)
        factor = self._factors.lognormvariate(-s * s / 2, s) if s else 1.0
        for (number, one), beta in zip(self._drawn.items(), self._lots.values(), strict=True):
            part = factor * (one.low + one.width * beta(one.first, one.second))
            found[number] = int(found[number] * part + 0.5) or 1
        return found

    def deviation(self, number: int) -> float:
        """The standard deviation of a length, in slots, the common factor (whose mean square is exp(s²)) counted in."""
        one = self._drawn.get(number)
        if one is None:
            return 0.0
        square = exp(self._common**2) * (one.variance + one.mean**2)
        return self._lengths[number] * sqrt(max(square - one.mean**2, 0.0))


def _random(seed: int, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311  a lot that anybody can draw again, nothing secret


def sampled(
    problem: Problem,
    schedule: Schedule,
    spreads: Mapping[int, Spread],
    drawing: Drawing | None = None,
    *,
    among: Sequence[int] | None = None,
    told: Callable[[int], None] | None = None,
) -> Chance:
    """The schedule of a problem, again and again with lengths by lot; the same seed gives the same.

    Tasks without a length, without a range, and history have no spread, whatever `spreads` says; where nothing is
    uncertain one sample tells all. The last finish is that of all tasks, or of those `among`, which are not history;
    `told` hears after each sample how many there are.
    """
    drawing = drawing or Drawing()
    modes = [place.mode for place in schedule.placed]
    uncertain = {
        number: spread for number, spread in spreads.items() if _is_uncertain(problem, modes, number, spread)
    }
    fixed = Levelling(problem, schedule.order, modes)
    loose = Levelling(_unshared(problem), schedule.order, modes)
    lengths = [task.modes[mode].length for task, mode in zip(problem.tasks, modes, strict=True)]
    lot = _Lot(problem, lengths, uncertain, drawing)
    over = [(number, task.fixed[1]) for number, task in enumerate(problem.tasks) if task.fixed is not None]
    rows, frees = [], []
    critical = [0] * len(problem.tasks)
    for count in range(1, (drawing.samples if uncertain else 1) + 1):
        drawn = lot.draw()
        places = fixed.placed(drawn)
        rows.append(_with_history(over, places.finish))
        for number in fixed.critical(places, among):
            critical[number] += 1
        frees.append(_with_history(over, loose.placed(drawn).finish))
        if told is not None:
            told(count)
    finish, free = (tuple(array("q", column) for column in zip(*many, strict=True)) for many in (rows, frees))
    return Chance(
        finish,
        free,
        tuple(critical),
        tuple(lot.deviation(number) for number in range(len(problem.tasks))),
        array("q", (_end(problem, row, among) for row in rows)),
    )


def _end(problem: Problem, finish: Sequence[int], among: Sequence[int] | None) -> int:
    ends = finish if among is None else [finish[number] for number in among]
    return max(ends, default=problem.now)


def quantile(values: Sequence[int], part: float) -> int:
    """The least of some sorted values that at least so big a part of them does not exceed.

    >>> quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4], 0.51), quantile([7], 0.95)
    (2, 3, 7)
    """
    return values[max(ceil(part * len(values) - _NOISE), 1) - 1]


def _is_uncertain(problem: Problem, modes: Sequence[int], number: int, spread: Spread) -> bool:
    task = problem.tasks[number]
    return task.fixed is None and task.modes[modes[number]].length > 0 and spread.low < spread.high


def _unshared(problem: Problem) -> Problem:
    """The same with enough of everybody and everything."""
    tasks = (
        replace(task, modes=tuple(replace(mode, needs=()) for mode in task.modes)) for task in problem.tasks
    )
    return replace(problem, tasks=tuple(tasks), resources=())


def _with_history(over: Sequence[tuple[int, int]], finish: list[int]) -> array[int]:
    """The finishes of one sample, with those of what is over."""
    for number, at in over:
        finish[number] = at
    return array("q", finish)
