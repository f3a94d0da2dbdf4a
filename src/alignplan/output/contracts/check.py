"""`check/1`: findings, and how many there are."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
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

_AT = {"path": TEXT, "line": COUNT, "column": COUNT}
FINDING = record(
    code={"type": "string", "pattern": r"^[A-Z]\d{3}$"},
    name=TEXT,
    severity=one_of("error", "warning", "info"),
    item=may_be(TEXT),
    field=may_be(TEXT),
    message=TEXT,
    help=TEXT,
    **_AT,
    end_line=COUNT,
    end_column=COUNT,
    url=TEXT,
    fixable=BOOLEAN,
    fix=may_be(one_of("safe", "unsafe")),
    related=listed(record(**_AT, message=TEXT)),
    waived=may_be(record(reason=TEXT, until=may_be(DAY))),
)
_SUMMARY = record(
    **dict.fromkeys(("files", "items", "error", "warning", "info", "waived", "baseline", "since"), COUNT)
)
_SINCE = record(
    revision={**TEXT, "description": "As typed."},
    commit={**TEXT, "description": "Empty where several plans are compared with different commits."},
    day=TEXT,
    whole={**BOOLEAN, "description": "Whether all that the revision has could be judged."},
)
_LIMIT: Schema = {
    "anyOf": [{"type": "number"}, DAY, {"type": "null"}],
    "description": "In the unit of the figure; a percentage has 100 = all. Null: unknown, or no such bound.",
}
_GATE = record(
    root=TEXT,
    figure=TEXT,
    unit=one_of("percent", "count", "amount", "date"),
    value=_LIMIT,
    low=_LIMIT,
    high=_LIMIT,
    met=BOOLEAN,
    text=TEXT,
)

CONTRACT = answer(
    "check",
    "What does not fit.",
    findings=listed(FINDING),
    summary=_SUMMARY,
    since=may_be(_SINCE),
    gates=listed(_GATE),
)
