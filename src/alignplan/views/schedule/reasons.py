"""Why an item lies where it lies: the chain that leads there, in words."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.schedule.answer import Ground, PlanSchedule, Scheduled
from alignplan.output.document import Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day

__all__ = ["chain", "why_table", "words"]

_COLUMNS = (
    Column("item", "id"),
    Column("start", "start"),
    Column("finish", "finish"),
    Column("because", "why"),
)


def chain(found: PlanSchedule, id: str) -> list[Scheduled]:
    """What puts an item where it is, the first first; the last is the item itself."""
    items = [found.items[id]]
    while True:
        before = items[-1].why.item
        if before is None or before not in found.items or found.items[before] in items:
            return items[::-1]
        items.append(found.items[before])


def why_table(items: Sequence[Scheduled]) -> Table:
    """The chain as a table."""
    return Table(_COLUMNS, tuple(Row(_cells(item)) for item in items))


def _cells(item: Scheduled) -> tuple[Cell, ...]:
    return (
        Cell(item.node.id, tone=Tone.STRONG),
        day(item.start),
        day(item.finish),
        Cell(words(item) or UNKNOWN, item.why.ground.value),
    )


def words(item: Scheduled) -> str:
    """Why an item does not begin earlier."""
    why = item.why
    if why.ground is Ground.WAITS and why.item is not None:
        return f"waits for {why.item}"
    if why.ground is Ground.BUSY:
        who = why.who or "someone it needs"
        return f"{who} is busy" if why.item is None else f"{who} is busy with {why.item}"
    if why.ground is Ground.STEPS:
        return f"ends with {why.item}"
    return _WORDS[why.ground]


_WORDS = {
    Ground.DONE: "it is done",
    Ground.BEGUN: "it has begun; the rest goes on from today",
    Ground.TODAY: "begins today: nothing earlier is possible",
    Ground.NOT_BEFORE: "may not begin before (`not_before`)",
    Ground.WINDOW: "its tactic begins on that day",
    Ground.PLANNED: "has no estimate: it is where its dates put it",
    Ground.AWAY: "nobody whom it needs works before",
    Ground.WAITS: "waits for what comes first",
}
