"""Files that lie beside the root of a plan and are no plan files: their names, and how what we wrote is read again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any

__all__ = ["a_day", "a_mapping", "a_number", "contents", "frozen_name", "is_frozen"]

_FROZEN = re.compile(r"schedule(\.[a-z0-9][a-z0-9._-]*)?\.baseline\.yaml")


def frozen_name(name: str = "") -> str:
    """What the file of a frozen schedule is called; the usual one has no name of its own."""
    return f"schedule.{name}.baseline.yaml" if name else "schedule.baseline.yaml"


def is_frozen(file_name: str) -> bool:
    """Whether a file is called like a frozen schedule.

    >>> is_frozen("schedule.board-2026.baseline.yaml"), is_frozen("schedule.lock.yaml")
    (True, False)
    """
    return _FROZEN.fullmatch(file_name) is not None


# ------------------------------------------------------------ what we wrote


def contents(text: str, mark: str, version: str, what: str) -> Mapping[str, Any]:
    """What a file of ours says, whose version stands at its key `mark`.

    Raises `ValueError` that says what is wrong with it, as do all of these.
    """
    from alignplan.text.tree import parse

    tree = parse(text)
    if tree.faults:
        raise ValueError(tree.faults[0].message)
    data = tree.data
    if not isinstance(data, dict) or data.get(mark) is None:
        raise ValueError(f"it is no {what}")
    if data[mark] != version:
        raise ValueError("it was written by another version of alignplan")
    return data


def a_day(value: Any, where: object) -> date:
    """A date; `where` names what should have it."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"`{where}` has no date where one is needed") from None


def a_number(value: Any, where: object) -> float:
    """A number that one can reckon with."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = float("nan")
    if not isfinite(found):
        raise ValueError(f"`{where}` has no number where one is needed")
    return found


def a_mapping(value: Any, where: object) -> Mapping[str, Any]:
    """A mapping; nothing at all is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError(f"`{where}` is no mapping")
    return value
