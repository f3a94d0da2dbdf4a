"""`moves/1`: who moves what."""

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

_MOVER = record(
    tactic=TEXT,
    kpi=TEXT,
    by=NUMBER,
    lag=may_be(TEXT),
    status=one_of("planned", "active", "paused", "done"),
    live=BOOLEAN,
    promised=BOOLEAN,
    progress=may_be(PERCENT),
    began=may_be(DAY),
    delivered=may_be(NUMBER),
)
_KPI = record(
    id=TEXT,
    of=listed(TEXT),
    title=TEXT,
    unit=may_be(TEXT),
    baseline=may_be(NUMBER),
    target=may_be(NUMBER),
    actual=may_be(NUMBER),
    date=may_be(DAY),
    needed=may_be(NUMBER),
    promised=may_be(NUMBER),
    live=may_be(NUMBER),
    delivered=may_be(NUMBER),
    seen=may_be(NUMBER),
    gap=may_be(NUMBER),
    sufficiency=may_be(PERCENT),
    movers=listed(_MOVER),
)

CONTRACT = supposable(
    answer("moves", "What each KPI needs, who moves it, and what is seen of it.", kpis=listed(_KPI)), "kpis"
)
