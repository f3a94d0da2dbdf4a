"""`progress/1`: how far it is."""

from alignplan.output.contracts.interface import (
    COUNT,
    DAY,
    KPI_STANDING,
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
CONTRACT = supposable(
    answer("progress", "How far it is.", items=listed(_ITEM), kpis=listed(record(**KPI_STANDING))),
    "items",
    "kpis",
)
