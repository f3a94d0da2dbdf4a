"""How load comes about: work in a period, days that are there, what money comes to."""

from __future__ import annotations

from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.model.words import Status

__all__ = ["CAPACITY", "EXPECTED", "IN_PERIOD", "OPERATIONS"]


def _in_period(given: Given) -> float | None:
    days, inside, whole = (given.number(role) for role in ("days", "inside", "window"))
    return None if days is None or inside is None or not whole else days * inside / whole


def _capacity(given: Given) -> float | None:
    days, each = given.number("days"), given.number("each")
    return None if days is None or each is None else (days - (given.number("leave") or 0.0)) * each


def _expected(given: Given) -> float | None:
    spent, progress = given.number("spent"), given.number("progress")
    if given.word("status") == Status.DONE:
        return spent
    at_this_pace = spent * 100 / progress if spent and progress else given.number("planned")
    known = [amount for amount in (at_this_pace, given.number("committed")) if amount is not None]
    return max(known, default=None)


IN_PERIOD = Operation(
    "in_period", "days × working days of its window in the period ÷ all of its window", _in_period
)
CAPACITY = Operation("capacity", "(working days − hours of leave) × what each of them is", _capacity)
EXPECTED = Operation(
    "expected_cost",
    "spent when done, else spent ÷ progress (before there is progress what is planned), at least what is committed",
    _expected,
)
OPERATIONS = (IN_PERIOD, CAPACITY, EXPECTED)
