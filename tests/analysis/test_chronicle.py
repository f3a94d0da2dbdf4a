"""Versions over time: which are shown, and how far dates slipped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alignplan.analysis.chronicle import Chronicle, Every, Move, Point, Track, sampled, slips, tracks
from alignplan.analysis.figures.interface import Value

DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(60)]


def point(day: int) -> Point:
    return Point(str(day), date(2026, 1, day), "", {})


@pytest.mark.parametrize(
    ("most", "every", "number"),
    [
        (60, Every.COMMIT, 60),
        (59, Every.WEEK, 9),
        (8, Every.MONTH, 3),
        (2, Every.QUARTER, 1),
        (0, Every.YEAR, 1),
    ],
)
def test_the_finest_period_that_gives_few_enough(most: int, every: Every, number: int) -> None:
    at, found = sampled(DAYS, None, most)
    assert (found, len(at), at[-1]) == (every, number, 59)


def test_the_last_of_each_period() -> None:
    days = [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 1), date(2026, 4, 1)]
    assert sampled(days, Every.DAY, 1) == ([0, 1, 3, 4], Every.DAY)
    assert sampled(days, Every.WEEK, 1) == ([3, 4], Every.WEEK)  # the week of New Year is one
    assert sampled(days, Every.MONTH, 1) == ([1, 3, 4], Every.MONTH)
    assert sampled(days, Every.YEAR, 1) == ([1, 4], Every.YEAR)
    assert sampled([], None, 40) == ([], Every.COMMIT)


def test_slips_are_the_moves_between_known_dates() -> None:
    points = tuple(map(point, (1, 2, 3, 4)))
    may, june, july = date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 31)
    rows = (
        Track("still", "tactic", "", (may, may, may, may)),
        Track("late", "tactic", "", (may, None, june, july)),
        Track("back", "tactic", "", (july, may, july, july)),
        Track("early", "tactic", "", (None, july, may, None)),
        Track("new", "tactic", "", (None, None, None, may)),
    )
    found = slips(Chronicle(points, ("stated-due",), of_items=True, tracks=rows))
    assert [(slip.track.id, slip.days) for slip in found] == [("late", 61), ("early", -61), ("back", 0)]
    assert found[0].moves == (Move(points[2], may, june), Move(points[3], june, july))
    assert found[2].moves == (Move(points[1], july, may), Move(points[2], may, july))


def test_tracks_have_a_value_for_every_point() -> None:
    states: list[dict[str, tuple[str, str, Value]]] = [
        {"a": ("tactic", "Old", 1.0)},
        {},
        {"b": ("kpi", "B", 3.0), "a": ("tactic", "New", 2.0)},
    ]
    assert tracks(states) == (
        Track("a", "tactic", "New", (1.0, None, 2.0)),
        Track("b", "kpi", "B", (None, None, 3.0)),
    )
