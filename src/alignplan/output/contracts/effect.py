"""`effect/1`: what is carried out, and what it changes."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
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

_EFFECT = record(
    id=TEXT,
    tactic=TEXT,
    title=TEXT,
    kpi=TEXT,
    unit=may_be(TEXT),
    place=one_of("working", "executed_not_working", "lucky", "stuck", "too_early"),
    reason=TEXT,
    status=one_of("planned", "active", "paused", "done"),
    progress=may_be(PERCENT),
    planned=may_be(PERCENT),
    executed=may_be(BOOLEAN),
    by=NUMBER,
    lag=may_be(TEXT),
    began=may_be(DAY),
    first=may_be(TEXT),
    first_began=may_be(DAY),
    before=may_be(NUMBER),
    actual=may_be(NUMBER),
    date=may_be(DAY),
    delivered=may_be(NUMBER),
    seen=may_be(NUMBER),
    ratio=may_be(PERCENT),
)

CONTRACT = supposable(
    answer("effect", "What is carried out, and what it changes.", effects=listed(_EFFECT)), "effects"
)
