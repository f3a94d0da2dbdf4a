"""`check/1`: findings, and how many there are."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
    COUNT,
    DAY,
    TEXT,
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
    **dict.fromkeys(("files", "items", "error", "warning", "info", "waived", "baseline"), COUNT)
)

CONTRACT = answer("check", "What does not fit.", findings=listed(FINDING), summary=_SUMMARY)
