"""`recalibrate/1`: what the figures say should change, the most at stake first."""

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

_KIND = one_of("activate", "re-phase", "stop", "re-weight", "staff", "move")
_STATUS = one_of("accepted", "dismissed")
_EVIDENCE = record(
    name=TEXT,
    text=TEXT,
    value=may_be({"anyOf": [NUMBER, TEXT, BOOLEAN]}),
    unit=may_be(TEXT),
    id={**TEXT, "description": "The item that it is about."},
    path=TEXT,
    line=COUNT,
)
_EDIT = record(
    id=TEXT,
    assignment={**TEXT, "description": "As `alignplan set ID …` takes it."},
    path=TEXT,
    line=COUNT,
)
_DECISION = record(id=TEXT, status=_STATUS, date=may_be(DAY), why=may_be(TEXT))
_PROPOSAL = record(
    number={**COUNT, "description": "Its rank in the whole plan, from 1."},
    key=TEXT,
    kind=_KIND,
    about=listed(TEXT),
    title=TEXT,
    why=TEXT,
    stake={**PERCENT, "description": "weight × gap × confidence, in percent of the plan."},
    weight=PERCENT,
    gap=PERCENT,
    confidence=PERCENT,
    mark={**TEXT, "description": "The same as long as the evidence says the same."},
    evidence=listed(_EVIDENCE),
    edits=listed(_EDIT),
    command=may_be({**TEXT, "description": "What to type where the figures do not say all."}),
    notes=listed(TEXT),
    decision=may_be(_DECISION),
)
_KEPT = record(key=TEXT, kind=_KIND, about=listed(TEXT), title=TEXT, mark=TEXT, decision=_DECISION)

CONTRACT = supposable(
    answer(
        "recalibrate",
        "What the figures say should change in a plan, and what was decided on it.",
        proposals=listed(_PROPOSAL),
        decided=listed(_KEPT),
        unknown=listed({**TEXT, "description": "What could not be judged, and why."}),
    ),
    "proposals",
    "decided",
)
