"""`tree/1`: the plan as a tree, in the order shown."""

from alignplan.output.contracts.interface import COUNT, DAY, PERCENT, TEXT, answer, listed, may_be, record
from alignplan.output.what_if_schema import supposable

_NODE = record(
    id=TEXT,
    kind=TEXT,
    title=TEXT,
    depth=COUNT,
    parent=may_be(TEXT),
    progress=may_be(PERCENT),
    health=may_be(TEXT),
    due=may_be(DAY),
    planned=may_be(PERCENT),
    finish=may_be({**DAY, "description": "As it was, or by the schedule will be."}),
)

CONTRACT = supposable(answer("tree", "The plan as a tree.", nodes=listed(_NODE)), "nodes")
