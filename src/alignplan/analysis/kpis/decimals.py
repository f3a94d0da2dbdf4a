"""Exact arithmetic on the values of a plan: as they are written, and in any order with the same result."""

from __future__ import annotations

from decimal import Context, Decimal

__all__ = ["EXACT", "exact", "finite", "quotient"]

EXACT = Context(prec=1000)
"""Holds every sum and product of values of a plan without rounding, from the smallest number to the largest."""
_ROUNDED = Context(prec=34)
_MOST = Decimal("1e300")


def exact(value: float) -> Decimal:
    """A value as it is written in the file: 18.9, not the binary fraction beside it."""
    return Decimal(repr(value))


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    """`part` ÷ `whole` to 34 digits; `whole` is not 0."""
    return _ROUNDED.divide(part, whole)


def finite(value: Decimal) -> float:
    """The same as a number of the machine, never infinite: beyond ±10³⁰⁰ it is ±10³⁰⁰."""
    return float(max(min(value, _MOST), -_MOST))
