"""Weeks, months and quarters, whole or as far as they lie between two days."""

from __future__ import annotations

from datetime import date

import pytest

from alignplan.analysis.load.periods import By, Stretch, stretches


def told(first: str, last: str, by: By, year_starts: int = 1) -> list[str]:
    found = stretches(date.fromisoformat(first), date.fromisoformat(last), by, year_starts)
    return [f"{one.name} {one.first} {one.last}" for one in found]


def test_months() -> None:
    assert told("2026-11-22", "2027-01-15", By.MONTH) == [
        "2026-11 2026-11-22 2026-11-30",
        "2026-12 2026-12-01 2026-12-31",
        "2027-01 2027-01-01 2027-01-15",
    ]


def test_weeks_begin_on_monday_and_are_named_after_their_thursday() -> None:
    assert told("2026-12-27", "2027-01-05", By.WEEK) == [
        "2026-W52 2026-12-27 2026-12-27",
        "2026-W53 2026-12-28 2027-01-03",
        "2027-W01 2027-01-04 2027-01-05",
    ]


@pytest.mark.parametrize(
    ("year_starts", "names"),
    [
        (1, ["2026-Q4 2026-11-22 2026-12-31", "2027-Q1 2027-01-01 2027-03-31"]),
        (7, ["FY2027-Q2 2026-11-22 2026-12-31", "FY2027-Q3 2027-01-01 2027-03-31"]),
        (
            12,
            [
                "FY2026-Q4 2026-11-22 2026-11-30",
                "FY2027-Q1 2026-12-01 2027-02-28",
                "FY2027-Q2 2027-03-01 2027-03-31",
            ],
        ),
    ],
)
def test_quarters_begin_with_the_year(year_starts: int, names: list[str]) -> None:
    assert told("2026-11-22", "2027-03-31", By.QUARTER, year_starts) == names


def test_a_leap_day_and_the_end_of_all_days() -> None:
    assert told("2028-02-29", "2028-02-29", By.MONTH) == ["2028-02 2028-02-29 2028-02-29"]
    assert told("9999-12-30", "9999-12-31", By.WEEK) == ["9999-W52 9999-12-30 9999-12-31"]
    assert told("9999-12-01", "9999-12-31", By.MONTH) == ["9999-12 9999-12-01 9999-12-31"]


def test_nothing_between_days_that_are_reversed() -> None:
    assert told("2026-12-01", "2026-11-30", By.MONTH) == []


def test_days_are_counted_from_today() -> None:
    one = Stretch(date(2026, 12, 1), date(2026, 12, 31), "2026-12")
    assert one.within(date(2026, 11, 22)) == (9, 40)
