"""Running CP-SAT: limits of time, news on the way, Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from ortools.sat.python import cp_model

from alignplan.records import record
from alignplan.scheduling.solver.model import Model
from alignplan.scheduling.solver.news import Progress

__all__ = ["Clock", "Outcome", "run"]

_TICK = 0.05
_PATIENCE = 2.0
"""How many seconds may pass for each second of the limit, where others use the machine too."""


@record
class Outcome:
    """What a run gave: the values of all variables, that of the aim, what is proven of it, and if Ctrl-C ended it."""

    values: tuple[int, ...]
    value: int
    bound: int
    interrupted: bool


Tell = Callable[[int, int], None]
"""Is told the value of the aim and what is proven of it."""


class Clock:
    """The time that is left: seconds of work of each worker, and seconds that pass."""

    def __init__(self, limit: float, workers: int, progress: Progress | None) -> None:
        self.workers, self.progress = max(workers, 1), progress
        self.limit = limit
        self._began, self._worked = time.monotonic(), time.process_time()

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began

    @property
    def left(self) -> float:
        """Seconds of work that are left to each worker."""
        worked = (time.process_time() - self._worked) / self.workers
        return min(self.limit - worked, self.limit - self.passed / _PATIENCE)

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0


class _Told(cp_model.CpSolverSolutionCallback):
    """Passes better schedules on."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def on_solution_callback(self) -> None:
        """Is called by the solver."""
        self._tell(int(self.objective_value), int(self.best_objective_bound))


def run(model: Model, aim: Any, clock: Clock, share: float, tell: Tell) -> Outcome | None:
    """The least of an aim, as far as a share of the time that is left allows; None where nothing was found."""
    if clock.over:
        return None
    wanted = clock.left * share
    solver = _solver(clock, wanted)
    model.cp.minimize(aim)
    told = _Told(tell) if clock.progress is not None else None
    status, interrupted = _watched(solver, model, told, clock, clock.left - wanted)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        if interrupted:
            raise KeyboardInterrupt
        return None
    return Outcome(
        tuple(solver.response_proto.solution),
        round(solver.objective_value),
        round(solver.best_objective_bound),
        interrupted,
    )


def _solver(clock: Clock, wanted: float) -> Any:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = clock.workers
    solver.parameters.random_seed = 0
    solver.parameters.max_time_in_seconds = wanted * _PATIENCE
    solver.parameters.catch_sigint_signal = False
    return solver


def _watched(solver: Any, model: Model, told: Any, clock: Clock, rest: float) -> tuple[Any, bool]:
    """Solves in a thread, so that this one can hear Ctrl-C and look at the time: the status, and if it was heard."""
    found: list[Any] = []
    done = Event()

    def solve() -> None:
        try:
            found.append(solver.solve(model.cp, told))
        finally:
            done.set()

    Thread(target=solve, daemon=True).start()
    interrupted = False
    while not done.is_set():
        try:
            done.wait(_TICK)  # not `Thread.join`, which Ctrl-C can leave in a broken state
            if interrupted or clock.left <= rest:
                solver.stop_search()
        except KeyboardInterrupt:
            interrupted = True
    if not found:
        raise RuntimeError("the solver has failed")
    return found[0], interrupted
