"""The solver: never worse than what it is given, proven optima, bounds of all schedules, and an end when asked."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheduling.checker import check, excess, score
from tests.scheduling.exhaustive import schedules
from tests.scheduling.instances import OPTIMA, PEOPLE, of_people, standard
from tests.scheduling.lots import by_lot

from alignplan.scheduling.efforts import solve
from alignplan.scheduling.problem import Problem
from alignplan.scheduling.schedule import Schedule
from alignplan.scheduling.solver import News, improve


def quick(problem: Problem) -> Schedule:
    """What the heuristic finds at first, without its bound."""
    return replace(solve(problem, "quick"), bound=0)


@pytest.mark.parametrize(("seed", "least"), OPTIMA.items())
def test_optima_of_standard_problems_are_proven(seed: int, least: int) -> None:
    problem = standard(seed)
    found = improve(problem, quick(problem), limit=5)
    check(problem, found)
    assert (found.score.finish, found.bound, found.optimal) == (least, least, True)


@pytest.mark.parametrize(("seed", "least"), PEOPLE.items())
def test_optima_of_plans_of_people_are_proven(seed: int, least: int) -> None:
    problem = of_people(seed)
    found = improve(problem, quick(problem), limit=5)
    check(problem, found)
    assert (found.score.finish, found.bound, found.optimal) == (least, least, True)


SHAPES = st.fixed_dictionaries(
    {
        "links": st.sampled_from(["plain", "kinds", "limited"]),
        "axes": st.integers(1, 3),
        "choices": st.booleans(),
        "history": st.booleans(),
        "dates": st.booleans(),
    }
)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), SHAPES)
def test_nothing_beats_what_the_solver_has_proven(seed: int, shape: dict[str, object]) -> None:
    problem = by_lot(seed, 4, **shape)  # type: ignore[arg-type]
    first = quick(problem)
    found = improve(problem, first, limit=2, workers=1)
    check(problem, found, at_most=False)
    assert (excess(problem, found), found.score.key()) <= (excess(problem, first), first.score.key())
    if found.score.finish <= 16:
        keys = [score(problem, placed) for placed in schedules(problem, found.score.finish)]
        assert all(found.bound <= finish for _, _, finish in keys)
        if not excess(problem, found):
            assert found.score.key() in keys


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10**6), st.booleans())
def test_split_tasks_are_taken_apart(seed: int, dates: bool) -> None:
    problem = by_lot(seed, 3, split=True, dates=dates)
    found = improve(problem, quick(problem), limit=2, workers=1)
    check(problem, found)
    if found.score.finish <= 14:
        assert found.score.key() == min(score(problem, one) for one in schedules(problem, found.score.finish))


def test_what_is_kept_moves_least() -> None:
    problem = of_people(12)
    best = improve(problem, quick(problem), limit=5)
    kept = [place.start for place in best.placed]
    other = improve(problem, quick(problem), limit=5, kept=kept)
    moved = sum(abs(place.start - wanted) for place, wanted in zip(other.placed, kept, strict=True))
    assert (other.score, moved) == (best.score, 0)


def test_news_of_better_schedules_come_on_the_way() -> None:
    problem = of_people(48)
    told: list[News] = []
    found = improve(problem, quick(problem), limit=5, progress=told.append)
    assert told[-1].finish == found.score.finish
    assert all(one.bound <= found.score.finish <= one.finish for one in told)


def test_ctrl_c_gives_the_best_so_far() -> None:
    problem = standard(3, tasks=150)
    first = quick(problem)
    if first.optimal:
        pytest.fail("too easy to be interrupted")
    timer = Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    found = improve(problem, first, limit=60)
    timer.cancel()
    check(problem, found)
    assert found.score.key() <= first.score.key()


def test_no_time_is_enough_for_the_bound() -> None:
    problem = standard(1)
    found = improve(problem, quick(problem), limit=0)
    assert found.bound == 73
