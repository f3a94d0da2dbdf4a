"""What a condition says on a day, and how its numbers are written."""

from __future__ import annotations

from alignplan.analysis.triggers.course import Truth
from alignplan.records import record

__all__ = ["Told", "beside"]


@record
class Told:
    """Whether a condition holds, and why, with ids in backticks."""

    truth: Truth
    words: str


def beside(value: float, bound: float) -> str:
    """A value with as many digits (four or more) as it takes to see on which side of its bound it lies.

    >>> beside(84.615384, 90), beside(89.99999, 90), beside(90, 90), beside(1234567.5, 1000000)
    ('84.62', '89.99999', '90', '1,234,568')
    """
    for digits in (4, 6, 9, 12):
        text = f"{value:,.0f}" if abs(value) >= 10 ** (digits - 1) else f"{value:,.{digits}g}"
        shown = float(text.replace(",", ""))
        if (shown > bound, shown < bound) == (value > bound, value < bound):
            return text
    return repr(value)
