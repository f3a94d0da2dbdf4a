"""How load comes about: work in a period, days that are there, what money comes to."""

from __future__ import annotations

from alignplan.analysis.explaining.operations.interface import Given, Operation
from alignplan.model.words import Status

__all__ = ["CAPACITY", "EXPECTED", "IN_PERIOD", "LEFT", "MISINVESTED", "MORE", "OPERATIONS", "OVER"]


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


def _left(given: Given) -> float | None:
    days, progress = given.number("days"), given.number("progress")
    return None if days is None else days * (1 - (progress or 0.0) / 100)


def _over(given: Given) -> float:
    demand, there = given.number("demand"), given.number("capacity")
    if demand is None or there is None:
        return 0.0
    over = demand - there
    return over if over > (given.number("leeway") or 0.0) else 0.0


def _more(given: Given) -> float | None:
    value, than = given.number("value"), given.number("than")
    return None if value is None or than is None else value - than


def _misinvested(given: Given) -> bool:
    if given.one("weighed") is not True or given.one("live") is not True:
        return False
    points = given.number("points") or 0.0
    least = None if given.one("far_off") is True else -points
    apart = given.numbers("apart")
    return any(one > points or (least is not None and one < least) for one in apart)


IN_PERIOD = Operation(
    "in_period", "days × working days of its window in the period ÷ all of its window", _in_period
)
CAPACITY = Operation("capacity", "(working days − hours of leave) × what each of them is", _capacity)
EXPECTED = Operation(
    "expected_cost",
    "spent when done, else spent ÷ progress (before there is progress what is planned), at least what is committed",
    _expected,
)
LEFT = Operation("left", "days × (100 − progress) ÷ 100", _left)
OVER = Operation(
    "over", "demand − capacity where it is more than the leeway; else, and where that is unknown, 0", _over
)
MORE = Operation("more", "the one − the other", _more)
MISINVESTED = Operation(
    "misinvested",
    "weights are stated, it is live, and a part lies more than `points` from its weight "
    "(below it only of what begins soon)",
    _misinvested,
)
OPERATIONS = (IN_PERIOD, CAPACITY, EXPECTED, LEFT, OVER, MORE, MISINVESTED)
