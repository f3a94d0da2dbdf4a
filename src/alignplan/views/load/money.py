"""Money: planned, spent, spoken for and likely, by objective and tactic."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.load.money import Money
from alignplan.analysis.load.picture import Picture
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import UNKNOWN
from alignplan.views.load.cells import days

__all__ = ["money_table", "uncosted"]

_MOST = 8

_AMOUNTS = ("planned", "spent", "committed", "forecast", "over")
_COLUMNS = (Column("item", "id"), *(Column(name, name, Align.RIGHT) for name in _AMOUNTS))
_UNCOSTED = Column("days without cost", "uncosted_days", Align.RIGHT)


def money_table(found: Picture, *, sheet: bool = False) -> Table:
    """A row for each objective and tactic, and one for the plan where all of it is shown.

    `over` is what the forecast is more than what is planned.
    """
    rows = tuple(_rows(found))
    if sheet:
        return Table((*_COLUMNS, _UNCOSTED), rows)
    return Table(_COLUMNS, tuple(Row(row.cells[:-1], row.depth) for row in rows), tree=True)


def uncosted(found: Picture) -> list[Block]:
    """The open days of which nobody knows the cost, in words."""
    tactics = [row.id for row in found.rows if row.kind == Kind.TACTIC and found.money[row.id].uncosted_days]
    if not tactics:
        return []
    total = days(sum(found.money[id].uncosted_days or 0.0 for id in tactics)).text
    names = ", ".join(tactics[:_MOST]) + (f" and {len(tactics) - _MOST} more" if len(tactics) > _MOST else "")
    words = f"Of {total} open days nobody knows the cost, and it is in no figure: {names}."
    return [Prose((Cell(words),))]


def _rows(found: Picture) -> Iterator[Row]:
    for row in found.rows:
        tone = Tone.STRONG if row.kind == Kind.OBJECTIVE else Tone.PLAIN
        yield Row((Cell(row.id, tone=tone), *_cells(found.money[row.id])), row.depth)
    if found.chosen.everything and found.rows:
        yield Row((Cell("the plan", found.plan.graph.plan.id, Tone.STRONG), *_cells(found.all_money)))


def _cells(money: Money) -> Iterator[Cell]:
    for name in _AMOUNTS[:-1]:
        yield _amount(getattr(money, name))
    over = money.over
    yield _amount(over, Tone.BAD if over is not None and over > 0.5 else Tone.PLAIN, sign=True)
    yield days(money.uncosted_days)


def _amount(value: float | None, tone: Tone = Tone.PLAIN, *, sign: bool = False) -> Cell:
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text = f"{value:+,.0f}" if sign and round(value) else f"{value:,.0f}"
    return Cell(text.replace("-", "−"), value, tone)
