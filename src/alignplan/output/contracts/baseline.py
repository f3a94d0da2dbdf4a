"""`baseline/1`: the findings that are known, each with what became of it."""

from alignplan.output.contracts.interface import COUNT, TEXT, answer, listed, may_be, one_of, record

_ENTRY = record(
    code=TEXT,
    name=may_be({**TEXT, "description": "Null where there is no such rule any more."}),
    item=may_be(TEXT),
    field=may_be(TEXT),
    route=may_be({**TEXT, "description": "Of a finding that is about no item."}),
    message=may_be({**TEXT, "description": "Of faults of the files themselves, which it tells apart."}),
    count={**COUNT, "description": "How often it may occur."},
    found={**COUNT, "description": "How often it does, up to `count`."},
    state=one_of("found", "solved", "not_judged"),
)

CONTRACT = answer(
    "baseline",
    "The findings that are known, and how many there are besides.",
    baseline=may_be({**TEXT, "description": "The path of the file; null where there is none."}),
    entries=listed(_ENTRY),
    summary=record(known=COUNT, found=COUNT, solved=COUNT, not_judged=COUNT, new=COUNT),
)
