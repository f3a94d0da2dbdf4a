"""What a tactic changes."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from alignplan.model.values.durations import SPAN_SCHEMA, Duration, read_span
from alignplan.model.values.faults import CLOSED, fault, fields_of, within
from alignplan.model.values.marks import Reads
from alignplan.model.values.numbers import AMOUNT_SCHEMA, read_amount
from alignplan.model.values.texts import ID_NAMES, read_id, shown
from alignplan.records import record

__all__ = ["MOVE_KEYS", "Move", "Moves"]


MOVE_KEYS = ("by", "lag")


@record
class Move:
    """The change that a tactic alone brings to a KPI, in its unit, and how long after the work it shows."""

    kpi: str
    by: float
    lag: Duration | None = None


def _move(kpi: str, value: Any) -> Move:
    if not isinstance(value, dict):
        return Move(kpi, read_amount(value))
    said = fields_of(value, MOVE_KEYS, "by")
    lag = within("lag", read_span, said["lag"]) if "lag" in said else None
    return Move(kpi, within("by", read_amount, said["by"]), lag)


def _moves(value: Any) -> tuple[Move, ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise fault("E006", f"{shown(value)} where a mapping belongs", "write {kpi: +0.6}")
    return tuple(
        [
            within(key, partial(_move, within(key, read_id, key)), entry)
            for key, entry in value.items()
            if entry is not None
        ]
    )


Moves = Annotated[
    tuple[Move, ...],
    Reads(
        _moves,
        {
            "type": ["object", "null"],
            "propertyNames": ID_NAMES,
            "additionalProperties": {
                "anyOf": [
                    AMOUNT_SCHEMA,
                    {"type": "null"},
                    {
                        "type": "object",
                        "properties": {
                            "by": AMOUNT_SCHEMA,
                            "lag": {"anyOf": [SPAN_SCHEMA, {"type": "null"}]},
                        },
                        "required": ["by"],
                        **CLOSED,
                    },
                ]
            },
        },
    ),
]
"""What a tactic changes: `{kpi: +0.6}` or `{kpi: {by: +0.6, lag: 3m}}`."""
