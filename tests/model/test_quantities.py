"""Numbers, percentages and durations: one exact value each, or none."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.model.values import Duration, Fault, amount_of, number_of, percent_of, read_percent
from alignplan.model.values.durations import read_lag, read_span
from alignplan.text.tree import Quoted

PLAIN = st.one_of(
    st.integers(-(10**15), 10**15).map(str),
    st.decimals(-(10**14), 10**14, allow_nan=False, places=4).map(lambda number: format(number, "f")),
)


@given(PLAIN)
def test_a_number_is_what_it_says(text: str) -> None:
    assert number_of(text) == float(text)
    assert amount_of(text) == float(text)


@given(st.text(max_size=12))
def test_no_text_is_a_number_that_is_not_finite(text: str) -> None:
    number = number_of(text)
    assert number is None or (math.isfinite(number) and abs(number) <= 1e15)


@pytest.mark.parametrize(
    "text",
    ["nan", "inf", "-inf", ".nan", ".inf", "infinity", "1_000", "1,000", "0x1F", "0o7", "012", "-01", "1:30", "١", "1e", "--1",
     "+", ".", "", " 1", "1 ", "1" + "0" * 16, "9" * 5000, "1e400"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert number_of(text) is None


def test_in_quotes_a_number_is_a_text_and_a_percentage_stays_one() -> None:
    assert number_of(Quoted("40")) is None
    assert percent_of(Quoted("40")) is None
    assert percent_of(Quoted("40%")) == percent_of("40 %") == percent_of("40") == 40.0


def test_nothing_is_ever_minus_zero() -> None:
    assert math.copysign(1, number_of("-0") or 0.0) == 1


@given(st.integers(1, 1000))
def test_a_bare_number_up_to_one_is_no_percentage(thousandth: int) -> None:
    text = format(thousandth / 1000, "g")
    with pytest.raises(Fault) as caught:
        read_percent(text)
    assert caught.value.code == "E007"
    assert read_percent(f"{text}%") == float(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0.5", ("`0.5` may be 0.5 % or 50 %", "write 50% or 0.5%")),
        ("1", ("`1` may be 1 % or 100 %", "write 100% or 1%")),
        ("-3", ("`-3` is not a percentage", "write 40% or 40")),
    ],
)
def test_what_a_bad_percentage_is_told(text: str, says: tuple[str, str]) -> None:
    with pytest.raises(Fault) as caught:
        read_percent(text)
    assert (caught.value.message, caught.value.help) == says


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3d", 3.0),
        ("1.5d", 1.5),
        ("2w", 10.0),
        ("4h", 0.5),
        ("0d", 0.0),
        ("+3d", 3.0),
        ("3 d", 3.0),
        ("1m", 21.75),
    ],
)
def test_a_duration_in_working_days(text: str, days: float) -> None:
    assert read_span(text).days() == days


def test_a_duration_in_working_days_of_another_week() -> None:
    assert read_span("2w").days(hours=7.5, week=4) == 8.0
    assert read_span("15h").days(hours=7.5, week=4) == 2.0


@pytest.mark.parametrize(
    ("text", "day", "later"),
    [
        ("1m", date(2026, 1, 31), date(2026, 2, 28)),
        ("1m", date(2028, 1, 31), date(2028, 2, 29)),
        ("12m", date(2028, 2, 29), date(2029, 2, 28)),
        ("-1m", date(2026, 3, 31), date(2026, 2, 28)),
        ("13m", date(2026, 12, 1), date(2028, 1, 1)),
        ("2w", date(2026, 12, 24), date(2027, 1, 7)),
        ("36h", date(2026, 1, 1), date(2026, 1, 2)),
        ("-3d", date(2026, 1, 1), date(2025, 12, 29)),
        ("999999w", date(2026, 1, 1), date.max),
        ("-999999m", date(2026, 1, 1), date.min),
    ],
)
def test_a_day_so_much_later(text: str, day: date, later: date) -> None:
    assert read_lag(text).after(day) == later


@given(st.integers(-(10**6), 10**6), st.sampled_from("hdwm"))
def test_a_duration_is_written_as_it_is_read(amount: int, unit: str) -> None:
    assert read_lag(
        str(Duration(float(amount), unit)) if abs(amount) < 10**5 else f"{amount}{unit}"
    ) == Duration(float(amount), unit)
