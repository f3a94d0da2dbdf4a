"""The grid: how time is cut, days to instants and back, lengths in slots, and who works when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, item

from alignplan.analysis.calendars.grid import Grid, grid
from alignplan.analysis.calendars.working import WorkCalendar
from alignplan.model.values import Duration
from alignplan.model.values.durations import read_lag

OFFICE = """
    alignplan: 1
    plan: {title: P, calendar: office, horizon: {start: 2026-01-01, due: 2027-12-31}}
    calendars:
      office: {hours: 8, holidays: [DE-NI, 2026-12-24]}
      nights: {workdays: [sun, mon, tue, wed, thu], hours: 7}
    teams:
      foundry: {title: Foundry, calendar: nights}
      lab: {title: Laboratory, capacity: 250%}
    people:
      mia: {name: Mia}
      bo: {name: Bo, capacity: 80%}
      lena: {name: Lena, team: foundry, from: 2026-03-02, until: 2027-06-30}
      ines: {name: Ines, leave: [2026-12-23, {from: 2026-08-03, until: 2026-08-14}, {from: 2026-08-10, until: 2026-08-21}]}
      ruth: {name: Ruth, leave: [{from: 2026-12-31, hours: 3}, {from: 2026-12-30, hours: 9}, {from: 2040-01-01, until: 2050}]}
    tactics: {t: {title: T, started: 2025-11-03, due: 2027-06-30}}
"""


def office() -> Grid:
    return grid(assess(OFFICE))


def worked(found: Grid, id: str, *days: str) -> list[int]:
    """The slots that someone works on some days."""
    axis = found.axis_of(item(assess(OFFICE), id))
    return [axis.worked[(date.fromisoformat(day) - found.origin).days] for day in days]


# ------------------------------------------------------------ how time is cut


@pytest.mark.parametrize(
    ("hours", "minutes", "per_day"),
    [("8", 60, 8), ("7.5", 30, 15), ("7.25", 15, 29), ("7.6", 15, 30), ("24", 60, 24), ("0.1", 15, 1)],
)
def test_a_slot_is_as_long_as_the_hours_of_a_day_allow(hours: str, minutes: int, per_day: int) -> None:
    plan = f"alignplan: 1\nplan: {{title: P, calendar: c}}\ncalendars: {{c: {{hours: {hours}}}}}\npeople: {{mia: {{capacity: 50%}}}}\n"
    found = grid(assess(plan))
    assert (found.minutes, found.per_day) == (minutes, per_day)


WHOLE = """
    alignplan: 1
    plan: {title: P, calendar: c}
    calendars: {c: {hours: 7.5}}
    people: {mia: Mia, bo: Bo}
    tactics:
      t:
        title: T
        owner: mia
        actions:
          a: {title: A, effort: 10d, assigned: {mia: 100%, bo: ~}}
          b: {title: B, duration: 2w, after: [{a: + 3d at most 2w}]}
          c: {title: C, elapsed: 1m, progress: 50%}
          d: {title: D, effort: 4d, any_of: [mia, bo], progress: 25%}
          e: {title: E, effort: {low: 1h, likely: 2d, high: 27h}}
