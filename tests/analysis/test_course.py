"""Three-valued answers day by day: the algebra of `any` and `all`, first days, and working days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.analysis.plans import assess

from alignplan.analysis.triggers.course import Course, Truth, all_of, any_of, course
from alignplan.analysis.workdays import WorkDays

NO, UNKNOWN, HOLDS = Truth.NO, Truth.UNKNOWN, Truth.HOLDS
FIRST = date(2026, 1, 1)
LAST = 30


def at(days: int) -> date:
    return FIRST + timedelta(days)


def made(before: Truth, *turns: tuple[int, Truth]) -> Course:
    return course([(at(days), truth) for days, truth in turns], before)


TRUTHS = st.sampled_from(list(Truth))
COURSES = st.builds(
    lambda before, turns: course([(at(days), truth) for days, truth in sorted(turns.items())], before),
    TRUTHS,
    st.dictionaries(st.integers(0, LAST), TRUTHS, max_size=8),
)
SEVERAL = st.lists(COURSES, min_size=1, max_size=5)


def every_day() -> Sequence[date]:
    return [date.min, *(at(days) for days in range(-1, LAST + 2))]


@given(SEVERAL)
def test_any_is_the_greatest_and_all_the_least_of_its_parts_on_each_day(parts: list[Course]) -> None:
    for day in every_day():
        assert any_of(parts).on(day) is max(part.on(day) for part in parts)
        assert all_of(parts).on(day) is min(part.on(day) for part in parts)


@given(SEVERAL, st.randoms())
def test_the_order_of_the_parts_and_saying_one_twice_change_nothing(
    parts: list[Course], random: Random
) -> None:
    shuffled = [*parts, parts[0]]
    random.shuffle(shuffled)
    assert any_of(shuffled) == any_of(parts)
    assert all_of(shuffled) == all_of(parts)


@given(COURSES, COURSES, COURSES)
def test_any_and_all_distribute_associate_and_absorb(a: Course, b: Course, c: Course) -> None:
    assert all_of([a, any_of([b, c])]) == any_of([all_of([a, b]), all_of([a, c])])
    assert any_of([a, all_of([b, c])]) == all_of([any_of([a, b]), any_of([a, c])])
    assert any_of([a, any_of([b, c])]) == any_of([any_of([a, b]), c]) == any_of([a, b, c])
    assert any_of([a, all_of([a, b])]) == a == all_of([a, any_of([a, b])])
    assert any_of([a]) == a == all_of([a])


@given(COURSES)
def test_since_is_the_first_day_of_the_last_run_and_first_that_of_the_first(found: Course) -> None:
    days = [day for day in every_day() if day > date.min]
    held = [day for day in days if found.on(day) is HOLDS]
    if found.since is not None:
        assert found.last is HOLDS
        assert all(found.on(day) is HOLDS for day in days if day >= found.since)
        assert found.on(found.since - timedelta(1)) is not HOLDS
        assert found.first is None or found.first <= found.since
    else:
        assert found.last is not HOLDS or len(found.turns) == 1
    if found.first is not None:
        assert found.first == held[0]
        assert found.on(date.min) is not HOLDS
    else:
        assert not held or found.on(date.min) is HOLDS


def test_neighbours_that_say_the_same_are_one_turn_and_the_last_of_a_day_is_taken() -> None:
    found = made(NO, (1, NO), (2, HOLDS), (2, UNKNOWN), (3, UNKNOWN), (4, HOLDS), (5, HOLDS))
    assert found == Course(((date.min, NO), (at(2), UNKNOWN), (at(4), HOLDS)))
    assert (found.since, found.first) == (at(4), at(4))


def test_what_held_on_every_day_has_no_first_day() -> None:
    assert (course((), HOLDS).since, course((), HOLDS).first, course((), HOLDS).last) == (None, None, HOLDS)
    again = made(HOLDS, (3, NO), (9, HOLDS))
    assert (again.since, again.first) == (at(9), None)


# ---------------------------------------------------------------- working days


WEEKS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: WorkDays(frozenset(days)))
DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(WEEKS, DATES, st.integers(-10, 60))
def test_working_days_are_counted_one_by_one(week: WorkDays, day: date, days: int) -> None:
    through = day + timedelta(days)
    counted = [day + timedelta(step) for step in range(1, days + 1)]
    assert week.after(day, through) == sum(one.weekday() in week.days for one in counted)


@given(WEEKS, DATES, st.floats(0, 40))
def test_the_day_that_is_reached_is_the_first_that_is_late_enough(
    week: WorkDays, day: date, amount: float
) -> None:
    reached = week.reached(day, amount)
    assert reached is not None
    assert reached > day
    assert week.after(day, reached) >= amount
    before = reached - timedelta(1)
    assert before == day or week.after(day, before) < amount


@given(WEEKS, DATES, DATES, DATES)
def test_working_days_add_up(week: WorkDays, first: date, second: date, third: date) -> None:
    assume(first <= second <= third)
    assert week.after(first, third) == week.after(first, second) + week.after(second, third)


def test_beyond_the_end_of_the_calendar_nothing_is_reached() -> None:
    assert WorkDays().reached(date(9999, 12, 30), 3) is None
    assert WorkDays().reached(date.max, 0) is None
    assert WorkDays().reached(date(2026, 1, 1), 1e6) == date(2026, 1, 1) + timedelta(weeks=200_000)


@pytest.mark.parametrize(
    ("plan", "days"),
    [
        ("alignplan: 1\nplan: {title: P}\n", {0, 1, 2, 3, 4}),
        ("alignplan: 1\nplan: {title: P, calendar: c}\ncalendars: {c: {hours: 6}}\n", {0, 1, 2, 3, 4}),
        ("alignplan: 1\nplan: {title: P, calendar: c}\ncalendars: {c: {workdays: [sun, wed]}}\n", {2, 6}),
        ("alignplan: 1\nplan: {title: P}\ncalendars: {c: {workdays: [sun, wed]}}\n", {0, 1, 2, 3, 4}),
    ],
)
def test_the_default_calendar_says_which_days_are_worked(plan: str, days: set[int]) -> None:
    assert assess(plan).work_days == WorkDays(frozenset(days))
