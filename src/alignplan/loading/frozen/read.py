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

from alignplan.loading.beside import a_day, a_mapping, a_number, contents
from alignplan.records import record

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
    data = contents(text, "baseline", VERSION, "frozen schedule")
    made = a_day(data.get("as_of"), "as_of")
    items = {str(id): _item(str(id), entry) for id, entry in a_mapping(data.get("items"), "items").items()}
    currency = data.get("currency")
    effort, method = (str(data.get(name) or "") for name in ("effort", "method"))
    return Frozen(made, effort, method, None if currency is None else str(currency), items)


def _item(id: str, entry: Any) -> FrozenItem:
    said = a_mapping(entry, id)
    given = {str(name): str(value) for name, value in a_mapping(said.get("given"), id).items()}
    start, finish = [
        None if said.get(name) is None else a_day(said[name], id) for name in ("start", "finish")
    ]
    cost = said.get("cost")
    return FrozenItem(start, finish, None if cost is None else a_number(cost, id), given)
