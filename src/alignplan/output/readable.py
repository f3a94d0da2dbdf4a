"""Figures as people read them: one way to round, one sign for what is unknown."""

from __future__ import annotations

from datetime import date

from alignplan.output.document import Cell, Tone
from alignplan.output.figures import short_number, whole_percent

__all__ = ["UNKNOWN", "day", "number", "percent", "state", "word"]

UNKNOWN = "–"
"""What stands where nothing is known: never 0."""

_STATES = {
    "on_track": ("● on track", Tone.GOOD),
    "met": ("● met", Tone.GOOD),
    "at_risk": ("▲ at risk", Tone.WARN),
    "behind": ("▲ behind", Tone.WARN),
    "off_track": ("× off track", Tone.BAD),
    "no_data": ("○ no data", Tone.MUTED),
    "working": ("● working", Tone.GOOD),
    "executed_not_working": ("▲ executed, not working", Tone.WARN),
    "lucky": ("◆ lucky", Tone.WARN),
    "stuck": ("× stuck", Tone.BAD),
    "too_early": ("○ too early to tell", Tone.MUTED),
}


def percent(value: float | None, tone: Tone = Tone.PLAIN) -> Cell:
    """`71 %` for 71.3 (100 is all): rounded, but never up to 100 or down to 0; the exact value stays behind it."""
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    return Cell(f"{whole_percent(value)} %", value, tone)


def number(value: float | None, tone: Tone = Tone.PLAIN) -> Cell:
    """A number to four digits or to its unit place, thousands apart; the exact value stays behind it."""
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    return Cell(short_number(value), value, tone)


def day(value: date | None, tone: Tone = Tone.PLAIN) -> Cell:
    """A day as ISO writes it."""
    return Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(value.isoformat(), tone=tone)


def word(value: str | None, tone: Tone = Tone.PLAIN) -> Cell:
    """A text that may be missing."""
    return Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(value, tone=tone)


def state(value: str | None) -> Cell:
    """A health or KPI state (`on_track`, `behind` …) as a sign and a word."""
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text, tone = _STATES.get(value, (value.replace("_", " "), Tone.PLAIN))
    return Cell(text, value, tone)
