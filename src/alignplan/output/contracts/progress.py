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
_MONEY = may_be({**NUMBER, "description": "In the plan's currency."})
_INDEX = may_be({**NUMBER, "description": "1: as planned."})
_DAYS = may_be({**NUMBER, "description": "In working days."})
_EARNED = record(
    id=TEXT,
    kind=one_of("plan", "objective", "tactic"),
    title=TEXT,
    depth=COUNT,
    bac=_MONEY,
    pv=_MONEY,
    ev=_MONEY,
    ac=_MONEY,
    sv=_MONEY,
    cv=_MONEY,
    spi=_INDEX,
    cpi=_INDEX,
    eac=_MONEY,
    eac_atypical=_MONEY,
    eac_both=_MONEY,
    eac_bottom_up=_MONEY,
    etc=_MONEY,
    vac=_MONEY,
    tcpi=_INDEX,
    tcpi_eac=_INDEX,
    planned_days=_DAYS,
    actual_days=_DAYS,
    earned_days=_DAYS,
    sv_t=_DAYS,
    spi_t=_INDEX,
    ieac_t=_DAYS,
    tspi=_INDEX,
    left_out=listed(TEXT),
    unknown={"type": "object", "description": "Why a figure is unknown.", "additionalProperties": TEXT},
)
_ANSWER = answer("progress", "How far it is.", items=listed(_ITEM), kpis=listed(record(**KPI_STANDING)))
_WITH_EARNED = {**listed(_EARNED), "description": "With --earned."}
CONTRACT = supposable(
    {**_ANSWER, "properties": {**_ANSWER["properties"], "earned": _WITH_EARNED}},
    "items",
    "kpis",
    "earned",
)
