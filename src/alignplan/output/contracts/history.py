"""`history/1`: how the figures moved from version to version of a plan."""

from alignplan.output.contracts.interface import (
    COUNT,
    DAY,
    TEXT,
    Schema,
    answer,
    listed,
    may_be,
    one_of,
    record,
)

_VALUE: Schema = {
    "anyOf": [{"type": "number"}, TEXT, {"type": "null"}],
    "description": "Percentages have 100 = all; dates are ISO; null is unknown.",
}
_POINT = record(
    day=DAY,
    commit=TEXT,
    subject=TEXT,
    added={
        **may_be(COUNT),
        "description": "Items that came since the point before; null where that is unknown.",
    },
    dropped={**may_be(COUNT), "description": "Items that went or were dropped since the point before."},
    figures={"type": "object", "additionalProperties": _VALUE},
)
_TRACK = record(
    id=TEXT, kind=TEXT, title=TEXT, values={**listed(_VALUE), "description": "One for each point."}
)
_MOVED: dict[str, Schema] = {"from": DAY, "to": DAY}
_SLIP = record(
    id=TEXT,
    kind=TEXT,
    title=TEXT,
    first=DAY,
    last=DAY,
    days={"type": "integer", "description": "From the first due date to the last; later is positive."},
    moves=listed(record(day=DAY, commit=TEXT, **_MOVED)),
)

CONTRACT = answer(
    "history",
    "How the figures moved from version to version; each version is judged on the day of its commit.",
    every=one_of("commit", "day", "week", "month", "quarter", "year"),
    points=listed(_POINT),
    items=listed(_TRACK),
    slips=listed(_SLIP),
)
