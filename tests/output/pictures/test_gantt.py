"""Bars: as long as the work, filled as far as it is done, hatched where late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.output.pictures.sample import SVG, a_gantt, numbers, read, rects, words

from alignplan.output.pictures.days import scale_of
from alignplan.output.pictures.gantt import Bar, Gantt, gantt

TODAY = date(2026, 11, 22)


def bars(*some: Bar) -> Gantt:
    return Gantt("Northwind", TODAY, some)


def test_a_bar_goes_from_its_first_day_through_its_last() -> None:
    found = gantt(bars(Bar("a", "A", date(2026, 11, 1), date(2026, 11, 30))))
    scale = scale_of([TODAY, date(2026, 11, 1), date(2026, 11, 30)], 280, 960 - 280 - 96)
    ((left, _, right, _),) = rects(found, "accent-tint")
    assert abs(left - scale.x(date(2026, 11, 1))) < 0.01
    assert abs(right - scale.x(date(2026, 12, 1))) < 0.02


def test_it_is_filled_as_far_as_the_work_is_done() -> None:
    found = gantt(bars(Bar("a", "A", date(2026, 11, 1), date(2026, 11, 30), progress=25.0)))
    ((left, _, right, _),) = rects(found, "accent-tint")
    ((begin, _, end, _),) = rects(found, "accent")
    assert begin == left
    assert abs((end - begin) - (right - left) / 4) < 0.02


def test_each_row_says_when_it_ends() -> None:
    found = words(gantt(a_gantt()))
    ends = ["× 11 d late", "✓ 2026-06-12", "2027-01-15", "2027-01-15", "2026-12-08", "no end known"]
    assert [word for word in found if word in ends] == ends
    assert "today 2026-11-22" in found


def test_what_is_done_late_is_past_help() -> None:
    late = Bar("a", "A", date(2026, 11, 1), date(2026, 11, 20), date(2026, 11, 10), late_days=8)
    assert "× 8 d late" in words(gantt(bars(late)))
    done = gantt(bars(replace(late, done=True)))
    assert "✓ 2026-11-20" in words(done)
    assert not any("s-bad" in one.get("class", "") for one in read(done).iter())
    assert done.description == "1 item as of 2026-11-22, 0 of them late"


def test_an_item_without_days_has_no_bar() -> None:
    found = gantt(bars(Bar("a", "A", None, None)))
    assert rects(found, "accent-tint") == []
    assert "no end known" in words(found)


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@settings(deadline=None)
@given(st.lists(st.tuples(days, days, days, st.floats(0, 100)), min_size=1, max_size=8))
def test_bars_lie_inside_the_frame_in_the_order_of_their_days(
    some: list[tuple[date, date, date, float]],
) -> None:
    made = [
        Bar(f"b{at}", "B", min(one, other), max(one, other), due, None, part, int(due < max(one, other)))
        for at, (one, other, due, part) in enumerate(some)
    ]
    found = gantt(bars(*made))
    drawn = rects(found, "accent-tint")
    assert len(drawn) == len(made)
    for (left, top, right, bottom), (before, after) in zip(
        drawn, [(one, other) for one, other in zip(made, made[1:] + made[:1], strict=True)], strict=True
    ):
        assert 280 <= left < right <= 960 - 96 + 2
        assert 42 <= top < bottom <= found.height
        other = drawn[made.index(after)]
        assert before.start is not None
        assert after.start is not None
        assert (before.start <= after.start) == (left <= other[0]) or abs(left - other[0]) < 0.02


def test_hatching_never_leaves_its_bar() -> None:
    late = Bar("a", "A", date(2026, 11, 1), date(2026, 12, 30), date(2026, 11, 10), late_days=30)
    found = gantt(bars(late))
    ((left, top, right, bottom),) = rects(found, "accent-tint")
    (hatching,) = (
        one
        for one in read(found).iter(f"{SVG}path")
        if one.get("class") == "s-bad" and "l" in one.get("d", "")
    )
    for step in hatching.get("d", "").split("M")[1:]:
        x, y, right_by, up_by = numbers(step.replace("l", " "))
        assert left <= x
        assert x + right_by <= right + 0.01
        assert top - 0.01 <= y + up_by <= y <= bottom + 0.01
