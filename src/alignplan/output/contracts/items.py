"""`items/1`: items, of `ls` and `show`."""

from alignplan.output.contracts.interface import COUNT, DAY, NUMBER, TEXT, answer, listed, may_be, record

_ITEM = record(
    id=TEXT,
    kind=TEXT,
    title=TEXT,
    code=may_be(TEXT),
    parent=may_be(TEXT),
    owner=may_be(TEXT),
    status=may_be(TEXT),
    start=may_be(DAY),
    due=may_be(DAY),
    path=TEXT,
    line=COUNT,
    links=listed(record(type=TEXT, to=TEXT, weight=may_be(NUMBER))),
)

CONTRACT = answer("items", "Items of a plan.", items=listed(_ITEM))
