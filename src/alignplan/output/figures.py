"""Values for machines: the one way in which CSV, TSV and JSON write numbers and words."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignplan.output.document import Exact

__all__ = ["exact_number", "exact_text", "short_number", "whole_percent"]


def exact_number(value: float) -> int | float:
    """The number to write: a whole one without a point (`40`, not `40.0`), any other with all its digits.

    JSON knows one kind of number, so that nothing is lost. Raises ValueError for what is no number: a figure that
    cannot be computed is `None` before it comes here.
    """
    if not isfinite(value):
        raise ValueError(f"{value!r} is not a figure")
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def exact_text(value: Exact) -> str | None:
    """A number, a truth value or nothing as CSV writes it; `None` where `value` is a text."""
    if isinstance(value, str):
        return None
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(exact_number(value) if isinstance(value, float) else value)


def whole_percent(value: float) -> int:
    """A percentage as people read it: whole, but never up to 100 or down to 0.

    >>> whole_percent(99.7), whole_percent(0.2), whole_percent(-0.2), whole_percent(44.6)
    (99, 1, -1, 45)
    """
    nearest = round(value)
    if nearest == 0 and value != 0:
        return 1 if value > 0 else -1
    return 99 if nearest == 100 and value < 100 else nearest


def short_number(value: float) -> str:
    """A number to four digits or to its unit place, thousands apart; beyond 10¹⁵ with its power of ten.

    >>> short_number(18.437), short_number(12345.6), short_number(1e300)
    ('18.44', '12,346', '1e+300')
    """
    return f"{value:,.0f}" if 1000 <= abs(value) <= 1e15 else f"{value:.4g}"
