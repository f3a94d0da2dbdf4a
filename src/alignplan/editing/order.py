"""Where a field stands among the others of its item: what it is first, then its figures, then what is inside."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from alignplan.model.fields import CHILD_MODELS, field_names
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.model.plan import Plan
from alignplan.model.sections import MODELS

__all__ = ["beside", "in_order", "keys_of", "model_of"]

_FIRST = ("title", "name", "description", "code")
_TIME = ("start", "due", "status", "started", "finished", "progress", "confidence")
_LAST = ("notes", "tags", "links")
_EARLIER: dict[Kind, tuple[tuple[tuple[str, ...], str], ...]] = {
    Kind.KPI: (
        (("kind", "direction", "series", "aggregate", "period"), "baseline"),
        (("numerator", "denominator", "sum", "mean"), "actuals"),
    ),
    Kind.TACTIC: ((("upholds", "responds_to", "satisfies"), "budget"),),
    Kind.ACTION: ((_TIME, "after"),),
    Kind.MILESTONE: ((_TIME, "after"),),
}
"""Fields that are read before others which the format lists first: what it is and why before how much and what it
takes, and what grows longest last."""


def model_of(kind: Kind) -> Any:
    """The model of a kind of item."""
    return Plan if kind is Kind.PLAN else MODELS.get(kind) or CHILD_MODELS[kind]


@cache
def keys_of(kind: Kind) -> tuple[str, ...]:
    """All keys of an item in the order in which they are best read; sections of items inside it come last."""
    names = field_names(model_of(kind))
    inner = [section for section, _ in CHILDREN.get(kind, ())]
    apart = {*_FIRST, *_LAST, *inner}
    own = _timed([name for name in names if name not in apart], kind)
    for earlier, later in _EARLIER.get(kind, ()):
        own = _put_before(own, earlier, later)
    first, last = ([name for name in some if name in names] for some in (_FIRST, _LAST))
    return (*first, *own, *last, "x-", *inner)


def _put_before(names: list[str], earlier: tuple[str, ...], later: str) -> list[str]:
    """The same with some names directly before another."""
    others = [name for name in names if name not in earlier]
    at = others.index(later)
    return [*others[:at], *(name for name in earlier if name in names), *others[at:]]


def _timed(names: list[str], kind: Kind) -> list[str]:
    """The same with all that says when and how far together, where the dates stand.

    What people think of an objective is no part of that: it stands beside the KPIs that may say otherwise.
    """
    first = next((name for name in names if name in ("start", "due")), None)
    if first is None:
        return names
    apart = ("confidence",) if kind is Kind.OBJECTIVE else ()
    together = [name for name in _TIME if name in names and name not in apart]
    at = [name for name in names if name not in together or name == first].index(first)
    others = [name for name in names if name not in together]
    return [*others[:at], *together, *others[at:]]


def _rank(key: str, kind: Kind) -> int:
    keys = keys_of(kind)
    return keys.index(key if key in keys else "x-")


def beside(key: str, keys: Iterable[str], kind: Kind) -> tuple[str | None, str | None]:
    """The key after which, or else before which, a new one is best put; neither where there are none.

    Where the others are not in the best order, the place with the fewest that are on the wrong side.
    """
    listed = list(keys)
    rank = _rank(key, kind)
    ranks = [_rank(other, kind) for other in listed]
    wrong = [
        sum(other > rank for other in ranks[:at]) + sum(other <= rank for other in ranks[at:])
        for at in range(len(ranks) + 1)
    ]
    best = max(at for at, count in enumerate(wrong) if count == min(wrong))
    if best:
        return listed[best - 1], None
    return None, listed[0] if listed else None


def in_order(entry: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """The fields of a new item, in the order in which they are best read."""
    return dict(sorted(entry.items(), key=lambda field: _rank(field[0], kind)))
