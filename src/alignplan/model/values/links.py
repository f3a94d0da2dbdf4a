"""References with weights, and what must come first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Annotated, Any

from alignplan.model.values.durations import LENGTH, Duration, read_lag, read_span
from alignplan.model.values.faults import fault, within
from alignplan.model.values.marks import Reads
from alignplan.model.values.numbers import (
    PERCENT_SCHEMA,
    UNITS_SCHEMA,
    WEIGHT_SCHEMA,
    read_percent,
    read_units,
    read_weight,
)
from alignplan.model.values.texts import ID_NAMES, ID_SCHEMA, one_or_many, read_id, shown
from alignplan.records import record

__all__ = ["AfterLink", "Afters", "Allocations", "Link", "Shares", "Uses"]

Link = tuple[str, float | None]
"""A reference and the weight stated for it."""


@lru_cache(maxsize=1 << 16)
def _alone(id: str) -> tuple[Link, ...]:
    """One reference without a weight: what most tactics have, so they share it."""
    return ((id, None),)


@lru_cache(maxsize=1 << 16)
def _plainly_after(id: str) -> AfterLink:
    return AfterLink(id)


@lru_cache(maxsize=1 << 16)
def _only_after(id: str) -> tuple[AfterLink, ...]:
    return (_plainly_after(id),)


def _weighted(value: Any, weight: Callable[[Any], float]) -> tuple[Link, ...]:
    if value is None:
        return ()
    if isinstance(value, dict):
        return tuple(
            [
                (within(key, read_id, key), None if entry is None else within(key, weight, entry))
                for key, entry in value.items()
            ]
        )
    if isinstance(value, list):
        if len(value) == 1 and isinstance(value[0], str):
            return _alone(within(0, read_id, value[0]))
        return tuple(
            [(within(index, read_id, entry), None) for index, entry in enumerate(value) if entry is not None]
        )
    return _alone(read_id(value))


def _shares(value: Any) -> tuple[Link, ...]:
    return _weighted(value, read_weight)


def _allocations(value: Any) -> tuple[Link, ...]:
    return _weighted(value, read_percent)


def _uses(value: Any) -> tuple[Link, ...]:
    return _weighted(value, read_units)


def _weighted_schema(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "anyOf": [
            *one_or_many(ID_SCHEMA)["anyOf"],
            {
                "type": "object",
                "propertyNames": ID_NAMES,
                "additionalProperties": {"anyOf": [value, {"type": "null"}]},
            },
        ]
    }


Shares = Annotated[tuple[Link, ...], Reads(_shares, _weighted_schema(WEIGHT_SCHEMA))]
"""References with weights: one id, a list, or `{id: weight}`."""
Allocations = Annotated[tuple[Link, ...], Reads(_allocations, _weighted_schema(PERCENT_SCHEMA))]
"""References with a percentage of a full day: one id, a list, or `{id: 50%}`."""
Uses = Annotated[tuple[Link, ...], Reads(_uses, _weighted_schema(UNITS_SCHEMA))]
"""References with a number of units: one id, a list, or `{id: 2}`; without a number it is one."""


@record
class AfterLink:
    """What must come first: the item, the kind of dependency (`finish-start` …), the lag, and the most that it may be.

    `elapsed` says that both are calendar time; else they are working time.
    """

    id: str
    kind: str = "finish-start"
    lag: Duration | None = None
    at_most: Duration | None = None
    elapsed: bool = False


_KINDS = ("finish-start", "start-start", "finish-finish", "start-finish")
_LENGTH = r"([0-9][^ ]*(?: [hdwm](?![^ ]))?)"
_AFTER = re.compile(
    rf"(?:([a-z]+-[a-z]+) *)?(?:([-+]) *{_LENGTH} *)?(?:at most +{_LENGTH} *)?(elapsed)?\Z", re.ASCII
)


def _after_kind(id: str, text: Any) -> AfterLink:
    if text is None:
        return _plainly_after(id)
    match = _AFTER.match(text.strip()) if isinstance(text, str) else None
    if match and (match[1] is None or match[1] in _KINDS):
        lag = read_lag(match[2] + match[3]) if match[3] else None
        at_most = read_span(match[4]) if match[4] else None
        if lag is not None and at_most is not None and at_most.days() < lag.days():
            raise fault(
                "E006", f"at most `{at_most}` is less than `{lag}`", "the lag is the least, then the most"
            )
        return AfterLink(id, match[1] or "finish-start", lag, at_most, match[5] is not None)
    raise fault(
        "E006",
        f"{shown(text)} is not a kind of dependency",
        "write " + " | ".join(_KINDS) + ", with a lag such as ` + 5d`",
    )


def _after_entry(entry: Any) -> list[AfterLink]:
    if isinstance(entry, dict):
        return [
            within(key, partial(_after_kind, within(key, read_id, key)), kind) for key, kind in entry.items()
        ]
    return [_plainly_after(read_id(entry))]


def _afters(value: Any) -> tuple[AfterLink, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        return tuple(_after_entry(value))
    if len(value) == 1 and isinstance(value[0], str):
        return _only_after(within(0, read_id, value[0]))
    return tuple(
        [
            link
            for index, entry in enumerate(value)
            if entry is not None
            for link in within(index, _after_entry, entry)
        ]
    )


_AFTER_ENTRY: dict[str, Any] = {
    "anyOf": [
        ID_SCHEMA,
        {
            "type": "object",
            "propertyNames": ID_NAMES,
            "additionalProperties": {
                "type": ["string", "null"],
                "pattern": rf"^ *((finish|start)-(finish|start) *)?([-+] *{LENGTH} *)?"
                rf"(at most +{LENGTH} *)?(elapsed *)?$",
            },
        },
    ]
}
Afters = Annotated[tuple[AfterLink, ...], Reads(_afters, one_or_many(_AFTER_ENTRY))]
"""What must finish first: ids, or `{id: finish-start + 5d at most 10d}`."""

KEPT = (_alone, _only_after, _plainly_after)
