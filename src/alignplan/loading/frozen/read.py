"""A frozen schedule: `schedule.baseline.yaml`, or `schedule.NAME.baseline.yaml`, beside the root of a plan.

Each item has a line of its own, in the order of the plan, with its days, what it is to cost, and what its days hang on
as it was written then:

    baseline: 1
    as_of: 2026-11-22
    effort: default
    method: memetic
    currency: EUR
    items:
      product-line/pilot-run: {start: 2026-09-14, finish: 2026-11-26, cost: 3840, given: {effort: 6d, after: recipe}}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from alignplan.records import record
from alignplan.text.tree import parse

__all__ = ["VERSION", "Frozen", "FrozenItem", "frozen_of"]

VERSION = "1"


@record
class FrozenItem:
    """The days of an item, what it is to cost in the plan's currency, and what its days hang on, by field."""

    start: date | None = None
    finish: date | None = None
    cost: float | None = None
    given: Mapping[str, str] = field(default_factory=dict)


@record
class Frozen:
    """A frozen schedule: the day and the ways in which it was made, and its items by id."""

    as_of: date
    effort: str
    method: str
    currency: str | None
    items: Mapping[str, FrozenItem]


def frozen_of(text: str) -> Frozen:
    """The frozen schedule that a text holds. Raises `ValueError` that says what is wrong with it."""
    tree = parse(text)
    if tree.faults:
        raise ValueError(tree.faults[0].message)
    data = tree.data
    if not isinstance(data, dict) or data.get("baseline") is None:
        raise ValueError("it is no frozen schedule")
    if data["baseline"] != VERSION:
        raise ValueError("it was written by another version of alignplan")
    made = _day(data.get("as_of"), "as_of")
    if made is None:
        raise ValueError("`as_of` has no date where one is needed")
    items = {str(id): _item(str(id), entry) for id, entry in _mapping(data.get("items"), "items").items()}
    currency = data.get("currency")
    effort, method = (str(data.get(name) or "") for name in ("effort", "method"))
    return Frozen(made, effort, method, None if currency is None else str(currency), items)


def _item(id: str, entry: Any) -> FrozenItem:
    said = _mapping(entry, id)
    given = {str(name): str(value) for name, value in _mapping(said.get("given"), id).items()}
    return FrozenItem(
        _day(said.get("start"), id), _day(said.get("finish"), id), _number(said.get("cost"), id), given
    )


def _day(value: Any, where: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"`{where}` has no date where one is needed") from None


def _number(value: Any, where: str) -> float | None:
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError):
        raise ValueError(f"`{where}` has no number where one is needed") from None


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError(f"`{where}` is no mapping")
    return value
