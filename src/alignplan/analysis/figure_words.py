"""Figures in words: percentages whole, dates ISO, unknown a dash."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.figures.interface import Figure, Unit, Value
from alignplan.analysis.wording import amount_text, percent_text
from alignplan.output.readable import UNKNOWN

__all__ = ["said", "said_both"]


def said_both(figure: Figure, old: Value, new: Value) -> tuple[str, str]:
    """Two values, with one digit more where they would read the same."""
    one, other = said(figure, old), said(figure, new)
    if one == other and isinstance(old, float) and isinstance(new, float) and figure.unit is Unit.PERCENT:
        return f"{old:.1f} %", f"{new:.1f} %"
    return one, other


def said(figure: Figure, value: Value) -> str:
    """A value of a figure as people read it."""
    if value is None:
        return UNKNOWN
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.replace("_", " ")
    return percent_text(value) if figure.unit is Unit.PERCENT else amount_text(value, None)
