"""Figures in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.analysis.wording import amount_text, money_text, percent_text


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (0, "0 %"),
        (0.2, "1 %"),
        (-0.2, "-1 %"),
        (44.6, "45 %"),
        (99.4, "99 %"),
        (99.99, "99 %"),
        (100, "100 %"),
        (100.4, "100 %"),
        (182, "182 %"),
    ],
)
def test_percentages_never_round_up_to_100_or_down_to_0(percent: float, text: str) -> None:
    assert percent_text(percent) == text


@given(st.floats(-1e6, 1e6))
def test_only_all_is_100_and_only_nothing_is_0(percent: float) -> None:
    text = percent_text(percent)
    assert (text == "0 %") == (percent == 0)
    assert text != "100 %" or percent >= 100


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (18.4, "%", "18.4 %"),
        (18.49451, "%", "18.49 %"),
        (1464.706, "people", "1,465 people"),
        (1, "yes/no", "yes"),
        (0, "yes/no", "no"),
        (0.5, "yes/no", "0.5 yes/no"),
        (5, None, "5"),
        (-1234567, "EUR", "-1,234,567 EUR"),
        (1e15, None, "1,000,000,000,000,000"),
        (-1e300, "EUR", "-1e+300 EUR"),
    ],
)
def test_values_with_their_unit(value: float, unit: str | None, text: str) -> None:
    assert amount_text(value, unit) == text


def test_money() -> None:
    assert [money_text(21000, "EUR"), money_text(1000.5, None), money_text(0, "CHF")] == [
        "21,000 EUR",
        "1,000.50",
        "0 CHF",
    ]
