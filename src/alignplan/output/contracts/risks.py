"""`risks/1`: what may go wrong, what that would cost, and what is done when it does."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
    COUNT,
    DAY,
    NUMBER,
    PERCENT,
    TEXT,
    answer,
    listed,
    may_be,
    one_of,
    record,
)
from alignplan.output.what_if_schema import supposable

_LEVEL = one_of("low", "medium", "high")
_TACTIC = record(
    id=TEXT, status=one_of("planned", "active", "paused", "done", "dropped"), standing_by=BOOLEAN
)
_RISK = record(
    id=TEXT,
    title=TEXT,
    state=one_of("open", "occurred", "closed"),
    probability=may_be(PERCENT),
    probability_level=may_be(_LEVEL),
    impact=may_be({"anyOf": [_LEVEL, NUMBER]}),
    impact_level=may_be(_LEVEL),
    exposure=may_be(NUMBER),
    exposure_level=may_be(_LEVEL),
    high=BOOLEAN,
    response=may_be(one_of("avoid", "reduce", "transfer", "accept")),
    owner=may_be(TEXT),
    review=may_be(DAY),
    review_passed=BOOLEAN,
    occurred=may_be(DAY),
    closed=may_be(DAY),
    threatens=listed(TEXT),
    mitigated_by=listed(_TACTIC),
    contingencies=listed(TEXT),
)
_CONDITION = record(
    kind=one_of("kpi", "action", "tactic", "milestone", "budget", "risk"),
    about=TEXT,
    holds=may_be(BOOLEAN),
    since=may_be(DAY),
    first_held=may_be(DAY),
    says=TEXT,
)
_CONTINGENCY = record(
    id=TEXT,
    of=TEXT,
    title=TEXT,
    state=one_of("armed", "activated", "waiting", "unknown", "no_trigger", "standing_by", "over"),
    armed=BOOLEAN,
    holds=may_be(BOOLEAN),
    since=may_be(DAY),
    first_held=may_be(DAY),
    says=TEXT,
    conditions=listed(_CONDITION),
    then=may_be(TEXT),
    activates=listed(_TACTIC),
    activated=may_be(DAY),
    owner=may_be(TEXT),
)
_TOTAL = record(exposure=NUMBER, counted=COUNT, unknown=COUNT)
_FIELD = record(
    impact=may_be(_LEVEL), probability=may_be(_LEVEL), exposure=may_be(_LEVEL), risks=listed(TEXT)
)

CONTRACT = supposable(
    answer(
        "risks",
        "What may go wrong, what that amounts to, and what is done when it does.",
        risks=listed(_RISK),
        contingencies=listed(_CONTINGENCY),
        total=may_be(_TOTAL),
        heat_map=listed(_FIELD),
    ),
    "risks",
    "contingencies",
)
