"""What is wrong with a value, and where inside its field."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

__all__ = ["CLOSED", "Fault", "Shape", "Steps", "Wants", "fault", "fields_of", "quoted", "within"]

T = TypeVar("T")


Steps = tuple[str | int, ...]


class Shape(Enum):
    """What a value is to look like where no words are given: a guess at what was meant can start from it."""

    DAY = "a day or a period"
    DURATION = "a duration"
    NUMBER = "a number"


Wants = Shape | tuple[str, ...]
"""What was expected of a value: a shape, or one of some words (none: nothing that could be guessed)."""


class Fault(ValueError):
    """A value that does not fit; `code` is that of the finding, `at` the way to it inside the field."""

    def __init__(self, code: str, message: str, help: str, at: Steps, wants: Wants = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help
        self.at = at
        self.wants = wants


def fault(code: str, message: str, help: str = "", at: Steps = (), wants: Wants = ()) -> Fault:
    """The error of a value that does not fit."""
    return Fault(code, message, help, at, wants)


def within(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """`read(value)`, where a fault of it stands at `step` inside the field."""
    try:
        return read(value)
    except Fault as error:
        raise Fault(error.code, error.message, error.help, (step, *error.at), error.wants) from None


CLOSED: dict[str, Any] = {"additionalProperties": False, "patternProperties": {"^x-": {}}}
"""In a JSON Schema: no keys but those that are known and one's own."""


def fields_of(value: dict[str, Any], known: tuple[str, ...], needed: str) -> dict[str, Any]:
    """What a small mapping says of `known`; E004 for other keys, but for `x-…`, and E005 where `needed` is missing."""
    for key in value:
        if key not in known and not key.startswith("x-"):
            raise fault("E004", f"unknown key `{key}`", "the keys there are: " + ", ".join(known), (key,))
    if value.get(needed) is None:
        raise fault("E005", f"`{needed}` is missing", f"add `{needed}: …`")
    return {key: value[key] for key in known if value.get(key) is not None}


def quoted(value: Any) -> bool:
    """Whether a scalar was written in quotes or as a block (and is text, whatever it looks like)."""
    return type(value) is not str
