"""`rules/1`: the rules of `check`."""

from alignplan.output.contracts.interface import BOOLEAN, NUMBER, TEXT, answer, listed, one_of, record

_RULE = record(
    code=TEXT,
    name=TEXT,
    tier=one_of("basic", "strict", "on demand"),
    severity=one_of("error", "warning", "info"),
    summary=TEXT,
    since=TEXT,
    fixable=BOOLEAN,
    thresholds={"type": "object", "additionalProperties": NUMBER},
)

CONTRACT = answer("rules", "The rules of check.", of_plan=False, rules=listed(_RULE))
