"""Dates of a plan moved by so many days; all else stays as it was written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.starters.moving import moved_csv, moved_yaml


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("due: 2026-11-22\n", "due: 2026-12-02\n"),
        ('due: "2026-11-22"  # by then\n', "due: 2026-12-02  # by then\n"),
        ("due: 2026-Q3\n", "due: 2026-10-10\n"),
        ("start: 2026-Q3\n", "start: 2026-07-11\n"),
        ("start: 2026\ndue: 2026\n", "start: 2026-01-11\ndue: 2027-01-10\n"),
        ("due: FY2027\n", "due: 2027-07-10\n"),
        ("start: FY2027-Q1\n", "start: 2026-07-11\n"),
        ("horizon: {start: 2026-01-01, due: 2030-12-31}\n", "horizon: {start: 2026-01-11, due: 2031-01-10}\n"),
        ("actuals: {2026-01-31: 5, 2026-02: {value: 6, note: 2026-03-01}}\n",
         "actuals: {2026-02-10: 5, 2026-03-10: {value: 6, note: 2026-03-01}}\n"),
        ("checkpoints:\n  2026-12-31: 2026\n  2027: 2027\n", "checkpoints:\n  2027-01-10: 2026\n  2028-01-10: 2027\n"),
        ("target: {date: 2026-12-31, value: 2026}\n", "target: {date: 2027-01-10, value: 2026}\n"),
        ("range: {high: 3, by: 2026}\n", "range: {high: 3, by: 2027-01-10}\n"),
        ("moves: {k: {by: 2026, lag: 3m}}\n", "moves: {k: {by: 2026, lag: 3m}}\n"),
        ("leave: [2026-12-24, {from: 2026-08-03, until: 2026-08-21}]\n",
         "leave: [2027-01-03, {from: 2026-08-13, until: 2026-08-31}]\n"),
        ("leave: 2026-08\n", "leave: {from: 2026-08-11, until: 2026-09-10}\n"),
        ("leave:\n  - 2026-08\n", "leave:\n  - {from: 2026-08-11, until: 2026-09-10}\n"),
        ("holidays: [DE-BY, 2026-12-24]\n", "holidays: [DE-BY, 2027-01-03]\n"),
        ("person: {from: 2026-01-01, until: 2029-06-30}\n", "person: {from: 2026-01-11, until: 2029-07-10}\n"),
        ("title: Ready by 2026-11-22\nnotes: 2026-11-22\n", "title: Ready by 2026-11-22\nnotes: 2026-11-22\n"),
        ("# due: 2026-11-22\n", "# due: 2026-11-22\n"),
        ("t: {}  # alignplan: ignore[A101] x, until 2026-12-31\n", "t: {}  # alignplan: ignore[A101] x, until 2027-01-10\n"),
        ("review: 2026-09-30\noccurred: 2026-02-01\nclosed: 2026-03-01\nactivated: 2026-04-01\nas_of: 2026-01-15\n",
         "review: 2026-10-10\noccurred: 2026-02-11\nclosed: 2026-03-11\nactivated: 2026-04-11\nas_of: 2026-01-25\n"),
        ("started: 2026-02-09\nfinished: 2026-03-02\n", "started: 2026-02-19\nfinished: 2026-03-12\n"),
        ("not_before: 2026-02\ndue: {date: 2026-02, must: true}\n", "not_before: 2026-02-11\ndue: {date: 2026-03-10, must: true}\n"),
        ("t:\n  supports: o\n  confirmed: {o: 0f9a1c-77d0e2-0b1c9a-e41d07}  # by all\n  due: 2026\n",
         "t:\n  supports: o\n  due: 2027-01-10\n"),
        ("due: soon\nstart: [2026]\n", "due: soon\nstart: [2026]\n"),
    ],
)  # fmt: skip
def test_ten_days_later(text: str, moved: str) -> None:
    assert moved_yaml(text, 10, 7) == moved


def test_line_ends_and_layout_stay() -> None:
    text = "due:   2026-11-22\r\n\r\nactuals: {\r\n  2026-01-31:   5 }\r\n"
    assert moved_yaml(text, 1, 0) == text.replace("2026-11-22", "2026-11-23").replace(
        "2026-01-31", "2026-02-01"
    )


def test_the_calendar_ends_somewhere() -> None:
    assert moved_yaml("due: 2026-11-22\n", 10**9, 0) == "due: 9999-12-31\n"
    assert moved_yaml("due: 2026-11-22\n", -(10**9), 0) == "due: 0001-01-01\n"


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(-20_000, 20_000))
def test_there_and_back(day: date, days: int) -> None:
    text = f"start: {day}\nactuals: {{{day}: 1}}\n"
    assert moved_yaml(moved_yaml(text, days, 0), -days, 0) == text
    assert moved_yaml(text, days, 0).startswith(f"start: {day + timedelta(days)}\n")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("date,value\n2026-01-01,5\n", "date,value\n2026-01-11,5\n"),
        ("value,date\r\n5,2026-01-01\r\n", "value,date\r\n5,2026-01-11\r\n"),
        (
            'date,value,note\n"2026-01-01",5,from 2026-01-01 on\n',
            'date,value,note\n"2026-01-11",5,from 2026-01-01 on\n',
        ),
        (
            "date,value\n2026-Q1,2026\n2026-04,7\nFY2027,8",
            "date,value\n2026-04-10,2026\n2026-05-10,7\n2027-07-10,8",
        ),
        ("date,value\nsoon,5\n", "date,value\nsoon,5\n"),
    ],
)
def test_series_ten_days_later(text: str, moved: str) -> None:
    assert moved_csv(text, 10, 7) == moved
