"""A KPI over time: every value inside the frame, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.output.pictures.sample import SVG, a_course, numbers, read, words

from alignplan.output.pictures.kpis import HIGH, WIDE, Course, kpi_panel, kpi_panels
from alignplan.output.tone import Tone

BARE = Course("k", "Calls", "○ no data", Tone.MUTED, "–", "–", "nothing measured", date(2026, 11, 22), (), ())


def test_what_is_read_in_a_panel() -> None:
    found = words(kpi_panel(a_course()))
    assert found[:5] == [
        "Share of the market",
        "▲ behind",
        "18 %",
        "target 19 % by 2026-12-31",
        "chance 29 %",
    ]
    assert kpi_panel(a_course()).description == "▲ behind, now 18 %, target 19 % by 2026-12-31"


def test_without_values_it_says_so() -> None:
    assert "no values yet" in words(kpi_panel(BARE))


def test_yes_and_no_are_words() -> None:
    path = ((date(2026, 1, 1), 0.0), (date(2026, 12, 31), 1.0))
    found = words(kpi_panel(replace(BARE, path=path, step=True, yes_no=True)))
    assert "yes" in found
    assert "no" in found
    assert "0.5" not in found


def test_more_than_one_stand_side_by_side() -> None:
    one, four = kpi_panels("Northwind", [a_course()]), kpi_panels("Northwind", [a_course()] * 4)
    assert four.width == 3 * WIDE + 40
    assert one.width == 2 * WIDE + 20
    assert four.height - one.height == HIGH + 20
    assert [word for word in words(four) if word == "Share of the market"] == ["Share of the market"] * 4


values = st.floats(-1e300, 1e300, allow_nan=False) | st.sampled_from([0.0, 1.0, 1e-300, -5e-324])
marks = st.lists(st.tuples(st.dates(), values), min_size=0, max_size=5, unique_by=lambda mark: mark[0])


@settings(deadline=None)
@given(marks, marks, st.none() | values, st.none() | values, st.booleans())
def test_every_curve_stays_in_its_frame(
    actuals: list[tuple[date, float]],
    path: list[tuple[date, float]],
    low: float | None,
    high: float | None,
    step: bool,
) -> None:
    course = replace(
        BARE, actuals=tuple(sorted(actuals)), path=tuple(sorted(path)), low=low, high=high, step=step
    )
    for one in read(kpi_panel(course)).iter(f"{SVG}path"):
        absolute = re.sub(r"[a-z][^A-Z]*", "", one.get("d", ""))
        at = numbers(absolute.replace("V", " 0 ").replace("H", " "))
        xs, ys = at[::2], at[1::2]
        assert all(0 <= x <= WIDE for x in xs), one.get("d")
        assert all(0 <= y <= HIGH for y in ys), one.get("d")


def test_the_curve_goes_through_what_was_measured() -> None:
    (curve,) = (one for one in read(kpi_panel(a_course())).iter(f"{SVG}path") if one.get("class") == "s-warn")
    first, last = re.findall(r"[ML]([\d.]+) ([\d.]+)", curve.get("d", ""))
    assert float(first[0]) < float(last[0])
    assert float(first[1]) > float(last[1])
