"""`kpis/1`: what the measurements say, and what is likely to come of them."""

from alignplan.output.contracts.interface import (
    BOOLEAN,
    COUNT,
    DAY,
    KPI_STANDING,
    NUMBER,
    PERCENT,
    TEXT,
    answer,
    listed,
    may_be,
    record,
)
from alignplan.output.what_if_schema import supposable

_FORECAST = record(
    value=NUMBER,
    low=NUMBER,
    high=NUMBER,
    date=DAY,
    chance=may_be(PERCENT),
    seasonal=BOOLEAN,
    values=COUNT,
)
_KPI = record(**KPI_STANDING, planned=may_be(NUMBER), forecast=may_be(_FORECAST), forecast_gap=TEXT)

CONTRACT = supposable(
    answer("kpis", "What the KPIs say, and what is likely to come of them.", kpis=listed(_KPI)), "kpis"
)
