"""`gaps/1`: what is missing, objective by objective."""

from alignplan.output.contracts.interface import COUNT, PERCENT, TEXT, answer, listed, may_be, record
from alignplan.output.what_if_schema import supposable

_COLUMN = record(met=COUNT, required=COUNT, waived=COUNT, missing=listed(TEXT))
_COLUMNS = ("served", "measured", "owned", "resourced", "scheduled", "hedged", "enough")
_OBJECTIVE = record(
    id=TEXT,
    title=TEXT,
    depth=COUNT,
    tactics=COUNT,
    sufficiency=may_be(PERCENT),
    **dict.fromkeys(_COLUMNS, _COLUMN),
)
_COVERAGE = record(met=COUNT, required=COUNT, waived=COUNT, percent=may_be(PERCENT))

CONTRACT = supposable(
    answer(
        "gaps",
        "What is missing, objective by objective.",
        objectives=listed(_OBJECTIVE),
        orphans=listed(TEXT),
        coverage=_COVERAGE,
    ),
    "objectives",
)
