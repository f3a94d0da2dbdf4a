"""Leave, first and last days: whole days and hours of them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from alignplan.analysis.calendars.absences import Away, away

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def person(
    *leave: tuple[date, date, float | None], begins: date | None = None, ends: date | None = None
) -> SimpleNamespace:
    spans = tuple(SimpleNamespace(from_=one, until=other, hours=hours) for one, other, hours in leave)
    return SimpleNamespace(from_=begins, until=ends, leave=spans)


def test_overlaps_are_merged_and_what_touches_is_one() -> None:
    found, hours = away(
        person(
            (date(2026, 8, 10), date(2026, 8, 21), None),
            (date(2026, 8, 3), date(2026, 8, 12), None),
            (date(2026, 8, 22), date(2026, 8, 22), None),
            (date(2026, 12, 24), date(2026, 12, 24), None),
        ),
        FIRST,
        LAST,
    )
    assert found == (Away(date(2026, 8, 3), date(2026, 8, 22)), Away(date(2026, 12, 24), date(2026, 12, 24)))
    assert hours == {}


def test_who_is_not_there_yet_or_any_more_is_away() -> None:
    found, _ = away(person(begins=date(2026, 3, 1), ends=date(2026, 10, 31)), FIRST, LAST)
    assert found == (Away(FIRST, date(2026, 2, 28)), Away(date(2026, 11, 1), LAST))


def test_hours_are_told_by_day_and_add_up() -> None:
    found, hours = away(
        person((date(2026, 12, 31), date(2027, 1, 2), 4.0), (date(2026, 12, 31), date(2026, 12, 31), 2.5)),
        FIRST,
        LAST,
    )
    assert (found, hours) == ((), {date(2026, 12, 31): 6.5})


def test_what_lies_outside_of_the_days_asked_for_is_fine() -> None:
    nobody = person(
        (date(2031, 1, 1), date.max, None), (date.min, date(2001, 1, 1), 3.0), begins=date.min, ends=date.max
    )
    assert away(nobody, FIRST, LAST) == ((), {})


def test_leave_that_ends_before_it_begins_is_none() -> None:
    assert away(person((date(2026, 8, 21), date(2026, 8, 3), None)), FIRST, LAST) == ((), {})


DAYS = st.dates(date(2025, 10, 1), date(2027, 3, 31))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8), st.none() | DAYS, st.none() | DAYS)
def test_someone_is_away_on_just_the_days_that_say_so(
    leave: list[tuple[date, date]], begins: date | None, ends: date | None
) -> None:
    found, _ = away(
        person(*[(one, other, None) for one, other in leave], begins=begins, ends=ends), FIRST, LAST
    )
    for step in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=step)
        expected = (
            any(one <= day <= other for one, other in leave)
            or (begins is not None and day < begins)
            or (ends is not None and day > ends)
        )
        assert any(span.first <= day <= span.last for span in found) is expected
    assert all((later.first - span.last).days > 1 for span, later in pairwise(found))
