"""Series as lines of bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignplan.output.ink import Ink
from alignplan.output.sparkline import sparkline


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        ([], ""),
        ([5], "▄"),
        ([5, 5, 5], "▄▄▄"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([3, 2, 1], "█▅▁"),
        ([-2, 0, -1], "▁█▅"),
        ([99, *range(8)], "▁▂▃▄▅▆▇█"),
        ([-1e300, 1e300], "▁█"),
    ],
)
def test_bars_go_from_the_lowest_to_the_highest_of_the_last_eight(values: list[float], bars: str) -> None:
    assert sparkline(values) == bars


def test_without_bars_signs_tell_as_much() -> None:
    assert Ink(encoding="ascii").show(sparkline(range(8))) == "_.,-=+*#"


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=20), st.integers(1, 12))
def test_one_bar_for_each_of_the_last_values(values: list[float], room: int) -> None:
    bars = sparkline(values, room)
    assert len(bars) == min(len(values), room)
    shown = values[-room:]
    if shown and min(shown) < max(shown):
        assert bars[shown.index(min(shown))] == "▁"
        assert bars[shown.index(max(shown))] == "█"
