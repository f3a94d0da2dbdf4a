"""Dates and numbers as they stand in documents → days and decimals, or nothing: never another value."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal

from alignplan.records import record

__all__ = ["Number", "length_of_period", "parse_day", "parse_number"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_CURRENCY = "$€£¥"
_MAX_DIGITS = 15
"""More digits than a binary double holds would read back as another number."""
_MAX_VALUE = 10**15
"""What the plan format takes for a number at most."""


@record
class Number:
    """A number that was understood. `percent`: it was written with a percent sign."""

    value: Decimal
    percent: bool = False
    repaired: bool = False
    """Written in a way that the schema does not allow: `45%`, `1,200`, `$5`."""


def parse_day(text: str, *, end: bool) -> date | None:
    """The day of an ISO date, also with a time or zone; of a month or year its last day when `end`, else its first."""
    written = text.strip()
    if day := _DAY.fullmatch(written):
        return _date(int(day[1]), int(day[2]), int(day[3]))
    if month := _MONTH.fullmatch(written):
        first = _date(int(month[1]), int(month[2]), 1)
        return first and (
            first.replace(day=calendar.monthrange(first.year, first.month)[1]) if end else first
        )
    if _YEAR.fullmatch(written):
        return _date(int(written), 12, 31) if end else _date(int(written), 1, 1)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_number(text: str) -> Number | None:
    """The number in `text`, or None where it is no number or more exact than can be kept."""
    written = text.strip()
    if len(written) > 40:
        return None
    bare = written.rstrip("%").rstrip()
    percent = bare != written
    amount = bare.lstrip(_CURRENCY).lstrip()
    repaired = percent or amount != bare
    if _GROUPED.fullmatch(amount):
        amount, repaired = amount.replace(",", ""), True
    if not _DECIMAL.fullmatch(amount) or len(written) - len(bare) > 2:
        return None
    value = Decimal(amount)
    digits = amount.lstrip("+-").replace(".", "").strip("0")
    fits = len(digits) <= _MAX_DIGITS and abs(value) <= _MAX_VALUE
    return Number(value, percent, repaired) if fits else None


_FREQUENCIES = {"yearly": 12, "quarterly": 3, "monthly": 1}


def length_of_period(start: date, end: date) -> str:
    """The length of a period of days: `yearly`, `quarterly`, `monthly`, `weekly`, `daily`; ``""`` for any other."""
    if (end - start).days in (0, 6):
        return "weekly" if end > start else "daily"
    if end == date.max:
        return "yearly" if start == date(9999, 1, 1) else ""
    after = end + timedelta(days=1)
    if start.day != after.day:
        return ""
    months = (after.year - start.year) * 12 + after.month - start.month
    return next((name for name, length in _FREQUENCIES.items() if length == months), "")
