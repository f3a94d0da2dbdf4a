"""The checker of schedules finds each thing that can be wrong with one, and says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.scheduling.checker import check, excess, faults, score

from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import FF, SF, SS, Link, Mode, Problem, Resource, Task
from alignplan.scheduling.schedule import Placed, Schedule, Score

OFFICE = Axis(8, [8] * 5 + [0, 0], [8] * 5 + [0, 0])
ALWAYS = Axis(8, [8] * 7, [8] * 7)


def problem(*links: Link, **changes: object) -> Problem:
    """Two tasks of ten and four hours of one person, from Thursday on."""
    mine = ((0, 1),)
    tasks = (Task("paint", (Mode(10, 0, mine),), release=24), Task("dry", (Mode(4, 0, mine),)))
    return Problem(tasks, links, (Resource("mia", 1),), (OFFICE, ALWAYS), **changes)  # type: ignore[arg-type]


def schedule(*places: tuple[int, int], score: Score | None = None, bound: int = 0) -> Schedule:
    placed = tuple(
        Placed(start, finish, 0, ((start, finish),) if start < finish else ()) for start, finish in places
    )
    finish = max(end for _, end in places)
    return Schedule(placed, score or Score(0, 0, finish), bound, tuple(range(len(places))), "by hand")


GOOD = schedule((24, 34), (34, 38))


def test_a_good_schedule_has_no_faults() -> None:
    check(problem(Link(0, 1)), GOOD)


@pytest.mark.parametrize(
    ("given", "made", "said"),
    [
        (problem(), schedule((24, 34)), "1 places for 2 tasks"),
        (problem(), schedule((23, 33), (34, 38)), "task 0 `paint`: begins at 23, before its release 24"),
        (problem(now=35), schedule((35, 61), (34, 35)), "task 1 `dry`: begins at 34, before now (35)"),
        (problem(), schedule((24, 33), (34, 38)), "task 0 `paint`: is 10 slots long, but lies in 9"),
        (problem(), schedule((24, 34), (38, 42)), "task 1 `dry`: the piece 38-42 begins or ends where nobody works"),
        (problem(), schedule((24, 34), (33, 37)), "`mia` in slot 33: 2 of 1 taken, by ['paint', 'dry']"),
        (problem(Link(0, 1)), schedule((24, 34), (16, 20)), "link finish-start from `paint` to `dry`, lag 0: comes at 16, not before 34"),
        (problem(Link(0, 1, lag=3)), GOOD, "link finish-start from `paint` to `dry`, lag 3: comes at 34, not before 37"),
        (problem(Link(0, 1, SS, 11, 0)), GOOD, "link start-start from `paint` to `dry`, lag 11: comes at 34, not before 35"),
        (problem(Link(0, 1, FF, 5, 1)), GOOD, "link finish-finish from `paint` to `dry`, lag 5: comes at 38, not before 39"),
        (problem(Link(0, 1, SF, 15)), GOOD, "link start-finish from `paint` to `dry`, lag 15: comes at 38, not before 39"),
        (problem(Link(0, 1, SS, at_most=9)), GOOD, "link start-start from `paint` to `dry`, lag 0: takes 1 slots more than at most"),
        (problem(), replace(GOOD, bound=39), "the bound 39 lies behind the finish 38"),
        (problem(), replace(GOOD, score=Score(0, 0, 34)), "the score is (0, 0, 38), not (0, 0, 34)"),
        (problem(), replace(GOOD, order=(0, 0)), "the order (0, 0) is not of all tasks, each once"),
    ],
)  # fmt: skip
def test_the_checker_says_what_is_wrong(given: Problem, made: Schedule, said: str) -> None:
    assert said in list(faults(given, made))


def test_a_task_spans_the_weekend_and_leaves_its_resource_alone_there() -> None:
    given = problem()
    given = replace(given, tasks=(given.tasks[0], Task("guard", (Mode(8, 1, ((0, 1),)),))))
    made = schedule((36, 62), (40, 48))
    check(given, made)


def test_only_a_task_that_may_be_split_has_pieces() -> None:
    given = problem()
    pieces = ((24, 30), (34, 38))
    made = replace(GOOD, placed=(Placed(24, 38, 0, pieces), Placed(30, 34, 0, ((30, 34),))))
    assert list(faults(given, made)) == [
        "task 0 `paint`: must not be split, but lies in ((24, 30), (34, 38))"
    ]
    split = replace(given.tasks[0], split=True)
    check(replace(given, tasks=(split, given.tasks[1])), made)


def test_history_is_not_judged_but_has_to_stay() -> None:
    given = problem(Link(1, 0), now=24)
    past = replace(given.tasks[0], fixed=(20, 23))
    told = replace(given, tasks=(past, given.tasks[1]))
    check(told, schedule((20, 23), (24, 28)))
    assert list(faults(told, schedule((20, 24), (24, 28)))) == [
        "task 0 `paint`: lies at 20-24, but is history at (20, 23)"
    ]


def test_what_was_begun_earlier_counts_from_then() -> None:
    given = problem(Link(0, 1, SS, 20), now=24)
    rest = replace(given.tasks[0], began=8)
    check(replace(given, tasks=(rest, given.tasks[1])), schedule((24, 34), (34, 38)))
    assert any(faults(given, schedule((24, 34), (34, 38))))


def test_the_score_counts_musts_before_wishes() -> None:
    given = problem()
    tasks = (replace(given.tasks[0], due=30, weight=3), replace(given.tasks[1], must=36, due=37))
    assert score(replace(given, tasks=tasks), GOOD.placed) == (2, 13, 38)


def test_the_excess_of_links_is_told_apart() -> None:
    given = problem(Link(0, 1, SS, at_most=4))
    assert excess(given, GOOD) == 6
    check(given, GOOD, at_most=False)