"""


def test_whole_days_are_enough_where_nothing_in_the_plan_is_finer() -> None:
    found = grid(assess(WHOLE))
    assert (found.minutes, found.per_day) == (None, 1)
    assert found.slots(Duration(2, "w")) == 10
    assert found.slots_of_day(found.calendars.default) == 1


@pytest.mark.parametrize(
    ("plain", "finer"),
    [
        ("effort: 10d", "effort: 9d"),  # two share it
        ("effort: 10d", "effort: 10h"),
        ("mia: 100%", "mia: 50%"),
        ("duration: 2w", "duration: 1.5d"),
        ("duration: 2w", "duration: 1m"),  # a twelfth of a year's
        ("elapsed: 1m", "elapsed: 6h"),
        ("+ 3d", "+ 6h"),
        ("at most 2w", "at most 31h"),
        ("progress: 25%", "progress: 30%"),
        ("progress: 25%", "remaining: 2.5d"),
        ("bo: Bo", "bo: {name: Bo, capacity: 80%}"),
        ("bo: Bo", "bo: {name: Bo, leave: [{from: 2026-12-31, hours: 4}]}"),
        ("bo: Bo", "bo: {name: Bo, calendar: d}"),
        ("likely: 2d", "likely: 9h"),
    ],
)
def test_one_thing_that_is_finer_cuts_time_into_hours(plain: str, finer: str) -> None:
    assert WHOLE.count(plain) == 1
    text = WHOLE.replace(plain, finer).replace("{c: {hours: 7.5}}", "{c: {hours: 7.5}, d: {hours: 6}}")
    assert grid(assess(text)).minutes == 30


def test_the_longest_day_of_anyone_is_the_day_of_the_grid() -> None:
    found = office()
    assert (found.minutes, found.per_day) == (60, 8)
    mia, lena = (found.calendars.of(item(assess(OFFICE), id)) for id in ("mia", "lena"))
    assert (found.slots_of_day(mia), found.slots_of_day(lena)) == (8, 7)


# ------------------------------------------------------------ days and instants


def test_the_grid_begins_with_the_year_of_what_began_first_and_reaches_a_year_past_the_last_due() -> None:
    found = office()
    assert (found.origin, found.last) == (date(2025, 1, 1), date(2028, 12, 31))
    assert found.days == 365 + 365 + 365 + 366
    assert found.now == found.instant_of(date(2026, 11, 22))


def test_a_slip_of_the_pen_costs_no_memory() -> None:
    text = "alignplan: 1\nplan: {title: P}\ntactics: {t: {title: T, started: 0001-01-01, due: 9999-12-31}}\n"
    found = grid(assess(text))
    assert (found.origin, found.last) == (date(1996, 1, 1), date(2056, 12, 31))
    assert found.instant_of(date.min) < 0
    assert found.last_day(found.instant_of(date.max, end=True)) == date.max
    assert found.day_of(10**12) == found.last_day(10**12) == date.max
    assert found.day_of(-(10**12)) == date.min


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_like_any_other(as_of: str) -> None:
    plan = assess("alignplan: 1\nplan: {title: P}\npeople: {mia: {name: Mia, capacity: 50%}}\n", as_of=as_of)
    found = grid(plan)
    day = date.fromisoformat(as_of)
    assert found.day_of(found.now) == day
    assert found.last_day(found.instant_of(day, end=True)) == day
    assert found.axis_of(item(plan, "mia")) is found.working


def test_days_are_listed_as_far_as_one_asks() -> None:
    assert grid(assess(OFFICE), through=date(2031, 5, 5)).last == date(2031, 5, 5)
    assert grid(assess(OFFICE), through=date(2026, 5, 5)).last == date(2028, 12, 31)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_every_day_leads_to_its_instants_and_back(day: date) -> None:
    found = GRID
    begin, end = found.instant_of(day), found.instant_of(day, end=True)
    assert end - begin == found.per_day
    assert {found.day_of(begin), found.day_of(end - 1), found.last_day(begin + 1), found.last_day(end)} == {
        day
    }
    assert found.day_of(end) == day + timedelta(days=1)


# ------------------------------------------------------------ lengths


@pytest.mark.parametrize(
    ("text", "slots", "elapsed"),
    [
        ("1d", 8, 8), ("2w", 80, 112), ("6h", 6, 2), ("1h", 1, 1), ("0d", 0, 0), ("0.5d", 4, 4), ("0.1d", 1, 1),
        ("1m", 174, 244), ("12m", 2088, 2922), ("-2d", -16, -16), ("-1.5h", -1, 0), ("-1w", -40, -56), ("0.3h", 1, 1),
    ],
)  # fmt: skip
def test_lengths_in_slots_are_rounded_up(text: str, slots: int, elapsed: int) -> None:
    found = office()
    assert found.slots(read_lag(text)) == slots
    assert found.elapsed_slots(read_lag(text)) == elapsed


def test_days_and_weeks_are_those_of_the_calendar_that_is_asked() -> None:
    found, four = office(), WorkCalendar(frozenset(range(4)), 9.0)
    assert [found.slots(Duration(1, unit), four) for unit in "hdw"] == [1, 9, 36]


def test_a_day_of_odd_hours_is_as_many_slots_as_are_worked_in_it() -> None:
    plan = "alignplan: 1\nplan: {title: P, calendar: c}\ncalendars: {c: {hours: 7.6}}\npeople: {mia: {capacity: 50%}}\n"
    found = grid(assess(plan))
    assert [found.slots(read_lag(text)) for text in ("1d", "7.6h", "3.8h")] == [30, 30, 15]


# ------------------------------------------------------------ who works when


def test_the_axis_of_a_calendar_leaves_out_weekends_and_days_off() -> None:
    found = office()
    assert worked(found, "mia", "2026-12-23", "2026-12-24", "2026-12-25", "2026-12-26") == [8, 0, 0, 0]
    assert worked(found, "mia", "2026-12-28", "2026-10-31", "2028-02-29") == [8, 0, 8]
    assert list(found.working.beyond) == [8, 8, 8, 8, 8, 0, 0]  # 2029 begins on a Monday


def test_someone_on_another_calendar_works_on_its_days_and_as_long() -> None:
    found = office()
    assert worked(found, "lena", "2026-11-22", "2026-11-23", "2026-11-27", "2026-11-28") == [7, 7, 0, 0]
    assert worked(found, "mia", "2026-11-22", "2026-11-23", "2026-11-27", "2026-11-28") == [0, 8, 8, 0]


def test_nobody_works_before_their_first_day_or_after_their_last() -> None:
    found = office()
    assert worked(found, "lena", "2026-03-01", "2026-03-02", "2027-06-30", "2027-07-01") == [0, 7, 7, 0]
    axis = found.axis_of(item(assess(OFFICE), "lena"))
    assert list(axis.beyond) == [0] * 7
    assert axis.ends == sum(axis.worked)


def test_leave_takes_whole_days_or_hours_and_never_more_than_there_is() -> None:
    found = office()
    assert worked(found, "ines", "2026-07-31", "2026-08-03", "2026-08-12") == [8, 0, 0]
    assert worked(found, "ines", "2026-08-21", "2026-08-24", "2026-12-23") == [0, 8, 0]
    assert worked(found, "ruth", "2026-12-29", "2026-12-30", "2026-12-31") == [8, 0, 5]


def test_axes_that_are_the_same_are_one() -> None:
    plan = assess(OFFICE)
    found = grid(plan)
    assert found.axis_of(item(plan, "mia")) is found.axis_of(item(plan, "bo")) is found.working
    assert found.axis_of(item(plan, "lab")) is found.working
    assert found.axis_of(item(plan, "ines")) is not found.working
    assert found.elapsed.always
    assert found.elapsed is found.elapsed


def test_a_team_works_when_one_of_it_does() -> None:
    text = OFFICE.replace("mia: {name: Mia}", "mia: {name: Mia, team: lab, leave: 2026-12}").replace(
        "ines: {name: Ines,", "ines: {name: Ines, team: lab,"
    )
    plan = assess(text)
    found = grid(plan)
    axis = found.axis_of(item(plan, "lab"))
    days = ("2026-12-22", "2026-12-23", "2026-12-28", "2026-08-10")
    assert [axis.worked[(date.fromisoformat(day) - found.origin).days] for day in days] == [8, 0, 8, 8]
    assert [node.id for node in found.members(item(plan, "lab"))] == ["mia", "ines"]


GRID = office()
_OFF = frozenset(
    date.fromisoformat(day)
    for day in ("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-10-03",
                "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01")
)  # fmt: skip
"""The public holidays of Lower Saxony, from its own calendar of 2026, and the one day that the plan adds."""


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(1, 240))
def test_work_ends_where_one_would_end_it_with_a_calendar_and_a_pencil(start: date, hours: int) -> None:
    found, axis = GRID, GRID.working
    day, left = start, hours
    while True:
        if day.weekday() < 5 and day not in _OFF:
            left -= 8
        if left <= 0:
            break
        day += timedelta(days=1)
    finish = axis.finish(found.instant_of(start), found.slots(Duration(hours, "h")))
    if day <= date(2027, 1, 2):
        assert found.last_day(finish) == day
        assert finish - found.instant_of(day) == 8 + left


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2026-12-22", 3, "2026-12-28"),  # Christmas
        ("2026-12-31", 2, "2027-01-04"),  # New Year
        ("2028-02-28", 2, "2028-02-29"),
        ("2028-02-29", 2, "2028-03-01"),
        ("2027-02-26", 2, "2027-03-01"),  # no leap year
        ("2026-03-27", 2, "2026-03-30"),  # clocks change: a day is a day
        ("2026-11-21", 1, "2026-11-23"),  # begun on a Saturday
    ],
)
def test_work_over_the_ends_of_years_and_months(start: str, days: int, last: str) -> None:
    finish = GRID.working.finish(GRID.instant_of(date.fromisoformat(start)), GRID.slots(Duration(days, "d")))
    assert GRID.last_day(finish) == date.fromisoformat(last)


def test_calendar_time_knows_no_weekends() -> None:
    start, fortnight = GRID.instant_of(date(2026, 12, 23)), GRID.elapsed_slots(Duration(14, "d"))
    assert GRID.last_day(GRID.elapsed.finish(start, fortnight)) == date(2027, 1, 5)
