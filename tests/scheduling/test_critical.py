"""Earliest and latest places without limits: by hand on a working week, and laws that hold on any network."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.critical import Window, comes, critical, earliest
from alignplan.scheduling.problem import FF, FS, SF, SS, Link, Mode, Problem, Task
from alignplan.scheduling.ranking import ranked

WEEK = Axis(8, [8, 8, 8, 8, 8, 0, 0], [8, 8, 8, 8, 8, 0, 0])
"""Eight slots a day from a Monday on; the days 5 and 6 are not worked."""
ALWAYS = Axis(8, [], [8] * 7)


def task(name: str, length: int, axis: int = 0, **more: Any) -> Task:
    return Task(name, (Mode(length, axis),), **more)


def problem(tasks: list[Task], links: list[Link], now: int = 0) -> Problem:
    return Problem(tuple(tasks), tuple(links), (), (WEEK, ALWAYS), now)


def test_a_chain_over_a_weekend_and_its_slack() -> None:
    found = critical(
        problem(
            [task("a", 24), task("b", 24), task("side", 8), task("end", 0)],
            [Link(0, 1), Link(1, 3), Link(2, 3)],
        )
    )
    # a: Monday to Wednesday; b: Thursday, Friday and the Monday after; the end with it.
    assert [(one.start, one.finish) for one in found.early] == [(0, 24), (24, 64), (0, 8), (64, 64)]
    assert [(one.start, one.finish) for one in found.late] == [(0, 24), (24, 64), (56, 64), (64, 64)]
    assert found.total == (0, 0, 40, 0)
    assert found.free == (0, 0, 40, 0)
    assert found.finish == 64


@pytest.mark.parametrize(
    ("kind", "lag", "place"),
    [
        (FS, 0, (16, 32)),
        (FS, 8, (24, 40)),
        (FS, -8, (8, 24)),
        (SS, 4, (4, 20)),
        (FF, 8, (8, 24)),
        (SF, 20, (4, 20)),
    ],
)
def test_each_kind_of_link_binds_the_ends_it_names(kind: str, lag: int, place: tuple[int, int]) -> None:
    found = critical(problem([task("a", 16), task("b", 16)], [Link(0, 1, kind, lag, 0)]))
    assert (found.early[1].start, found.early[1].finish) == place


def test_working_and_calendar_lags_differ_over_a_weekend() -> None:
    links = [Link(0, 1, FS, 8, 0), Link(0, 2, FS, 8)]
    found = critical(problem([task("a", 40), task("working", 8), task("calendar", 8)], links))
    assert found.early[1].start == 8 * 8  # Friday evening and a working day: Tuesday
    assert found.early[2].start == 8 * 7  # Saturday is over: Monday


def test_what_began_and_what_is_over_stay_where_they_are() -> None:
    tasks = [
        task("done", 8, fixed=(0, 8)),
        task("rest", 8, began=3),
        task("with", 8),
        task("after", 8),
    ]
    found = critical(problem(tasks, [Link(1, 2, SS, 8, 0), Link(0, 3, FS, 16, 0)], now=16))
    assert [(one.start, one.finish) for one in found.early] == [(0, 8), (16, 24), (16, 24), (24, 32)]
    assert found.total[0] == 0


def test_a_must_that_cannot_be_kept_leaves_less_than_no_slack() -> None:
    found = critical(problem([task("a", 16), task("b", 16, must=24)], [Link(0, 1)]))
    assert found.total == (-8, -8)


def test_of_several_ways_the_one_that_ends_first_is_taken() -> None:
    fast_but_away = Axis(8, [0, 0, 0, 8, 8, 0, 0], [8, 8, 8, 8, 8, 0, 0])
    tasks = (Task("a", (Mode(8, 1), Mode(16, 0))),)
    windows, modes = earliest(Problem(tasks, (), (), (WEEK, fast_but_away)))
    assert (windows[0].start, windows[0].finish, modes[0]) == (0, 16, 1)


def test_a_longer_horizon_gives_everything_slack() -> None:
    found = critical(problem([task("a", 8)], []), finish=40)
    assert found.late == (Window(32, 40, 32),)
    assert found.total == (32,)


def test_circles_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        ranked(problem([task("a", 8), task("b", 8)], [Link(0, 1), Link(1, 0)]))


@st.composite
def networks(draw: st.DrawFn) -> Problem:
    """Some tasks on both axes; links lead to later ones only."""
    count = draw(st.integers(1, 7))
    tasks = [
        task(
            str(at),
            draw(st.integers(0, 20)),
            draw(st.integers(0, 1)),
            release=draw(st.sampled_from([0, 0, 5, 41])),
        )
        for at in range(count)
    ]
    links = []
    for after in range(1, count):
        for before in draw(st.sets(st.integers(0, after - 1), max_size=2)):
            kind = draw(st.sampled_from([FS, SS, FF, SF]))
            links.append(
                Link(before, after, kind, draw(st.integers(-9, 20)), draw(st.sampled_from([None, 0])))
            )
    return problem(tasks, links, now=draw(st.sampled_from([0, 3])))


@settings(deadline=None, max_examples=150)
@given(networks())
def test_both_passes_keep_all_links_and_slack_is_never_below_zero(made: Problem) -> None:
    found = critical(made)
    assert all(amount >= 0 for amount in found.total)
    assert all(0 <= free <= total for free, total in zip(found.free, found.total, strict=True))
    assert min(found.total) == 0
    for windows in (found.early, found.late):
        for link in made.links:
            instant = comes(made, link, windows[link.before])
            after, length = windows[link.after], made.tasks[link.after].modes[0].length
            axis = made.axes[made.tasks[link.after].modes[0].axis]
            if link.kind.endswith("start"):
                assert axis.own(after.start) >= axis.own(instant) if length else after.start >= instant
            elif length:
                assert axis.own(after.finish) >= axis.own(instant)
            else:
                assert after.finish >= instant


@settings(deadline=None, max_examples=150)
@given(networks(), st.data())
def test_a_task_that_uses_its_slack_up_delays_nothing(made: Problem, data: st.DataObject) -> None:
    found = critical(made)
    number = data.draw(st.integers(0, len(made.tasks) - 1))
    late = found.late[number]
    tasks = list(made.tasks)
    one = tasks[number]
    tasks[number] = Task(one.name, one.modes, max(late.start, 0))
    moved = critical(Problem(tuple(tasks), made.links, (), made.axes, made.now))
    assert moved.finish == found.finish
