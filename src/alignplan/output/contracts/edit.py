"""`edit/1`: what a command that writes has changed, or would change."""

from alignplan.output.contracts.check import FINDING
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
    one_of,
    record,
)

_CHANGE = record(
    path=TEXT,
    line=COUNT,
    op=one_of("added", "changed", "removed", "renamed", "moved", "formatted"),
    id={**TEXT, "description": "Empty where a whole file is meant."},
    field=may_be(TEXT),
    before=may_be({**TEXT, "description": "The id, or of what was moved the path, that it had before."}),
)

_STANDING = record(
    actual=may_be(NUMBER),
    date=may_be(DAY),
    state=KPI_STANDING["state"],
    attainment=may_be(PERCENT),
    against_plan=may_be(PERCENT),
)
_MEANING = {
    **listed(record(id=TEXT, before=may_be(_STANDING), after=_STANDING)),
    "description": "Only of `record`: the KPIs with a new value, and those whose state is another by it.",
}

CONTRACT = answer(
    "edit",
    "What was changed in a plan. The line of what was removed is the one that it had.",
    changes=listed(_CHANGE),
    patch={**TEXT, "description": "A unified diff that `git apply` takes; empty where nothing changes."},
    written=BOOLEAN,
    findings=listed(FINDING),
)
CONTRACT["properties"]["kpis"] = _MEANING
