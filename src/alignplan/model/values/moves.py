"""What a tactic changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from alignplan.model.values.durations import DURATION_SCHEMA, Duration, read_span
from alignplan.model.values.faults import fault, opaque, within
from alignplan.model.values.numbers import NUMBER_SCHEMA, read_amount
from alignplan.model.values.texts import Text, read_id, shown

__all__ = ["Move", "Moves", "Unit"]


@dataclass(frozen=True, slots=True)
class Move:
    """The change that a tactic alone brings to a KPI, in its unit, and how long after the work it shows."""

    kpi: str
    by: float
    lag: Duration | None = None


def _move(kpi: str, value: Any) -> Move:
    if not isinstance(value, dict):
        return Move(kpi, read_amount(value))
    unknown = [key for key in value if key not in ("by", "lag")]
    if unknown or value.get("by") is None:
        raise fault("E006", "a move has `by` and may have `lag`", "write {by: +0.6, lag: 3m}")
    lag = value.get("lag")
    by = within("by", read_amount, value["by"])
    return Move(kpi, by, None if lag is None else within("lag", read_span, lag))


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


_BY: dict[str, Any] = {"anyOf": [NUMBER_SCHEMA, {"type": "string", "pattern": r"^[-+]?[0-9.]+ *%$"}]}
Moves = Annotated[
    tuple[Move, ...],
    opaque(
        _moves,
        {
            "type": ["object", "null"],
            "additionalProperties": {
                "anyOf": [
                    *_BY["anyOf"],
                    {"type": "null"},
                    {
                        "type": "object",
                        "properties": {"by": _BY, "lag": DURATION_SCHEMA},
                        "required": ["by"],
                        "additionalProperties": False,
                    },
                ]
            },
        },
    ),
]
"""What a tactic changes: `{kpi: +0.6}` or `{kpi: {by: +0.6, lag: 3m}}`."""
Unit = Text
"""The unit of a KPI, such as `%`, `EUR`, `days`, `yes/no`."""
