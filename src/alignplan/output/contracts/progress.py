"""`progress/1`: how far it is."""

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

_HEALTH = may_be(one_of("on_track", "at_risk", "off_track", "no_data"))
_ITEM = record(
    id=TEXT,
    kind=one_of("objective", "tactic", "action", "milestone"),
    title=TEXT,
    depth=COUNT,
    status=may_be(one_of("planned", "active", "paused", "done", "dropped")),
    progress=may_be(PERCENT),
    planned=may_be(PERCENT),
    health=_HEALTH,
    reason=TEXT,
    due=may_be(DAY),
    finish=may_be(DAY),
    days_late=may_be(NUMBER),
    data_age_days=may_be(COUNT),
)
_KPI = record(
    id=TEXT,
    of=listed(TEXT),
    title=TEXT,
    unit=may_be(TEXT),
    baseline=may_be(NUMBER),
    target=may_be(NUMBER),
    low=may_be(NUMBER),
    high=may_be(NUMBER),
    actual=may_be(NUMBER),
    date=may_be(DAY),
    attainment=may_be(PERCENT),
    expected=may_be(NUMBER),
    against_plan=may_be(PERCENT),
    state=one_of("met", "on_track", "behind", "off_track", "no_data"),
    reason=TEXT,
    age_days=may_be(COUNT),
    stale=BOOLEAN,
)

CONTRACT = answer("progress", "How far it is.", items=listed(_ITEM), kpis=listed(_KPI))
