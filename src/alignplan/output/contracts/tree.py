"""`tree/1`: the plan as a tree, in the order shown."""

from alignplan.output.contracts.interface import COUNT, PERCENT, TEXT, answer, listed, may_be, record

_NODE = record(
    id=TEXT,
    kind=TEXT,
    title=TEXT,
    depth=COUNT,
    parent=may_be(TEXT),
    progress=may_be(PERCENT),
    health=may_be(TEXT),
)

CONTRACT = answer("tree", "The plan as a tree.", nodes=listed(_NODE))
