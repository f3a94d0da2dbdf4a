"""A schedule again and again with lengths by lot: what is certain, what is the same, and how far it lies apart."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from statistics import mean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.scheduling.instances import of_people, standard
from tests.scheduling.lots import by_lot

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.efforts import solve
from alignplan.scheduling.problem import Link, Mode, Problem, Resource, Task
from alignplan.scheduling.sampling import Chance, Drawing, Spread, pert, quantile, sampled

ALWAYS = Axis(1, (), (1,) * 7)
POINTS = some.tuples(*[some.floats(0.01, 1000)] * 3).map(sorted)


def chain(*lengths: int, people: int = 1) -> Problem:
    """Tasks one after the other, each of the same person."""
    tasks = tuple(Task(f"t{at}", (Mode(length, 0, ((0, 1),)),)) for at, length in enumerate(lengths))
    links = tuple(Link(at, at + 1) for at in range(len(lengths) - 1))
    return Problem(tasks, links, (Resource("mia", people),), (ALWAYS,))


def chance(
    problem: Problem,
    spreads: dict[int, Spread] | None = None,
    samples: int = 100,
    seed: int = 0,
    common: float = 0.1,
) -> Chance:
    """Samples of the quick schedule; where no spreads are given, those of all tasks."""
    unsure = dict.fromkeys(range(len(problem.tasks)), Spread(0.8, 2.0)) if spreads is None else spreads
    return sampled(problem, solve(problem, "quick"), unsure, Drawing(samples, seed, common))


# ------------------------------------------------------------ lengths


@given(POINTS)
def test_the_mean_is_that_of_pert(points: list[float]) -> None:
    low, likely, high = points
    assert pert(low, likely, high).mean == pytest.approx((low + 4 * likely + high) / 6)
    assert pert(low, likely, high).variance >= 0


def test_what_is_drawn_has_that_mean_and_lies_between_the_points() -> None:
    problem = chain(30_000)
    found = sorted(chance(problem, samples=4_000, common=0.0).ends)
    assert 0.8 * 30_000 <= found[0] < found[-1] <= 2.0 * 30_000
    assert mean(found) == pytest.approx((0.8 + 4 + 2.0) / 6 * 30_000, rel=0.01)


@pytest.mark.parametrize("points", [(2, 1, 3), (1, 4, 3), (3, 2, 1)])
def test_points_out_of_order_are_refused(points: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="not in order"):
        pert(*points)


@pytest.mark.parametrize("common", [0.0, 0.1, 0.4])
def test_the_deviation_of_a_length_is_what_its_formula_says(common: float) -> None:
    found = chance(chain(30_000), samples=4_000, common=common)
    assert found.deviation[0] == pytest.approx(pstdev(found.ends), rel=0.06)


def test_the_common_factor_keeps_the_mean_and_widens_sums() -> None:
    problem = chain(*[3_000] * 20)
    alone, together = (chance(problem, samples=2_000, common=common).ends for common in (0.0, 0.1))
    assert mean(together) == pytest.approx(mean(alone), rel=0.01)
    # twenty lengths by themselves even each other out: 0.194 ÷ √20 of their mean; together the factor alone is 0.1
    assert pstdev(alone) / mean(alone) == pytest.approx(0.2 / 1.1333 / 20**0.5, rel=0.1)
    assert pstdev(together) / mean(together) == pytest.approx(
        (0.1**2 + (0.2 / 1.1333) ** 2 / 20) ** 0.5, rel=0.1
    )


# ------------------------------------------------------------ what is certain


@settings(max_examples=40, deadline=None)
@given(
    some.integers(0, 10**6),
    some.sampled_from(["plain", "kinds", "limited"]),
    some.booleans(),
    some.booleans(),
)
def test_what_is_certain_is_the_schedule_itself(seed: int, links: str, choices: bool, split: bool) -> None:
    problem = by_lot(seed, 7, links=links, choices=choices, split=split, dates=True, history=True)
    found = solve(problem, "quick")
    certain = dict.fromkeys(range(7), Spread(1.0, 1.0))
    for spreads in ({}, certain):
        made = sampled(problem, found, spreads, Drawing(samples=50))
        assert made.count == 1
        assert [column[0] for column in made.finish] == [place.finish for place in found.placed]
        assert made.ends[0] == found.score.finish
        assert set(made.deviation) == {0.0}


def test_what_is_over_and_points_in_time_stay_what_they_are() -> None:
    problem = chain(4, 8, 0, 8)
    past = replace(problem.tasks[0], fixed=(0, 9))
    problem = replace(problem, tasks=(past, *problem.tasks[1:]), now=9)
    made = chance(problem)
    assert set(made.finish[0]) == {9}
    assert list(made.finish[2]) == list(made.finish[1])
    assert [made.deviation[at] for at in (0, 2)] == [0, 0]
    assert made.deviation[1] > 0


# ------------------------------------------------------------ what is the same


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 10**6), some.integers(0, 100))
def test_the_same_seed_gives_the_same_and_more_samples_begin_alike(problem_seed: int, seed: int) -> None:
    problem = of_people(problem_seed, 12, 3)
    one, other, longer = (chance(problem, seed=seed, samples=samples) for samples in (20, 20, 40))
    assert (one.finish, one.critical) == (other.finish, other.critical)
    assert [list(column) for column in one.finish] == [list(column[:20]) for column in longer.finish]
    assert one.finish != chance(problem, seed=seed + 1, samples=20).finish


def test_what_becomes_certain_changes_no_other_length() -> None:
    problem, spread = chain(100, 100, 100), Spread(0.8, 2.0)
    before, after = (
        chance(problem, spreads) for spreads in ({0: spread, 1: spread, 2: spread}, {0: spread, 2: spread})
    )

    def lengths(made: Chance, number: int) -> list[int]:
        return [one - other for one, other in zip(made.finish[number], made.finish[number - 1], strict=True)]

    assert before.finish[0] == after.finish[0]
    assert lengths(before, 2) == lengths(after, 2)
    assert set(lengths(after, 1)) == {100}


@settings(max_examples=40, deadline=None)
@given(some.integers(0, 10**6), some.sampled_from(["plain", "kinds"]))
def test_with_unlimited_people_nothing_is_later(seed: int, links: str) -> None:
    made = chance(by_lot(seed, 7, links=links, history=True), samples=15)
    for shared, free in zip(made.finish, made.free, strict=True):
        assert all(one >= other for one, other in zip(shared, free, strict=True))


@given(some.lists(some.integers(0, 1000), min_size=1, max_size=60).map(sorted))
def test_quantiles_rise_and_are_values_that_occurred(values: list[int]) -> None:
    found = [quantile(values, part / 20) for part in range(21)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (values[0], values[-1])
    for part in (0.5, 0.8, 0.95):
        value = quantile(values, part)
        assert sum(one <= value for one in values) >= part * len(values) - 1e-9
        assert sum(one < value for one in values) < part * len(values)


def test_a_quantile_is_the_higher_of_two_neighbours() -> None:
    assert [quantile(list(range(1, 11)), part) for part in (0.5, 0.51, 0.8, 0.81, 0.95)] == [5, 6, 8, 9, 10]


# ------------------------------------------------------------ what is critical


def test_a_chain_is_critical_and_what_has_room_is_not() -> None:
    problem = chain(100, 100)
    aside = Task("aside", (Mode(10, 0, ()),))
    made = chance(replace(problem, tasks=(*problem.tasks, aside)))
    assert made.critical == (100, 100, 0)


def test_of_two_alike_each_is_critical_in_half_of_all_samples() -> None:
    tasks = tuple(Task(name, (Mode(1000, 0, ()),)) for name in "ab")
    made = chance(Problem(tasks, (), (), (ALWAYS,)), samples=1_000)
    assert sum(made.critical) == pytest.approx(1_000, abs=5)
    assert made.critical[0] == pytest.approx(500, abs=60)


def test_who_is_busy_makes_what_waits_for_them_critical() -> None:
    """Nothing links the two, but the same person does both."""
    tasks = tuple(Task(name, (Mode(50, 0, ((0, 1),)),)) for name in "ab")
    made = chance(Problem(tasks, (), (Resource("mia", 1),), (ALWAYS,)))
    assert made.critical == (100, 100)
    assert all(one == a + b for one, a, b in zip(made.ends, made.free[0], made.free[1], strict=True))


def test_critical_for_some_tasks_is_what_their_end_hangs_on() -> None:
    first, second = chain(10, 10), Task("long", (Mode(500, 0, ()),))
    problem = replace(first, tasks=(*first.tasks, second))
    found = solve(problem, "quick")
    spreads = dict.fromkeys(range(3), Spread(0.8, 2.0))
    assert sampled(problem, found, spreads, Drawing(samples=50)).critical == (0, 0, 50)
    some_ = sampled(problem, found, spreads, Drawing(samples=50), among=[1])
    assert some_.critical == (50, 50, 0)
    assert list(some_.ends) == list(some_.finish[1])


# ------------------------------------------------------------ how it goes on


def test_on_a_loaded_team_it_is_much_later_than_without_limits() -> None:
    made = chance(of_people(3, 60, 4), samples=200)
    shared, free = (
        quantile(sorted(map(max, zip(*columns, strict=True))), 0.8) for columns in (made.finish, made.free)
    )
    assert shared > 1.3 * free


def test_of_pools_with_several_units_each_sample_keeps_within_them() -> None:
    """What the placer has measured anew must still share: the finishes of a bottleneck are at least its work."""
    problem = standard(1)
    made = chance(problem, samples=30)
    work = sum(task.modes[0].length * dict(task.modes[0].needs).get(0, 0) for task in problem.tasks)
    least = 0.8 * 0.7 * work / problem.resources[0].capacity
    assert min(made.ends) >= least


def test_each_sample_is_told() -> None:
    heard: list[int] = []
    problem = chain(10, 10)
    sampled(problem, solve(problem, "quick"), {0: Spread(0.5, 2.0)}, Drawing(samples=7), told=heard.append)
    assert heard == [1, 2, 3, 4, 5, 6, 7]
    assert all(one < other for one, other in pairwise(heard))


def test_a_thousand_samples_of_a_hundred_tasks_take_a_second_at_most() -> None:
    """In seconds of the processor, three times what is promised: machines differ."""
    import time

    problem = of_people(random.Random(0).randrange(100), 100, 5)
    found = solve(problem, "quick")
    began = time.process_time()
    sampled(problem, found, dict.fromkeys(range(100), Spread(0.8, 2.0)), Drawing())
    assert time.process_time() - began < 3
