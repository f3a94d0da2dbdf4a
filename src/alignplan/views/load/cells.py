"""How load looks in a cell: shaded and in percent; text first, colour beside it."""

from __future__ import annotations

from alignplan.analysis.load.load import Loaded
from alignplan.output.document import Cell, Tone
from alignplan.output.figures import short_number, whole_percent
from alignplan.output.readable import UNKNOWN

__all__ = ["OVER", "SHADES", "bar", "days", "shaded", "share"]

SHADES = ((50.0, "░"), (85.0, "▒"), (100.0, "▓"))
"""Up to so many percent, the shade."""
OVER = "█"
NONE = "·"
_BAR, _MOST = 16, 8
_FULL, _ROOM, _BEYOND = "█", "░", "×"


def shaded(one: Loaded) -> Cell:
    """A field of the heat map: `▒ 62`, of too much `█ 120!`."""
    if not one.demand:
        free = bool(one.capacity)
        return Cell(NONE if free or one.capacity is None else "", 0.0 if free else None, Tone.MUTED)
    if one.over:
        text = "!" if one.percent is None else f"{whole_percent(one.percent)}!"
        return Cell(f"{OVER} {text}", one.percent, Tone.BAD)
    if one.percent is None:
        return Cell(f"{short_number(one.demand)} d", None)
    tone = Tone.WARN if one.percent > SHADES[1][0] else Tone.GOOD
    return Cell(f"{_shade(one.percent)} {_capped(one.percent)}", one.percent, tone)


def _shade(percent: float) -> str:
    return next((shade for most, shade in SHADES if percent <= most), SHADES[-1][1])


def _capped(percent: float) -> int:
    """What is not too much is not over 100, whatever binary fractions make of it."""
    return min(whole_percent(percent), 100)


def bar(one: Loaded) -> Cell:
    """A bar: what is there is as long as 16 cells, and too much reaches beyond."""
    if not one.capacity:
        return Cell(_BEYOND * 4 if one.over else "", None, Tone.BAD if one.over else Tone.PLAIN)
    filled = round(min(one.demand / one.capacity, 1.0) * _BAR) or int(one.demand > 0)
    beyond = 0
    if one.over:
        beyond = min(max(round((one.demand / one.capacity - 1) * _BAR), 1), _MOST)
    text = _FULL * filled + _ROOM * (_BAR - filled) + _BEYOND * beyond
    return Cell(text, None, Tone.BAD if beyond else Tone.PLAIN)


def share(one: Loaded) -> Cell:
    """Demand in percent of capacity."""
    if one.percent is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text = f"{whole_percent(one.percent)} %" if one.over else f"{_capped(one.percent)} %"
    return Cell(text, one.percent, Tone.BAD if one.over else Tone.PLAIN)


def days(value: float | None) -> Cell:
    """Days to a tenth; the exact value stays behind them."""
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text = short_number(value) if value >= 1000 else f"{value:.1f}".removesuffix(".0")
    return Cell(text if value == 0 or text != "0" else "<0.1", value)
