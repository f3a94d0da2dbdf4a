"""`trace/1`: ways through the plan."""

from alignplan.output.contracts.interface import NUMBER, TEXT, answer, listed, may_be, record

_STEP = record(id=TEXT, kind=TEXT, via=may_be(TEXT), weight=may_be(NUMBER))

CONTRACT = answer(
    "trace", "Ways from an item up to the vision and down to the work.", paths=listed(listed(_STEP))
)
