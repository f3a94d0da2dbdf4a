"""The bound of a problem: what it finds, and that no schedule is over before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheduling.exhaustive import earliest_finish
from tests.scheduling.instances import OPTIMA, PEOPLE, of_people, standard
from tests.scheduling.lots import by_lot

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.bounds import lower_bound
from alignplan.scheduling.bounds.energy import overdue
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Resource, Task

OFFICE = Axis(8, [8] * 5 + [0, 0], [8] * 5 + [0, 0])
ALWAYS = Axis(8, [8] * 7, [8] * 7)
MIA = ((0, 1),)


def bound(
    *tasks: Task, links: tuple[Link, ...] = (), capacity: int = 1, days: tuple[int, ...] = (), now: int = 0
) -> int:
    return lower_bound(Problem(tasks, links, (Resource("mia", capacity, days),), (OFFICE, ALWAYS), now))


def task(length: int, *, axis: int = 0, needs: tuple[tuple[int, int], ...] = (), **more: object) -> Task:
    return Task("t", (Mode(length, axis, needs),), **more)  # type: ignore[arg-type]


def test_nothing_to_do_is_done_today() -> None:
    assert bound(now=17) == 17


def test_a_chain_spans_the_weekend() -> None:
    assert bound(task(36), task(6), links=(Link(0, 1),)) == 58


@pytest.mark.parametrize(
    ("link", "finish"),
    [
        (Link(0, 1), 14),
        (Link(0, 1, FS, 40), 8 * 7 + 6),  # the lag ends on Saturday evening, the work on Monday
        (Link(0, 1, FS, 40, 0), 8 * 7 + 14),
        (Link(0, 1, FS, -4, 0), 10),
        (Link(0, 1, SS, 9), 15),
        (Link(0, 1, FF, 3), 11),
        (Link(0, 1, SF, 12, 1), 12),
    ],
)
def test_all_kinds_of_links_count(link: Link, finish: int) -> None:
    assert bound(task(8), task(6), links=(link,)) == finish


def test_releases_and_today_count() -> None:
    assert bound(task(4, release=10)) == 14
    assert bound(task(4, release=10), now=11) == 15


def test_history_stays_where_it_was() -> None:
    past = task(8, fixed=(2, 21))
    assert bound(past, task(4), links=(Link(0, 1),), now=16) == 25


def test_the_start_of_what_has_begun_lies_in_the_past() -> None:
    assert bound(task(4, began=3), task(2), links=(Link(0, 1, SS, 1),), now=16) == 20


def test_of_several_ways_the_one_that_allows_most_counts() -> None:
    ways = Task("t", (Mode(9, 0, MIA), Mode(7, 0)))
    assert bound(ways) == 7


def test_what_one_has_to_do_takes_its_time() -> None:
    assert bound(*[task(6, needs=MIA)] * 3) == 18


def test_days_on_which_there_is_less_count() -> None:
    assert bound(*[task(6, needs=MIA)] * 3, days=(1, 0, 1)) == 8 * 3 + 2


def test_what_follows_counts_behind_what_is_shared() -> None:
    shared = [task(6, needs=MIA)] * 3
    assert bound(*shared, task(10), task(10), task(10), links=(Link(0, 3), Link(1, 4), Link(2, 5))) == 28


def test_two_that_do_not_fit_at_once_follow_each_other() -> None:
    large = task(7, needs=((0, 2),))
    assert bound(large, large, capacity=3) == 14


def test_sure_parts_and_pairs_are_seen_together() -> None:
    """Of three tasks on two units one has to wait, though there is room enough in all."""
    assert (
        bound(task(4, needs=((0, 2),)), task(4, needs=((0, 2),)), task(4, needs=((0, 1),)), capacity=3) == 8
    )


def test_those_who_can_stand_in_for_each_other_are_counted_together() -> None:
    ways = Task("t", (Mode(6, 0, ((0, 1),)), Mode(6, 0, ((1, 1),))))
    people = (Resource("mia", 1), Resource("bob", 1))
    assert lower_bound(Problem((ways,) * 4, (), people, (OFFICE,))) == 12


def test_a_known_finish_ends_the_search() -> None:
    problem = standard(6)
    assert lower_bound(problem) == 60
    assert lower_bound(problem, 58) == 58


def test_work_that_never_ends_gets_the_bound_of_its_stand_in() -> None:
    """Where a person has left, the schedule goes on as if they had not; so does the bound."""
    gone = Axis(8, [8] * 3, [0] * 7)
    assert lower_bound(Problem((task(30, needs=MIA),), (), (Resource("mia", 1),), (gone, OFFICE))) == 30


@pytest.mark.parametrize(("seed", "least"), OPTIMA.items())
def test_the_bound_is_close_to_proven_optima(seed: int, least: int) -> None:
    assert 0.87 * least <= lower_bound(standard(seed)) <= least


@pytest.mark.parametrize(("seed", "least"), PEOPLE.items())
def test_the_bound_is_close_to_proven_optima_of_people(seed: int, least: int) -> None:
    assert 0.87 * least <= lower_bound(of_people(seed)) <= least


SHAPES = st.fixed_dictionaries(
    {
        "links": st.sampled_from(["plain", "kinds", "limited"]),
        "axes": st.integers(1, 3),
        "choices": st.booleans(),
        "history": st.booleans(),
    }
)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), SHAPES)
def test_no_schedule_is_over_before_the_bound(seed: int, shape: dict[str, object]) -> None:
    problem = by_lot(seed, 4, **shape)  # type: ignore[arg-type]
    finish = lower_bound(problem)
    if finish <= 20:
        assert earliest_finish(problem, finish - 1) is None


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6), st.booleans())
def test_no_schedule_with_split_tasks_is_over_before_the_bound(seed: int, choices: bool) -> None:
    problem = by_lot(seed, 3, split=True, choices=choices)
    finish = lower_bound(problem)
    if finish <= 16:
        assert earliest_finish(problem, finish - 1) is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 6), st.integers(1, 4)), min_size=1, max_size=7))
def test_jobs_are_overdue_where_some_window_has_too_little_room(jobs: list[tuple[int, int, int]]) -> None:
    jobs = [(release, release + window, amount) for release, window, amount in jobs]
    crowded = any(
        sum(amount for release, due, amount in jobs if first <= release and due <= last) > last - first
        for first, _, _ in jobs
        for _, last, _ in jobs
        if first < last
    )
    assert overdue(list(jobs)) is crowded


def test_more_people_never_move_the_bound_back() -> None:
    problem = of_people(0)
    doubled = replace(problem, resources=tuple(replace(one, capacity=2) for one in problem.resources))
    assert lower_bound(doubled) <= lower_bound(problem)
