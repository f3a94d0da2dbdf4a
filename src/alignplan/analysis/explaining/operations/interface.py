"""Operations: a name, the formula in words, and a pure function from inputs to the value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from alignplan.catalog import member, members
from alignplan.records import record

__all__ = ["Given", "Operation", "Value", "compute", "operations"]

Value = float | int | bool | str | date | None
"""Percentages have 100 = all; `None` is unknown, never 0."""


class Given:
    """The inputs of an operation: what each is to it (`role`), and its value."""

    def __init__(self, inputs: Sequence[tuple[str, Value]]) -> None:
        self.inputs = inputs

    def all(self, role: str) -> list[Value]:
        """The values in a role, the unknown ones too."""
        return [value for name, value in self.inputs if name == role]

    def one(self, role: str) -> Value:
        """The value in a role; unknown where there is none."""
        return next((value for name, value in self.inputs if name == role), None)

    def number(self, role: str) -> float | None:
        """The same, as a number."""
        value = self.one(role)
        return float(value) if isinstance(value, (int, float)) else None

    def day(self, role: str) -> date | None:
        """The same, as a day."""
        value = self.one(role)
        return value if isinstance(value, date) else None

    def word(self, role: str) -> str | None:
        """The same, as a word."""
        value = self.one(role)
        return value if isinstance(value, str) else None

    def numbers(self, role: str) -> list[float]:
        """The known numbers in a role."""
        return [float(value) for value in self.all(role) if isinstance(value, (int, float))]

    def by_day(self, role: str) -> Iterator[tuple[date, float]]:
        """The values whose role ends with their day: `role/2026-03-31`."""
        for name, value in self.inputs:
            head, slash, day = name.partition("/")
            if head == role and slash and isinstance(value, (int, float)):
                yield date.fromisoformat(day), float(value)


@record
class Operation:
    """An operation. `formula` says in a planner's words what it does."""

    name: str
    formula: str
    compute: Callable[[Given], Value]


@cache
def operations() -> dict[str, Operation]:
    """Every operation by name."""
    package = __package__ or ""
    found = [member(package, name) for name in members(package)]
    return {one.name: one for module in found for one in module.OPERATIONS}


def compute(operation: str, inputs: Sequence[tuple[str, Value]]) -> Value:
    """What an operation gives for inputs: pairs of role and value."""
    return operations()[operation].compute(Given(inputs))
