"""Days along a line."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from alignplan.output.pictures.days import scale_of, ticks


@settings(deadline=None)
@given(st.lists(st.dates(), min_size=1, max_size=6))
def test_all_days_lie_on_the_line_in_their_order(days: list[date]) -> None:
    scale = scale_of(days, 100, 500)
    xs = [scale.x(day) for day in sorted(days)]
    assert xs == sorted(xs)
    assert xs[0] >= 100
    assert xs[-1] + scale.day <= 600.001


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_marks_are_apart_and_on_the_line(one: date, other: date) -> None:
    scale = scale_of([one, other], 0, 500)
    found = ticks(scale)
    assert len(found) <= 500 / 36 + 1
    assert all(scale.first <= day <= scale.last for day, _ in found)
    assert all((after - before).days * scale.day >= 36 for (before, _), (after, _) in pairwise(found))


def test_the_finest_marks_for_which_there_is_room() -> None:
    def named(first: str, last: str) -> list[str]:
        return [
            name for _, name in ticks(scale_of([date.fromisoformat(first), date.fromisoformat(last)], 0, 500))
        ]

    assert named("2026-11-02", "2026-12-13") == [
        "11-02", "11-09", "11-16", "11-23", "11-30", "12-07", "12-14",
    ]  # fmt: skip
    assert named("2026-01-10", "2026-06-20")[:2] == ["2026-02", "2026-03"]
    assert named("2026-01-10", "2027-06-20")[:2] == ["2026 Q1", "2026 Q2"]
    assert named("2026-01-10", "2031-06-20") == ["2026", "2027", "2028", "2029", "2030", "2031"]
    assert named("0001-01-01", "9999-12-31")[:2] == ["1000", "2000"]
