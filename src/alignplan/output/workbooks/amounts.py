"""Numbers, shares and days in cells: what a spreadsheet program can hold, and how it shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alignplan.output.figures import exact_number
from alignplan.output.workbooks.sheet import Share, Value

__all__ = ["DAY", "held", "shape_of", "share_shape"]

DAY = "yyyy-mm-dd"
_LARGEST = 9.99e307
_FIRST_DAY = date(1900, 3, 1)
"""Programs take 1900 for a leap year: before its March they do not agree which day a number is."""
_WHOLE, _PARTS = "#,##0", "#,##0.0##"
_SHARE, _SHARE_IN_PARTS = "0%", "0.0%"


def held(value: int | float | date | Share) -> float | date | str:
    """A number, share or day as a cell holds it: a share as a part of 1. What has no room there is a text."""
    if isinstance(value, date):
        return value if value >= _FIRST_DAY else value.isoformat()
    number: int | float = value.percent if isinstance(value, Share) else value
    exact = exact_number(number) if isinstance(number, float) else number
    if abs(exact) > _LARGEST:
        return str(exact)
    return exact / 100 if isinstance(value, Share) else exact


def shape_of(value: float) -> str:
    """How a number is shown, as spreadsheet programs write it."""
    return _WHOLE if float(value).is_integer() else _PARTS


def share_shape(values: Iterable[Value]) -> str:
    """How the shares of a column are shown: all with a digit behind the point, or none."""
    whole = all(float(value.percent).is_integer() for value in values if isinstance(value, Share))
    return _SHARE if whole else _SHARE_IN_PARTS
