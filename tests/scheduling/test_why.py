"""Why tasks lie where they lie, how much later they may lie, and what comes out when they take longer."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheduling.instances import of_people, standard
from tests.scheduling.wild import wild

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.efforts import solve
from alignplan.scheduling.lasting import beyond, lasting
from alignplan.scheduling.levelling import Levelling, place
from alignplan.scheduling.problem import FF, FS, SS, Link, Mode, Problem, Resource, Task
from alignplan.scheduling.schedule import Binding, Reason, Schedule
from alignplan.scheduling.slack import levelled_slack, resource_links
from alignplan.scheduling.why import bindings

OFFICE = Axis(8, [8] * 5 + [0, 0], [8] * 5 + [0, 0])
AWAY = Axis(8, [8, 0, 0, 8, 8, 0, 0], [8] * 5 + [0, 0])
MIA, LEO = ((0, 1),), ((1, 1),)


def task(length: int, needs: tuple[tuple[int, int], ...] = MIA, axis: int = 0, **more: object) -> Task:
    return Task("t", (Mode(length, axis, needs),), **more)  # type: ignore[arg-type]


def problem(*tasks: Task, links: tuple[Link, ...] = (), capacity: int = 1, now: int = 0) -> Problem:
    return Problem(tasks, links, (Resource("mia", capacity), Resource("leo", 1)), (OFFICE, AWAY), now)


def why(given: Problem) -> tuple[Binding, ...]:
    return bindings(given, solve(given, "quick"))


# ------------------------------------------------------------ reasons


def test_each_reason_is_told() -> None:
    given = problem(
        task(8, fixed=(0, 8)),
        task(8),
        task(4, LEO, release=20),
        task(4, ()),
        task(8, priority=100),
        links=(Link(1, 3),),
        now=8,
    )
    assert why(given) == (
        Binding(Reason.FIXED),
        Binding(Reason.NOW),
        Binding(Reason.RELEASE),
        Binding(Reason.LINK, 1),
        Binding(Reason.RESOURCE, 1, 0),
    )


def test_who_is_away_while_others_work_is_bound_by_the_calendar() -> None:
    given = problem(task(8), task(4, LEO, 1), links=(Link(0, 1),))
    assert why(given) == (Binding(Reason.NOW), Binding(Reason.CALENDAR, 0))
    assert why(problem(task(4, LEO, 1), now=8)) == (Binding(Reason.CALENDAR),)


def test_over_a_weekend_it_is_not_the_calendar() -> None:
    assert why(problem(task(40), task(4, LEO), links=(Link(0, 1),)))[1] == Binding(Reason.LINK, 0)
    assert why(problem(task(4), now=40)) == (Binding(Reason.NOW),)


def test_a_finish_that_waits_tells_its_link() -> None:
    assert why(problem(task(20), task(4, LEO), links=(Link(0, 1, FF),)))[1] == Binding(Reason.LINK, 0)


def test_what_was_put_off_is_bound_by_what_must_follow_soon() -> None:
    given = problem(task(2, LEO), task(2), task(20), links=(Link(0, 1, at_most=4), Link(2, 1)))
    assert why(given)[0] == Binding(Reason.LINK, 1)


def test_of_those_who_hold_a_pool_the_one_that_gives_back_is_told() -> None:
    given = problem(task(20), task(6), task(4, ((0, 2),)), links=(Link(0, 2, SS),), capacity=3)
    found = solve(given)
    assert [(one.start, one.finish) for one in found.placed] == [(0, 20), (0, 6), (6, 10)]
    assert bindings(given, found)[2] == Binding(Reason.RESOURCE, 1, 0)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_every_chain_of_reasons_ends(seed: int) -> None:
    given = wild(seed)
    found = solve(given, "quick")
    told = bindings(given, found)
    for number, binding in enumerate(told):
        assert (binding.reason is Reason.FIXED) == (given.tasks[number].fixed is not None)
        if binding.reason in (Reason.LINK, Reason.RESOURCE):
            assert binding.task is not None
            assert binding.task != number
        if binding.reason is Reason.RESOURCE:
            assert binding.task is not None
            shared = {at for mode in given.tasks[number].modes for at, _ in mode.needs}
            assert binding.resource in shared


@pytest.mark.parametrize("kind", [standard, of_people])
@pytest.mark.parametrize("seed", range(5))
def test_the_chain_of_what_ends_last_leads_back_to_the_beginning(kind: object, seed: int) -> None:
    given: Problem = kind(seed)  # type: ignore[operator]
    found = solve(given, "quick")
    told = bindings(given, found)
    number = max(range(len(found.placed)), key=lambda at: found.placed[at].finish)
    seen = [number]
    while (other := told[seen[-1]].task) is not None:
        assert found.placed[other].finish <= found.placed[seen[-1]].start
        seen.append(other)
    assert told[seen[-1]].reason in (Reason.NOW, Reason.CALENDAR)
    slack = levelled_slack(given, found)
    if kind is of_people:
        assert {slack[at] for at in seen[:1]} == {0}


# ------------------------------------------------------------ slack


def test_slack_counts_people() -> None:
    given = problem(task(10), task(6, LEO), task(4), task(2, LEO, priority=1), links=(Link(0, 2), Link(1, 2)))
    found = solve(given)
    assert [(one.start, one.finish) for one in found.placed] == [(0, 10), (0, 6), (10, 14), (6, 8)]
    assert levelled_slack(given, found) == (0, 4, 0, 6)
    assert resource_links(given, found.placed) == [Link(1, 3)]


def test_slack_is_counted_in_slots_of_the_own_axis() -> None:
    given = problem(task(32), task(4, LEO, 1))
    assert levelled_slack(given, solve(given)) == (0, 16 - 4)


def test_history_has_no_slack_and_points_in_time_have_it_in_slots_of_the_grid() -> None:
    given = problem(task(4, fixed=(0, 4)), task(0, ()), task(30, LEO), now=8)
    assert levelled_slack(given, solve(given)) == (0, 30, 0)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_a_task_that_slips_by_its_slack_delays_nothing(seed: int, people: bool) -> None:
    given = of_people(seed, 10, 2) if people else standard(seed, 10)
    found = solve(given, "quick")
    slack = levelled_slack(given, found)
    chosen = seed % 10
    mode = given.tasks[chosen].modes[0]
    axis = given.axes[mode.axis]
    bound = replace(given, links=(*given.links, *resource_links(given, found.placed)))
    for more, ends in ((slack[chosen], True), (slack[chosen] + 1, False)):
        release = axis.slot(axis.own(found.placed[chosen].start) + more)
        tasks = list(bound.tasks)
        tasks[chosen] = replace(tasks[chosen], release=release)
        order = sorted(range(10), key=lambda at: found.placed[at].start)
        later = place(replace(bound, tasks=tuple(tasks)), order)
        assert (max(one.finish for one in later) <= found.score.finish) == ends


# ------------------------------------------------------------ other lengths


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_lengths_may_change_while_the_list_stays(seed: int) -> None:
    given = wild(seed)
    given = replace(given, tasks=tuple(replace(one, modes=one.modes[:1]) for one in given.tasks))
    lot = random.Random(seed)
    found = solve(given, "quick")
    kept = Levelling(given, found.order)
    free = [number for number, one in enumerate(given.tasks) if one.fixed is None]
    for _ in range(3):
        lengths = [
            one.modes[0].length and max(one.modes[0].length + lot.randint(-2, 9), 1) for one in given.tasks
        ]
        tasks = tuple(
            replace(one, modes=(replace(one.modes[0], length=length),))
            for one, length in zip(given.tasks, lengths, strict=True)
        )
        places = kept.placed(lengths)
        other = place(replace(given, tasks=tasks), found.order)
        assert [(places.start[at], places.finish[at]) for at in free] == [
            (other[at].start, other[at].finish) for at in free
        ]
    places = kept.placed()
    assert all(places.finish[at] == found.placed[at].finish for at in free)


def test_who_was_to_do_it_does_it() -> None:
    given = Problem(
        (Task("t", (Mode(8, 0, MIA), Mode(9, 0, LEO))), Task("u", (Mode(8, 0, MIA),))),
        (),
        (Resource("mia", 1), Resource("leo", 1)),
        (OFFICE,),
    )
    found = place(given, (1, 0), modes=(1, 0))
    assert [(one.start, one.finish, one.mode) for one in found] == [(0, 9, 1), (0, 8, 0)]
    assert [one.finish for one in place(given, (1, 0))] == [16, 8]


def test_points_in_time_stay_points_and_work_takes_a_slot_at_least() -> None:
    given = problem(task(8), task(0, ()), links=(Link(0, 1),))
    assert [one.finish for one in place(given, (0, 1), (0, 5))] == [1, 1]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_critical_tasks_delay_the_end(seed: int) -> None:
    given = of_people(seed, 12, 3)
    found = solve(given, "quick")
    kept = Levelling(given, found.order)
    critical = kept.critical(kept.placed())
    assert {at for at, one in enumerate(found.placed) if one.finish == found.score.finish} <= critical
    bound = replace(given, links=(*given.links, *resource_links(given, found.placed)))
    lengths = [one.modes[0].length for one in given.tasks]
    for number in range(12):
        longer = [length + (at == number) for at, length in enumerate(lengths)]
        later = max(one.finish for one in place(bound, found.order, longer))
        if number in critical:
            assert later > found.score.finish


def test_critical_are_those_that_press_on_the_end_through_links_and_people() -> None:
    given = problem(
        task(10), task(6, LEO), task(4), task(2, LEO), task(0, ()), links=(Link(0, 2), Link(1, 2), Link(2, 4))
    )
    found = solve(given, "quick")
    kept = Levelling(given, found.order)
    assert kept.critical(kept.placed()) == {0, 2, 4}
    assert kept.critical(kept.placed((10, 12, 4, 2, 0))) == {1, 2, 4}


# ------------------------------------------------------------ what has no place


def test_who_no_longer_works_goes_on_as_most_others_do() -> None:
    gone = Axis(8, [8, 8], [0] * 7)
    given = Problem(
        (Task("t", (Mode(20, 0, MIA),)), Task("u", (Mode(4, 1, LEO),))),
        (),
        (Resource("mia", 1), Resource("leo", 1)),
        (gone, OFFICE),
    )
    found = solve(given)
    assert [(one.start, one.finish) for one in found.placed] == [(0, 20), (0, 4)]
    assert beyond(given, found.placed) == (0,)
    assert beyond(lasting(given), found.placed) == ()


def test_more_units_than_there_are_take_all_that_there_are() -> None:
    given = problem(task(8, ((0, 3),)), task(8), capacity=2)
    found = solve(given)
    assert found.score.finish == 16
    assert beyond(given, found.placed) == (0,)


def test_units_that_are_gone_for_good_are_there_where_nothing_else_helps() -> None:
    given = Problem(
        (Task("t", (Mode(8, 0, ((0, 2),)),)), Task("u", (Mode(8, 0, ((0, 2),)),))),
        (),
        (Resource("kitchen", 1, (2,)),),
        (OFFICE,),
    )
    found = solve(given)
    assert [(one.start, one.finish) for one in found.placed] == [(0, 8), (8, 16)]
    assert beyond(given, found.placed) == (1,)


def test_what_can_be_done_is_the_same_problem() -> None:
    given = of_people(0)
    assert lasting(given) is given
    assert beyond(given, solve(given, "quick").placed) == ()


def test_slack_and_reasons_of_an_impossible_plan_are_told() -> None:
    given = problem(task(8, ((0, 3),)), task(8), capacity=2)
    found: Schedule = solve(given)
    assert bindings(given, found)[0].reason in (Reason.NOW, Reason.RESOURCE)
    assert levelled_slack(given, found) == (0, 0)
    assert Link(0, 1, FS) in resource_links(lasting(given), found.placed) or Link(1, 0, FS) in resource_links(
        lasting(given), found.placed
    )
