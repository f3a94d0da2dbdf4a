"""Days, and the periods that stand for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.model.values import day_of, start_of

MONTHS = st.integers(1, 12)
DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-11-22", date(2026, 11, 22), date(2026, 11, 22)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("FY2027", date(2026, 7, 1), date(2027, 6, 30)),
        ("FY2027-Q1", date(2026, 7, 1), date(2026, 9, 30)),
        ("FY2027-Q4", date(2027, 4, 1), date(2027, 6, 30)),
    ],
)
def test_a_period_has_its_first_and_its_last_day(text: str, start: date, end: date) -> None:
    assert (start_of(text, 7), day_of(text, 7)) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "0000", "26", "2026-2-3", "2026-02-30", "2027-02-29", " 2026", "2026\n",
     "20261122", "2026-W05", "2026-11-22T00:00", "FY26", "FY2027-Q5", "fy2027", "FY0001", "FY9999", "２０２６"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert day_of(text, 7) is None
    assert start_of(text, 7) is None


def test_a_fiscal_year_needs_its_first_month() -> None:
    assert day_of("FY2027", 0) is None
    assert day_of("2027", 0) == date(2027, 12, 31)


def test_a_fiscal_year_from_january_is_the_calendar_year() -> None:
    assert (start_of("FY2027", 1), day_of("FY2027", 1)) == (date(2027, 1, 1), date(2027, 12, 31))


def quarters(year: int, first_month: int) -> list[tuple[date, date]]:
    spans = []
    for quarter in range(1, 5):
        start, end = (read(f"FY{year}-Q{quarter}", first_month) for read in (start_of, day_of))
        assert start is not None
        assert end is not None
        spans.append((start, end))
    return spans


@given(DAYS, MONTHS)
def test_a_day_belongs_to_one_quarter_of_one_fiscal_year(day: date, first_month: int) -> None:
    spans = [span for year in (day.year, day.year + 1) for span in quarters(year, first_month)]
    assert sum(start <= day <= end for start, end in spans) == 1


@given(st.integers(1800, 2200), MONTHS)
def test_quarters_follow_each_other_and_fill_the_year_that_is_named_after_its_end(
    year: int, first_month: int
) -> None:
    spans = quarters(year, first_month)
    assert (spans[0][0], spans[-1][1]) == (
        start_of(f"FY{year}", first_month),
        day_of(f"FY{year}", first_month),
    )
    assert [end + timedelta(1) for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    assert spans[-1][1].year == year
    assert spans[0][0].month == first_month


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    assert start_of(day.isoformat(), 0) == day_of(day.isoformat(), 0) == day
