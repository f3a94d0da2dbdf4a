"""The search: one aim after the other, each kept while the next is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from alignplan.scheduling.bounds import lower_bound
from alignplan.scheduling.bounds.windows import Refuted
from alignplan.scheduling.efforts import solve
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.solver.aims import finish_of, lateness, moves
from alignplan.scheduling.solver.linking import link_all
from alignplan.scheduling.solver.model import Model
from alignplan.scheduling.solver.news import News, Progress
from alignplan.scheduling.solver.reading import excess, read
from alignplan.scheduling.solver.running import Clock, Outcome, Tell, run
from alignplan.scheduling.solver.sharing import share_all

__all__ = ["Search"]

_LARGE = 80
"""From so many tasks on, the heuristic goes on for a while before the solver begins."""
_WARM, _WARM_UNTIL = 15, 0.85
"""How often it goes on, and down to which part of the time that is left."""


class Search:
    """Looks for a better schedule than the one that it begins with, and for a better bound."""

    def __init__(
        self, problem: Problem, schedule: Schedule, limit: float, workers: int, progress: Progress | None
    ) -> None:
        self._problem = problem
        self._found = schedule
        self._clock = Clock(limit, workers, progress)
        finish = schedule.score.finish
        self._bound = min(max(schedule.bound, lower_bound(problem, finish)), finish)
        self._interrupted = False

    def best(self, kept: Sequence[int | None] = ()) -> Schedule:
        """The best schedule that was found, with the best bound; Ctrl-C ends it early."""
        try:
            self._search(kept)
        except KeyboardInterrupt:
            self._interrupted = True
        return replace(self._found, bound=min(self._bound, self._found.score.finish))

    def _search(self, kept: Sequence[int | None]) -> None:
        self._warm_up()
        score = self._found.score
        if score.broken or score.late:
            self._hurry()
        if not self._done and not self._interrupted:
            self._shorten()
        if kept and not self._interrupted:
            self._calm(kept)

    def _warm_up(self) -> None:
        """More schedules of the heuristic, which large problems need more than the solver's first seconds."""
        for seed in range(1, _WARM + 1):
            if len(self._problem.tasks) < _LARGE or self._clock.left < _WARM_UNTIL * self._clock.limit:
                return
            if not (self._found.score.broken or self._found.score.late) and self._done:
                return
            found = solve(self._problem, seed=seed, order=self._found.order, bound=self._bound)
            if _better(self._problem, found, self._found, ()):
                self._found = found

    @property
    def _done(self) -> bool:
        """Whether nothing can finish earlier."""
        return self._bound >= self._found.score.finish

    # ------------------------------------------------------------ the aims

    def _hurry(self) -> None:
        """Less lateness, whatever it costs at the end of the schedule."""
        finish = self._found.score.finish
        room = (finish - self._problem.now) // 2 + 7 * self._problem.axes[0].per_day
        model = self._model(finish + room, [])
        if model is None:
            return
        for late in (lateness(model, must=True), lateness(model, must=False)):
            if self._interrupted or late is None:
                continue
            outcome = self._run(model, late, 0.5)
            if outcome is None:
                return
            model.cp.add(late <= outcome.value)

    def _shorten(self) -> None:
        """An earlier finish without more lateness; then whether any schedule, however late, can finish earlier."""
        dated = self._dated()
        model = self._model(self._found.score.finish, dated)
        if model is None:
            return
        self._keep_lateness(model)
        outcome = self._run(model, finish_of(model, self._bound), 0.7 if dated else 1.0)
        if outcome is not None and model.exact and not dated:
            self._prove(model, outcome)
        if dated and not self._done and not self._interrupted:
            self._free_of_dates()

    def _free_of_dates(self) -> None:
        """The bound is one of all schedules, so that dates must not count."""
        model = self._model(self._found.score.finish, [])
        if model is not None and model.exact:
            outcome = self._run(model, finish_of(model, self._bound), 1.0)
            if outcome is not None:
                self._prove(model, outcome)

    def _calm(self, kept: Sequence[int | None]) -> None:
        """As few and small moves as the score allows."""
        model = self._model(self._found.score.finish, self._dated())
        if model is not None:
            self._keep_lateness(model)
            self._run(model, moves(model, kept), 1.0, kept)

    # ------------------------------------------------------------ one step

    def _dated(self) -> list[int]:
        """The ends that dates set to tasks in a schedule that keeps them all; empty where none is before its finish."""
        finish = self._found.score.finish
        dates = [[date for date in (task.must, task.due) if date is not None] for task in self._problem.tasks]
        ends = [min([*mine, finish]) for mine in dates]
        return ends if any(end < finish for end in ends) else []

    def _model(self, horizon: int, ceiling: list[int]) -> Model | None:
        score = self._found.score
        if ceiling and (score.broken or score.late):
            ceiling = []
        try:
            model = Model(
                self._problem, self._found, horizon, ceiling or [horizon] * len(self._problem.tasks)
            )
        except Refuted:
            return None
        link_all(model, longest=not excess(self._problem, self._found.placed))
        share_all(model)
        return model

    def _keep_lateness(self, model: Model) -> None:
        score = self._found.score
        for must, figure in ((True, score.broken), (False, score.late)):
            late = lateness(model, must=must) if score.broken or score.late else None
            if late is not None:
                model.cp.add(late <= figure)

    def _run(self, model: Model, aim: Any, share: float, kept: Sequence[int | None] = ()) -> Outcome | None:
        """Looks for the least of an aim, and takes what is found where it is better."""
        outcome = run(model, aim, self._clock, share, self._teller(model))
        if outcome is None:
            return None
        self._interrupted = outcome.interrupted
        found = read(model, outcome)
        if found is not None and _better(self._problem, found, self._found, kept):
            self._found = found
        return outcome

    def _teller(self, model: Model) -> Tell:
        """Passes news of the finish on; other aims have no figures that say something by themselves."""
        finish = self._found.score.finish

        def tell(value: int, proven: int) -> None:
            if self._clock.progress is None:
                return
            ends = model.time.end(value), model.time.end(proven)
            self._clock.progress(News(self._clock.passed, min(ends[0], finish), max(ends[1], self._bound)))

        return tell

    def _prove(self, model: Model, outcome: Outcome) -> None:
        """Takes what was proven of the finish for the bound."""
        self._bound = max(self._bound, min(model.time.end(outcome.bound), self._found.score.finish))


def _better(problem: Problem, new: Schedule, old: Schedule, kept: Sequence[int | None]) -> bool:
    def rank(schedule: Schedule) -> tuple[int, ...]:
        moved = sum(
            abs(place.start - wanted)
            for place, wanted in zip(schedule.placed, kept, strict=False)
            if wanted is not None
        )
        return excess(problem, schedule.placed), *schedule.score.key(), moved

    return rank(new) < rank(old)
