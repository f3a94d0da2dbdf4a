"""A schedule as tables: item by item with every figure, and objective by objective."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.schedule.answer import Outcome, PlanSchedule, Scheduled
from alignplan.analysis.schedule.late import is_late
from alignplan.output.document import Align, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, number
from alignplan.views.schedule.reasons import words

__all__ = ["ends", "hand", "late", "sheet", "summary", "table", "told"]

_TABLE = (
    Column("item", "id"),
    Column("start", "start"),
    Column("finish", "finish"),
    Column("slack", "spare_days", Align.RIGHT),
    Column("late", "late_days", Align.RIGHT),
    Column("who", "assigned"),
)
_SHEET = (
    "id", "kind", "title", "status", "start", "finish", "early_start", "late_finish", "slack_days", "free_days",
    "spare_days", "critical", "assigned", "due", "must", "late_days", "estimated", "why", "why_item", "why_who",
)  # fmt: skip
_ENDS = (
    Column("objective", "id"),
    Column("finish", "finish"),
    Column("due", "due"),
    Column("in hand", "days_in_hand"),
    Column("critical path", "critical_path", shrink=True),
)


def table(items: Sequence[Scheduled]) -> Table:
    """What can be laid beside the same of another plan."""
    return Table(_TABLE, tuple(Row(_cells(item)) for item in items))


def _cells(item: Scheduled) -> tuple[Cell, ...]:
    return (
        Cell(item.node.id),
        day(item.start),
        day(item.finish),
        number(item.slack_days if item.spare_days is None else item.spare_days),
        number(item.late_days),
        Cell(_who(item)),
    )


def _who(item: Scheduled) -> str:
    return ", ".join(f"{one.who} {one.share:g} %" for one in item.assigned)


def sheet(items: Sequence[Scheduled]) -> Table:
    """A row for each item, every figure in a column of its own."""
    return Table(tuple(Column(name, name) for name in _SHEET), tuple(Row(_exact(item)) for item in items))


def _exact(item: Scheduled) -> tuple[Cell, ...]:
    status = "" if item.status is None else item.status.value
    words = (item.node.id, item.node.kind.value, item.node.title, status)
    days = (item.start, item.finish, item.early_start, item.late_finish)
    return (
        *(Cell(word) for word in words),
        *(day(one) for one in days),
        number(item.slack_days),
        number(item.free_days),
        number(item.spare_days),
        Cell("", item.critical),
        Cell(_who(item)),
        day(item.due),
        Cell("", item.must),
        number(item.late_days),
        Cell("", item.estimated),
        Cell(item.why.ground.value),
        Cell(item.why.item or ""),
        Cell(item.why.who or ""),
    )


def ends(outcomes: Sequence[Outcome]) -> Table:
    """When each objective is done with, and what leads there."""
    return Table(_ENDS, tuple(Row(_end(outcome)) for outcome in outcomes if outcome.node is not None))


def _end(outcome: Outcome) -> tuple[Cell, ...]:
    assert outcome.node is not None
    path = " → ".join(outcome.path)
    return (
        Cell(outcome.node.id, tone=Tone.STRONG),
        day(outcome.finish),
        day(outcome.due),
        _in_hand(outcome.late_days, outcome.in_hand),
        Cell(path or UNKNOWN, path, Tone.MUTED),
    )


def told(outcome: Outcome) -> str:
    """What comes of one objective, in a sentence."""
    assert outcome.node is not None
    if outcome.finish is None:
        return f"Nobody knows when {outcome.node.id} will be done with."
    path = f": {' → '.join(outcome.path)}" if outcome.path else ""
    ends = f"Critical path to {outcome.node.id}{path}, finish {outcome.finish}"
    if outcome.due is None:
        return f"{ends}."
    rest = f"{outcome.late_days} days late" if outcome.late_days else f"{outcome.in_hand} days in hand"
    return f"{ends}, due {outcome.due}, {rest}."


def late(items: Sequence[Scheduled]) -> Facts | None:
    """What comes too late, and why; nothing where all is in time."""
    found = [item for item in items if is_late(item)]
    pairs = tuple((item.node.id, Cell(f"{_days(item.late_days)} late: {words(item)}")) for item in found)
    return Facts(pairs, "Late") if pairs else None


def _days(amount: int | None) -> str:
    return "1 day" if amount == 1 else f"{amount} days"


def _in_hand(late: int | None, days: int | None) -> Cell:
    if late is None or days is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    return Cell(f"{late} d late", -late, Tone.BAD) if late else Cell(f"{days} d", days)


def hand(item: Scheduled) -> Cell:
    """What an item has to spare, or by how much it is late."""
    if item.late_days:
        return Cell(f"{item.late_days} d late", -item.late_days, Tone.BAD)
    days = item.slack_days if item.spare_days is None else item.spare_days
    if days is None or item.finish is None:
        return Cell("", None)
    return Cell(f"{int(max(days, 0))} d", days)


def summary(found: PlanSchedule) -> str:
    """When the plan as a whole is done with, and when it could be at the earliest."""
    finish = found.whole.finish
    if finish is None:
        return ""
    if found.optimal:
        return f"Finish {finish}: no schedule can finish before."
    gap = "" if found.gap is None else f"; gap at most {found.gap:.1f} %"
    return f"Finish {finish}; no schedule can finish before {found.bound}{gap}."
