"""Sums, means, shares, the first and the last: what any figures may be put together with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from alignplan.analysis.explaining.operations.interface import Given, Operation, Value
from alignplan.analysis.kpis.decimals import EXACT, exact, finite
from alignplan.analysis.rollup import weighted_mean

__all__ = [
    "CLAMPED",
    "COUNT",
    "DAYS_BETWEEN",
    "EARLIEST",
    "EQUAL",
    "FIRST",
    "LARGEST",
    "LATEST",
    "LISTED",
    "MEAN",
    "OPERATIONS",
    "PART_OF_GROUP",
    "PERCENT",
    "PRODUCT",
    "QUOTIENT",
    "SMALLEST",
    "STATED",
    "SUM",
    "SUM_OF_PRODUCTS",
    "UNKNOWN",
    "WEIGHTED_MEAN",
]


def _first(given: Given) -> Value:
    return next((value for _, value in given.inputs if value is not None), None)


def _sum(given: Given) -> float:
    total = Decimal(0)
    for number in given.numbers("value"):
        total = EXACT.add(total, exact(number))
    return finite(total)


def _sum_of_products(given: Given) -> float:
    pairs = zip(given.numbers("weight"), given.numbers("value"), strict=True)
    return float(sum([weight * value for weight, value in pairs]))


def _product(given: Given) -> float | None:
    product = 1.0
    for value in given.all("value"):
        if not isinstance(value, (int, float)):
            return None
        product *= value
    return product


def _quotient(given: Given) -> float | None:
    part, whole = given.number("part"), given.number("whole")
    return None if part is None or not whole else finite(exact(part) / exact(whole))


def _percent(given: Given) -> float | None:
    part, whole = given.number("part"), given.number("whole")
    return None if part is None or not whole else finite(exact(part) * 100 / exact(whole))


def _mean(given: Given) -> float | None:
    return weighted_mean((1.0, value) for value in given.numbers("value"))


def _weighted_mean(given: Given) -> float | None:
    values, weights = given.all("value"), given.all("weight")
    pairs = zip(weights, values, strict=True)
    return weighted_mean(
        (float(weight), float(value) if isinstance(value, (int, float)) else None)
        for weight, value in pairs
        if isinstance(weight, (int, float))
    )


def _days_between(given: Given) -> int | None:
    start, end = given.day("from"), given.day("to")
    return None if start is None or end is None else (end - start).days


def _part_of_group(given: Given) -> float | None:
    """What `divide` gives one member, of what its group states in all."""
    members, silent, stated = (given.number(role) for role in ("members", "silent", "stated"))
    if not members:
        return None
    own = given.number("own")
    rest = max(100 - (stated or 0.0), 0.0) / silent if silent else 0.0
    total = (stated or 0.0) + rest * (silent or 0.0)
    return (rest if own is None else own) / total if total > 0 else 1 / members


def _known(kind: type | tuple[type, ...], choose: Callable[[list[Any]], Value]) -> Callable[[Given], Value]:
    def chosen(given: Given) -> Value:
        known = [value for value in given.all("value") if isinstance(value, kind)]
        return choose(known) if known else None

    return chosen


def _clamped(given: Given) -> float | None:
    value = given.number("value")
    return None if value is None else min(max(value, 0.0), 100.0)


def _listed(given: Given) -> str:
    return ", ".join(str(value) for value in given.all("value") if value is not None)


STATED = Operation("stated", "as stated", _first)
FIRST = Operation("first_known", "the first of these that is known", _first)
SUM = Operation("sum", "Σ of these", _sum)
SUM_OF_PRODUCTS = Operation("sum_of_products", "Σ weight × value", _sum_of_products)
PRODUCT = Operation("product", "the product of these", _product)
QUOTIENT = Operation("quotient", "part ÷ whole", _quotient)
PERCENT = Operation("percent", "part ÷ whole × 100", _percent)
CLAMPED = Operation("clamped", "not under 0, not over 100", _clamped)
COUNT = Operation("count", "how many these are", lambda given: len(given.all("value")))
MEAN = Operation("mean", "Σ ÷ number, of those that are known", _mean)
WEIGHTED_MEAN = Operation(
    "weighted_mean", "Σ weight × value ÷ Σ weight, of those that are known", _weighted_mean
)
SMALLEST = Operation("smallest", "the lowest of these", _known((int, float), min))
LARGEST = Operation("largest", "the highest of these", _known((int, float), max))
EARLIEST = Operation("earliest", "the earliest of these", _known(date, min))
LATEST = Operation("latest", "the latest of these", _known(date, max))
DAYS_BETWEEN = Operation("days_between", "the days from one to the other", _days_between)
PART_OF_GROUP = Operation(
    "part_of_group",
    "stated weights hold, the others divide what is left of 100; then ÷ their sum (0: equal)",
    _part_of_group,
)
EQUAL = Operation("equal", "1: nothing says that one weighs more than another", lambda _given: 1.0)
LISTED = Operation("listed", "these", _listed)
UNKNOWN = Operation("unknown", "unknown", lambda _given: None)

OPERATIONS = (
    STATED, FIRST, SUM, SUM_OF_PRODUCTS, PRODUCT, QUOTIENT, PERCENT, COUNT, MEAN, WEIGHTED_MEAN, SMALLEST, LARGEST,
    EARLIEST, LATEST, CLAMPED, DAYS_BETWEEN, PART_OF_GROUP, EQUAL, LISTED, UNKNOWN,
)  # fmt: skip
