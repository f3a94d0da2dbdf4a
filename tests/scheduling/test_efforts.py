"""Schedules that `solve` finds: always ones that can hold, as good as is known, and the same every time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheduling.checker import check, excess, score
from tests.scheduling.exhaustive import earliest_finish, schedules
from tests.scheduling.instances import OPTIMA, PEOPLE, of_people, standard
from tests.scheduling.lots import by_lot
from tests.scheduling.wild import wild

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.efforts import EFFORTS, solve
from alignplan.scheduling.lasting import lasting
from alignplan.scheduling.levelling import place
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Resource, Task
from alignplan.scheduling.schedule import Schedule, Score

OFFICE = Axis(8, [8] * 5 + [0, 0], [8] * 5 + [0, 0])
ALWAYS = Axis(8, [], [8] * 7)
MIA = ((0, 1),)


def task(length: int, *, axis: int = 0, needs: tuple[tuple[int, int], ...] = MIA, **more: object) -> Task:
    return Task("t", (Mode(length, axis, needs),), **more)  # type: ignore[arg-type]


def problem(
    *tasks: Task, links: tuple[Link, ...] = (), capacity: int = 1, days: tuple[int, ...] = (), now: int = 0
) -> Problem:
    return Problem(tasks, links, (Resource("mia", capacity, days),), (OFFICE, ALWAYS), now)


def spans(given: Problem, effort: str = "quick") -> list[tuple[int, int]]:
    found = solve(given, effort)
    check(given, found)
    return [(one.start, one.finish) for one in found.placed]


# ------------------------------------------------------------ what every schedule is


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_every_schedule_can_hold(seed: int) -> None:
    given = wild(seed)
    check(lasting(given), solve(given, "quick"), at_most=False)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9))
def test_every_schedule_of_a_search_can_hold(seed: int) -> None:
    given = wild(seed)
    found = solve(given)
    check(lasting(given), found, at_most=False)
    assert _key(given, found) <= _key(given, solve(given, "quick"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_the_order_of_a_schedule_gives_it_again(seed: int) -> None:
    given = wild(seed)
    found = solve(given, "quick")
    assert place(given, found.order, modes=[one.mode for one in found.placed]) == found.placed
    again = solve(given, "quick", order=found.order)
    assert _key(given, again) <= _key(given, found)


def _key(given: Problem, found: Schedule) -> tuple[int, ...]:
    """What is compared: links that take too long count like dates that are broken."""
    broken, late, finish = found.score.key()
    return broken + excess(lasting(given), found), late, finish


@pytest.mark.parametrize("seed", range(12))
def test_the_same_seed_finds_the_same(seed: int) -> None:
    given = by_lot(seed, 7, links="kinds", choices=True, split=True, dates=True)
    assert solve(given, seed=seed) == solve(given, seed=seed)


@pytest.mark.parametrize("shape", [{}, {"history": True}])
@pytest.mark.parametrize("seed", range(25))
def test_small_problems_are_solved(seed: int, shape: dict[str, object]) -> None:
    given = by_lot(seed, 4, axes=2, **shape)  # type: ignore[arg-type]
    found = solve(given)
    check(given, found)
    assert found.score.finish == earliest_finish(given, found.score.finish)


def test_small_problems_with_links_of_all_kinds_are_solved_nearly_always() -> None:
    """Placing each task as early as it can lie is not always best where a start or a finish may wait for a start."""
    missed = []
    for seed in range(30):
        given = by_lot(seed, 4, axes=2, links="kinds", history=seed % 2 > 0)
        found = solve(given)
        check(given, found)
        if found.score.finish != earliest_finish(given, found.score.finish):
            missed.append(seed)
    assert len(missed) <= 2


@pytest.mark.parametrize("seed", range(40))
def test_small_problems_with_dates_are_solved(seed: int) -> None:
    given = by_lot(seed, 4, axes=2, dates=True)
    found = solve(given)
    best = min(score(given, placed) for placed in schedules(given, found.score.finish))
    assert found.score.key() <= best


# ------------------------------------------------------------ known optima


@pytest.mark.parametrize(("seed", "least"), OPTIMA.items())
def test_no_schedule_of_a_standard_problem_beats_the_optimum_and_default_is_near(
    seed: int, least: int
) -> None:
    given = standard(seed)
    found = solve(given)
    check(given, found)
    assert least <= found.score.finish <= least * 1.1
    quick = solve(given, "quick")
    check(given, quick)
    assert found.score.finish <= quick.score.finish <= least * 1.15


@pytest.mark.parametrize(("kind", "optima", "most"), [(standard, OPTIMA, 0.0125), (of_people, PEOPLE, 0.035)])
def test_default_is_near_proven_optima_of_hard_problems_on_average(
    kind: Callable[[int], Problem], optima: dict[int, int], most: float
) -> None:
    gaps = []
    for seed, least in optima.items():
        found = solve(kind(seed))
        check(kind(seed), found)
        gaps.append(found.score.finish / least - 1)
    assert min(gaps) >= 0
    assert sum(gaps) / len(gaps) <= most


def test_efforts_are_numbers_of_lists() -> None:
    assert EFFORTS == {"quick": 0, "default": 1_000, "thorough": 20_000}
    told: list[int] = []
    given = standard(33)
    solve(given, progress=lambda tried, _: told.append(tried))
    assert told[-1] == 1_000
    assert told == list(range(1, 1_001))


def test_progress_tells_the_best_score_so_far() -> None:
    told: list[Score] = []
    found = solve(standard(33), progress=lambda _, score: told.append(score))
    assert [one.key() for one in told] == sorted((one.key() for one in told), reverse=True)
    assert told[-1] == found.score


# ------------------------------------------------------------ feature by feature


def test_nothing_to_do_is_done_today() -> None:
    found = solve(Problem((), (), (), (), 17))
    assert (found.placed, found.score, found.bound, found.order) == ((), Score(0, 0, 17), 17, ())


def test_one_task_begins_today_and_spans_the_night() -> None:
    assert spans(problem(task(10), now=3)) == [(3, 13)]
    assert spans(problem(task(10), now=36)) == [(36, 62)]


def test_a_person_does_one_thing_at_a_time_over_the_weekend() -> None:
    assert spans(problem(task(30), task(20), links=(Link(0, 1),))) == [(0, 30), (30, 66)]


def test_a_point_in_time_lies_where_what_it_waits_for_ends() -> None:
    given = problem(task(40), task(0, needs=()), task(2), links=(Link(0, 1), Link(1, 2)))
    assert spans(given) == [(0, 40), (40, 40), (56, 58)]


@pytest.mark.parametrize(
    ("link", "second"),
    [
        (Link(0, 1), (8, 14)),
        (Link(0, 1, FS, 40), (56, 62)),  # the lag ends on Saturday evening
        (Link(0, 1, FS, 40, 0), (64, 70)),
        (Link(0, 1, FS, -4, 0), (4, 10)),
        (Link(0, 1, FS, -40, 0), (0, 6)),
        (Link(0, 1, SS, 9), (9, 15)),
        (Link(0, 1, FF, 3), (5, 11)),
        (Link(0, 1, SF, 12, 1), (6, 12)),
    ],
)
@pytest.mark.parametrize("capacity", [1, 2])
def test_all_kinds_of_links_bind(link: Link, second: tuple[int, int], capacity: int) -> None:
    given = problem(task(8, needs=()), task(6), links=(link,), capacity=capacity)
    assert spans(given) == [(0, 8), second]


def test_what_must_follow_soon_puts_off_what_comes_first() -> None:
    given = Problem(
        (task(2, needs=((1, 1),)), task(2), task(20)),
        (Link(0, 1, at_most=4), Link(2, 1)),
        (Resource("mia", 1), Resource("leo", 1)),
        (OFFICE,),
    )
    assert spans(given) == [(14, 16), (20, 22), (0, 20)]


def test_what_is_history_stays_and_holds_what_it_holds() -> None:
    given = problem(task(8, fixed=(0, 12)), task(4), task(0, needs=()), links=(Link(0, 2, FS, 4, 0),), now=8)
    assert spans(given) == [(0, 12), (12, 16), (16, 16)]


def test_the_rest_of_what_was_begun_goes_first() -> None:
    given = problem(task(10), task(10, began=2), links=(Link(0, 1, FS), Link(1, 0, SS, 24)), now=16)
    assert spans(given) == [(26, 36), (16, 26)]


def test_days_on_which_there_is_less_are_left_out() -> None:
    given = problem(task(4, needs=((0, 2),)), task(9), capacity=2, days=(1, 2))
    assert spans(given) == [(9, 13), (0, 9)]


def test_of_several_ways_the_one_that_ends_first_is_kept() -> None:
    given = Problem(
        (
            Task("fast", (Mode(8, 0, ((0, 1),)), Mode(8, 0, ((1, 1),)))),
            Task("other", (Mode(8, 0, ((0, 1),)), Mode(9, 0, ((1, 1),)))),
        ),
        (),
        (Resource("mia", 1), Resource("leo", 1)),
        (OFFICE,),
    )
    found = solve(given)
    check(given, found)
    assert (found.score.finish, [one.mode for one in found.placed]) == (8, [1, 0])


def test_only_a_task_that_may_be_split_goes_around_others() -> None:
    between = task(2, release=4, must=6)
    assert spans(problem(task(8), between)) == [(6, 14), (4, 6)]
    found = solve(problem(task(8, split=True), between))
    assert [one.pieces for one in found.placed] == [((0, 4), (6, 10)), ((4, 6),)]


def test_dates_that_must_hold_come_before_wishes_and_those_before_the_finish() -> None:
    found = solve(problem(task(8, due=8), task(8, must=8), task(8)))
    assert found.score == Score(0, 8, 24)
    assert [one.start for one in found.placed] == [8, 0, 16]


def test_the_heavier_wish_is_met() -> None:
    assert spans(problem(task(8, due=8), task(8, due=8, weight=3))) == [(8, 16), (0, 8)]


def test_of_equals_the_one_with_the_higher_priority_goes_first() -> None:
    assert spans(problem(task(8), task(8, priority=900), task(8, priority=100))) == [
        (8, 16),
        (0, 8),
        (16, 24),
    ]


def test_an_impossible_date_is_missed_by_as_little_as_can_be() -> None:
    assert solve(problem(task(8, must=4), task(8, must=2))).score == Score(4 + 14, 0, 16)


def test_a_schedule_that_is_kept_is_moved_as_little_as_can_be() -> None:
    tasks = [task(8) for _ in range(6)]
    moves = {0: 32, 1: 24, 2: 16, 3: 8, 4: 0, 5: 56}
    found = solve(problem(*tasks), moves=moves)
    assert {number: one.start for number, one in enumerate(found.placed)} == moves


def test_an_order_may_lack_tasks_and_name_others() -> None:
    given = problem(task(8), task(8), task(8), links=(Link(1, 0),))
    assert [one.start for one in place(given, (7, 2, 0))] == [16, 0, 8]
    assert sorted(solve(given, order=(7, 2, 0)).order) == [0, 1, 2]


def test_a_circle_of_links_is_an_error() -> None:
    with pytest.raises(ValueError, match="circle"):
        solve(problem(task(1), task(1), links=(Link(0, 1), Link(1, 0))))


def test_far_dates_cost_no_tables() -> None:
    far = 8_000 * 365 * 8
    given = problem(task(8, release=far), task(8), capacity=2)
    assert solve(given).score.finish == OFFICE.finish(far, 8)
