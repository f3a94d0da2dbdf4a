"""`waivers/1`: accepted exceptions, the soonest end first."""

from alignplan.output.contracts.interface import BOOLEAN, COUNT, DAY, TEXT, answer, listed, may_be, record

_WAIVER = record(
    rules=listed(TEXT),
    item=may_be(TEXT),
    field=may_be(TEXT),
    reason=TEXT,
    since=may_be(DAY),
    age_days=may_be(COUNT),
    until=may_be(DAY),
    days_left=may_be({"type": "integer"}),
    expired=BOOLEAN,
    findings=COUNT,
    path=TEXT,
    line=COUNT,
)
_IGNORED = record(rules=listed(TEXT), files=may_be(TEXT))

CONTRACT = answer(
    "waivers",
    "Accepted exceptions with their reason, age and end, and what the settings of the plan ignore.",
    waivers=listed(_WAIVER),
    ignored=listed(_IGNORED),
)
