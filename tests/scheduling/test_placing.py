"""The ways of placing a list: the fast ones do what the general one does, tables what the axes say."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.scheduling.instances import of_people, standard
from tests.scheduling.wild import wild

from alignplan.scheduling import network as networks
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.clocks import tabled
from alignplan.scheduling.general import General
from alignplan.scheduling.lists import listed
from alignplan.scheduling.network import Network
from alignplan.scheduling.packed import Packed
from alignplan.scheduling.people import People
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Resource, Task
from alignplan.scheduling.reckoning import reckoned
from alignplan.scheduling.steps import pieces, steps, take, together, turned
from alignplan.scheduling.trials import Whole, placer_of


def plain(seed: int, *, people: bool) -> Problem:
    """A problem that one of the fast ways can place: on one axis, or each task with one person at most."""
    lot = random.Random(seed)
    given = wild(seed)
    axes = given.axes
    resources = tuple(Resource(one.name, 1) for one in given.resources) if people else given.resources
    owners = [lot.randrange(len(axes)) for _ in resources]
    tasks = []
    for task in given.tasks:
        mode = task.modes[0]
        if people:
            needs = mode.needs[:1]
            axis = owners[needs[0][0]] if needs else mode.axis
            mode = Mode(mode.length, axis, tuple((number, 1) for number, _ in needs))
        else:
            mode = replace(mode, axis=0)
        tasks.append(replace(task, modes=(mode,), split=False))
    links = [replace(link, at_most=None) for link in given.links]
    if not people:
        links = [
            replace(link, axis=0, lag=max(link.lag, 0), kind={SF: FS}.get(link.kind, link.kind))
            for link in links
        ]
    return Problem(tuple(tasks), tuple(links), resources, axes, given.now)


@pytest.mark.parametrize("people", [True, False])
@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 10**9))
@example(seed=20914)  # a point in time behind history that ended at night
def test_a_fast_way_places_what_the_general_one_does(people: bool, seed: int) -> None:
    network = Network(plain(seed, people=people))
    lot = random.Random(seed)
    placer, general = placer_of(network), General(network)
    for _ in range(3):
        order = listed(network, [lot.random() for _ in network.rank])
        quick, slow = placer.places(order), general.run(order)
        assert [quick.start[number] for number in order] == [slow.start[number] for number in order]
        assert [quick.finish[number] for number in order] == [slow.finish[number] for number in order]


def test_the_cheapest_way_is_taken() -> None:
    assert isinstance(placer_of(Network(standard(1))), Packed)
    assert isinstance(placer_of(Network(of_people(0))), People)
    given = of_people(0)
    shared = replace(given, tasks=(replace(given.tasks[0], split=True), *given.tasks[1:]))
    assert isinstance(placer_of(Network(shared)), Whole)


@pytest.mark.parametrize("kind", [standard, of_people])
def test_backwards_the_last_task_ends_where_time_begins(kind: object) -> None:
    network = Network(kind(1))  # type: ignore[operator]
    placer = placer_of(network)
    turned = placer.run(network.free[::-1], [0] * len(network.rank), backward=True)
    late = [placer.top - finish for finish in turned]
    for link in network.problem.links:
        assert late[link.before] < late[link.after]


def test_a_horizon_that_is_too_near_is_moved() -> None:
    network = Network(standard(1))
    far = placer_of(network).run(network.free, network.release)
    network.reach(20)
    placer = placer_of(network)
    with pytest.raises(IndexError):
        placer.run(network.free, placer.release)
    assert General(network).run(network.free).finish == far


def test_a_list_keeps_tasks_behind_those_that_they_wait_for() -> None:
    links = (Link(2, 0, FF), Link(1, 2, SS))
    given = Problem(
        tuple(Task(f"t{number}", (Mode(2),)) for number in range(4)), links, (), (Axis(1, [], [1] * 7),)
    )
    assert listed(Network(given), [0, 1, 2, 3]) == [1, 2, 0, 3]
    assert listed(Network(given), [0, 1, 2, 3], backward=True) == [0, 2, 1, 3]


# ------------------------------------------------------------ tables

amounts = st.lists(st.integers(0, 4), min_size=7, max_size=7)
axes = st.builds(Axis, st.just(4), st.lists(st.integers(0, 4), max_size=9), amounts.filter(any))


@given(axes, st.integers(1, 30))
def test_clocks_say_what_the_axis_says(axis: Axis, days: int) -> None:
    horizon = 4 * days
    for forward, backward in (tabled(axis, range(horizon + 1)), reckoned(axis, horizon)):
        slots = [slot for slot in range(horizon) if axis.own(slot) < axis.own(slot + 1)]
        assert list(forward.own) == [axis.own(instant) for instant in range(horizon + 1)]
        assert list(forward.slot) == slots
        assert list(forward.done) == [0, *(slot + 1 for slot in slots)]
        turned = [horizon - 1 - slot for slot in reversed(slots)]
        assert list(backward.slot) == turned
        assert list(backward.done) == [0, *(slot + 1 for slot in turned)]
        assert list(backward.own) == [
            sum(slot < instant for slot in turned) for instant in range(horizon + 1)
        ]


def test_plans_that_reach_far_reckon(monkeypatch: pytest.MonkeyPatch) -> None:
    near = placer_of(Network(of_people(0))).places(Network(of_people(0)).free)
    monkeypatch.setattr(networks, "TABLES", 0)
    network = Network(of_people(0))
    assert not isinstance(network.forward.clocks[0].own, list)
    far = placer_of(network).places(network.free)
    assert (far.start, far.finish) == (near.start, near.finish)


@given(st.lists(axes, min_size=1, max_size=3), st.integers(0, 60))
def test_the_axis_of_all_has_the_slots_of_each(given: list[Axis], slot: int) -> None:
    shared = together(given)
    assert (shared.own(slot) < shared.own(slot + 1)) == any(
        axis.own(slot) < axis.own(slot + 1) for axis in given
    )


@given(axes, axes, st.integers(0, 20), st.integers(1, 20))
def test_what_a_task_takes_is_told_in_stretches(axis: Axis, other: Axis, own: int, length: int) -> None:
    numbers = range(4 * 7 * 60 + 1)
    clock, base = tabled(axis, numbers)[0], tabled(together([axis, other]), numbers)[0]
    taken = [base.own[clock.slot[at]] for at in range(own, own + length)]
    found = pieces(clock, base, own, length)
    assert [at for begin, end in found for at in range(begin, end)] == taken
    assert all(end < begin for (_, end), (begin, _) in pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9), st.integers(1, 3)), max_size=8))
def test_steps_are_what_is_left(taken: list[tuple[int, int, int]]) -> None:
    times, levels = steps([(0, 9), (4, 7), (6, 7), (9, 8)])
    left = [9] * 4 + [7] * 5 + [8] * 31
    for begin, length, units in taken:
        take(times, levels, begin, begin + length, units)
        left[begin : begin + length] = [there - units for there in left[begin : begin + length]]
    assert _each(times, levels) == left
    assert all(one != other for one, other in pairwise(levels))
    assert _each(*turned((times, levels), 40)) == left[::-1]


def _each(times: list[int], levels: list[int]) -> list[int]:
    return [levels[sum(time <= at for time in times) - 1] for at in range(40)]
