"""A schedule against one that was frozen: what slipped, by how much, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.analysis.slipping.slip import Move, Slip, Slips
from alignplan.output.document import Align, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, number

__all__ = ["SPARE", "answer", "is_told", "sheet", "summary", "table", "why"]

SPARE = ("cost_change", "finish_then")
"""Columns that go first where there is little room."""
_COLUMNS = (
    Column("item", "id"),
    Column("was", "finish_then"),
    Column("finish", "finish"),
    Column("slip", "slip_days", Align.RIGHT),
    Column("cost", "cost_change", Align.RIGHT),
)
_SHEET = (
    "id", "kind", "title", "move", "start_then", "finish_then", "start", "finish", "slip_days", "cost_then", "cost",
    "cost_change", "reasons",
)  # fmt: skip


def answer(found: Slips, items: Sequence[Slip], path: str) -> Mapping[str, object]:
    """`against` in `schedule/1`."""
    return {
        "baseline": path,
        "as_of": found.frozen.as_of,
        "finish_then": found.finish_then,
        "slip_days": found.days,
        "items": [_entry(slip) for slip in items],
    }


def _entry(slip: Slip) -> dict[str, object]:
    return {
        "id": slip.id,
        "kind": None if slip.node is None else slip.node.kind.value,
        "title": None if slip.node is None else slip.node.title,
        "move": slip.move.value,
        "start_then": slip.start_then,
        "finish_then": slip.finish_then,
        "start": slip.start,
        "finish": slip.finish,
        "slip_days": slip.days,
        "cost_then": slip.cost_then,
        "cost": slip.cost,
        "cost_change": slip.cost_change,
        "reasons": list(slip.reasons),
    }


def table(items: Sequence[Slip]) -> Table:
    """What moved, or costs otherwise."""
    return Table(_COLUMNS, tuple(_row(slip) for slip in items if is_told(slip)))


def is_told(slip: Slip) -> bool:
    """Whether it moved, or costs otherwise."""
    return slip.move is not Move.KEPT or bool(slip.cost_change)


def _row(slip: Slip) -> Row:
    nested = slip.node is not None and slip.node.parent is not None
    return Row(
        (
            Cell(slip.id, tone=Tone.PLAIN if nested else Tone.STRONG),
            day(slip.finish_then),
            day(slip.finish),
            _slipped(slip),
            _change(slip.cost_change),
        )
    )


def why(items: Sequence[Slip]) -> Facts | None:
    """What moved each of them; nothing where none moved."""
    pairs = tuple((slip.id, Cell("; ".join(slip.reasons))) for slip in items if slip.reasons)
    return Facts(pairs, "Why") if pairs else None


def _slipped(slip: Slip) -> Cell:
    if slip.days is None:
        return Cell({Move.NEW: "new", Move.GONE: "gone"}.get(slip.move, UNKNOWN), None)
    tone = Tone.BAD if slip.days > 0 else Tone.GOOD if slip.days < 0 else Tone.PLAIN
    return Cell(_signed(slip.days), slip.days, tone)


def _signed(days: int) -> str:
    return f"+{days} d" if days > 0 else f"−{-days} d" if days else "0 d"


def _change(amount: float | None) -> Cell:
    if not amount:
        return Cell(UNKNOWN if amount is None else "0", amount)
    shown = number(abs(amount)).text
    return Cell(f"+{shown}" if amount > 0 else f"−{shown}", amount)


def sheet(items: Sequence[Slip]) -> Table:
    """A row for each item, every figure in a column of its own."""
    return Table(tuple(Column(name, name) for name in _SHEET), tuple(Row(_exact(slip)) for slip in items))


def _exact(slip: Slip) -> tuple[Cell, ...]:
    node = slip.node
    return (
        Cell(slip.id),
        Cell("" if node is None else node.kind.value),
        Cell("" if node is None else node.title),
        Cell(slip.move.value),
        *(day(one) for one in (slip.start_then, slip.finish_then, slip.start, slip.finish)),
        *(number(one) for one in (slip.days, slip.cost_then, slip.cost, slip.cost_change)),
        Cell("; ".join(slip.reasons)),
    )


def summary(found: Slips, items: Sequence[Slip]) -> str:
    """What became of the plan as a whole, and how much is as it was."""
    kept = sum(not is_told(slip) for slip in items)
    same = f" {kept} of {len(items)} items are as they were." if items else ""
    then = f"on {found.frozen.as_of}"
    if found.days is None:
        return f"Frozen {then}.{same}"
    if not found.days:
        return f"Finish {found.finish}, as {then}.{same}"
    word = "later" if found.days > 0 else "earlier"
    amount = "1 working day" if abs(found.days) == 1 else f"{abs(found.days)} working days"
    return f"Finish {found.finish}, {amount} {word} than {then} ({found.finish_then}).{same}"
