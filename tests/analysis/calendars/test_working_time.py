"""Calendars: which days are worked, whose calendar is whose, and the days that are off."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, assess_loosely, item
from tools.places import FILE, written

from alignplan.analysis.calendars.days_off import DaysOff, days_off
from alignplan.analysis.calendars.places import public_holidays
from alignplan.analysis.calendars.working import Calendars
from alignplan.analysis.workdays import WorkDays, work_days
from alignplan.errors import Misuse
from alignplan.model.values.places import known_places

CALENDARS = """
    alignplan: 1
    plan: {title: P, calendar: office}
    calendars:
      office: {hours: 7.5, holidays: [DE-BY, 2026-12-24, 2026-12-28]}
      nights: {workdays: [sun, mon, tue, wed, thu], hours: 7}
      bare: {}
    teams:
      foundry: {title: Foundry, calendar: nights}
      lab: {title: Laboratory}
    people:
      lena: {name: Lena, team: foundry}
      ines: {name: Ines, team: lab}
      gerd: {name: Gerd, team: foundry, calendar: bare}
      ruth: {name: Ruth}
"""
DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
WEEKS = st.frozensets(st.integers(0, 6), min_size=1)
OFF = st.frozensets(DAYS, max_size=60)


def test_a_person_works_by_their_own_calendar_then_their_teams_then_the_plans() -> None:
    plan = assess(CALENDARS)
    calendars = Calendars(plan.graph)
    hours = {
        id: calendars.of(item(plan, id)).hours for id in ("foundry", "lab", "lena", "ines", "gerd", "ruth")
    }
    assert hours == {"foundry": 7.0, "lab": 7.5, "lena": 7.0, "ines": 7.5, "gerd": 8.0, "ruth": 7.5}
    assert calendars.of(item(plan, "lena")) is calendars.of(item(plan, "foundry"))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2026-12-23", 7.5),
        ("2026-12-24", 0.0),  # a single day
        ("2026-12-25", 0.0),  # a public holiday
        ("2026-12-26", 0.0),  # another, on a Saturday
        ("2026-12-27", 0.0),  # a Sunday
        ("2026-12-28", 0.0),
        ("2026-12-29", 7.5),
        ("2027-01-06", 0.0),  # Epiphany, a holiday in Bavaria only
        ("2026-06-04", 0.0),  # Corpus Christi, a Thursday
        ("2028-02-29", 7.5),
    ],
)
def test_the_hours_of_a_day(day: str, hours: float) -> None:
    calendar = Calendars(assess(CALENDARS).graph).default
    assert calendar.hours_on(date.fromisoformat(day)) == hours
    assert calendar.works(date.fromisoformat(day)) is bool(hours)


def test_without_a_calendar_monday_to_friday_is_worked_eight_hours_a_day() -> None:
    calendar = Calendars(assess("alignplan: 1\nplan: {title: P}\n").graph).default
    assert (calendar.week, calendar.hours, calendar.off.any) == (frozenset(range(5)), 8.0, False)


def test_a_calendar_that_is_not_there_is_the_plans() -> None:
    plan = assess_loosely(
        "alignplan: 1\nplan: {title: P}\npeople: {mia: {name: Mia, calendar: nowhere, team: none}}\n"
    )
    calendars = Calendars(plan.graph)
    assert calendars.of(item(plan, "mia")) == calendars.default


def test_a_period_among_the_holidays_is_all_of_its_days() -> None:
    off = days_off(["2028-02", "2026-12-24", "FY2027-Q1"], 7)
    assert len(off.between(date(2028, 2, 1), date(2028, 2, 29))) == 29
    assert date(2026, 7, 1) in off
    assert date(2026, 9, 30) in off
    assert date(2026, 10, 1) not in off
    assert off.places == ()


def test_days_off_between_two_days_have_both_ends() -> None:
    off = DaysOff(frozenset({date(2026, 12, 24), date(2026, 12, 31)}))
    assert off.between(date(2026, 12, 24), date(2026, 12, 31)) == off.dates
    assert off.between(date(2026, 12, 25), date(2026, 12, 30)) == frozenset()
    assert off.between(date(2026, 12, 31), date(2026, 12, 24)) == frozenset()


# ------------------------------------------------------------ places


def test_public_holidays_are_those_of_the_place_and_the_year() -> None:
    assert date(2026, 11, 1) in public_holidays("DE-BY", 2026)
    assert date(2026, 11, 1) not in public_holidays("DE", 2026)
    assert date(2026, 3, 17) in public_holidays("IE", 2026)


@pytest.mark.parametrize(("place", "year"), [("DE", 1), ("DE", 9999), ("XX", 2026), ("DE-XX", 2026)])
def test_where_nobody_knows_any_there_are_none(place: str, year: int) -> None:
    assert list(public_holidays(place, year)) == []


def test_without_the_library_one_line_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    public_holidays.cache_clear()
    with pytest.raises(Misuse) as caught:
        public_holidays("DE-BY", 2026)
    assert str(caught.value) == "the public holidays of `DE-BY` need the package `holidays`"
    assert caught.value.hint == "`pip install holidays` installs it"


def test_the_places_of_the_format_are_those_of_the_library() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert written(text) == text, "python tools/places.py"
    assert {"BY", "BE", "NI"} <= known_places()["DE"]
    assert known_places()["DK"] == frozenset()


def test_every_known_place_is_known_to_the_library() -> None:
    for country in ("AD", "AT", "CH", "DE", "GB", "IT", "PL", "US"):
        for part in (None, *sorted(known_places()[country])):
            place = country if part is None else f"{country}-{part}"
            assert public_holidays(place, 2026), place


# ------------------------------------------------------------ working days


def counted(days: WorkDays, day: date, through: date) -> int:
    """The working days after a day, one by one."""
    off = days.off.dates if days.off is not None else frozenset()
    span = (day + timedelta(days=step) for step in range(1, (through - day).days + 1))
    return sum(one.weekday() in days.days and one not in off for one in span)


@given(WEEKS, OFF, DAYS, DAYS)
def test_working_days_are_counted_as_one_would_on_a_calendar(
    week: frozenset[int], off: frozenset[date], day: date, through: date
) -> None:
    days = WorkDays(week, DaysOff(off))
    assert days.after(day, through) == counted(days, day, through)
    assert days.off_after(day, through) == sorted(
        one for one in off if day < one <= through and one.weekday() in week
    )


@given(WEEKS, OFF, DAYS, st.integers(1, 300))
def test_the_day_that_is_reached_is_the_first_with_so_many(
    week: frozenset[int], off: frozenset[date], day: date, amount: int
) -> None:
    days = WorkDays(week, DaysOff(off))
    found = days.reached(day, amount)
    assert found is not None
    assert counted(days, day, found) == amount
    assert found.weekday() in week
    assert found not in off


@pytest.mark.parametrize(
    ("day", "through", "count"),
    [
        ("2028-02-28", "2028-03-01", 2),  # over 29 February, a Tuesday
        ("2026-12-23", "2027-01-07", 6),  # 24, 25, 28 December, New Year and Epiphany are off
        ("2026-12-31", "2026-12-31", 0),
        ("2027-01-07", "2026-12-23", 0),
        ("0001-01-01", "0001-01-08", 5),
        ("9999-12-24", "9999-12-31", 5),
    ],
)
def test_leap_days_and_the_ends_of_years_count_right(day: str, through: str, count: int) -> None:
    days = work_days(assess(CALENDARS).graph)
    assert days.after(date.fromisoformat(day), date.fromisoformat(through)) == count


def test_over_all_the_calendar_has_nothing_overflows() -> None:
    days = work_days(assess(CALENDARS).graph)
    assert days.after(date.min, date.max) > 2_500_000
    assert days.reached(date(9999, 12, 30), 10) is None
    assert days.reached(date.max, 1) is None
    assert WorkDays().reached(date.min, 1) == date(1, 1, 2)
