"""Load as bars, period by period, with what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.load.load import Load, Loaded
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import number, percent
from alignplan.views.load.cells import bar, days, share

__all__ = ["bars", "overbooked", "sheet", "table"]

_COLUMNS = (
    Column("who", "who"),
    Column("load", "bar"),
    Column("", "percent", Align.RIGHT),
    Column("days", "demand_days", Align.RIGHT),
    Column("of", "capacity_days", Align.RIGHT),
)
_SHEET = (
    "who",
    "kind",
    "period",
    "from",
    "to",
    "capacity_days",
    "demand_days",
    "percent",
    "over_days",
    "items",
)
_TABLE = (
    Column("who", "id"),
    Column("days", "demand_days", Align.RIGHT),
    Column("of", "capacity_days", Align.RIGHT),
    Column("load", "percent", Align.RIGHT),
)
_MOST_PARTS, _ALL = 5, 1000
_EMPTY = Cell("", None)
_NOTHING = (_EMPTY,) * 4


def bars(loads: Sequence[Load]) -> Table:
    """The periods of each, through the last with anything to do; of one alone with what it is made of."""
    rows: list[Row] = []
    for load in loads:
        last = max((at for at, one in enumerate(load.periods) if one.demand), default=-1)
        rows += _rows(load, load.periods[: last + 1], parts=_ALL if len(loads) == 1 else 0)
    return Table(_COLUMNS, tuple(rows), tree=True)


def overbooked(loads: Sequence[Load], most: int) -> tuple[Table | None, int]:
    """The periods in which there is too much, the first `most`, with what they are made of; and how many there are."""
    rows: list[Row] = []
    amount = 0
    for load in loads:
        over = [one for one in load.periods if one.over]
        rows += _rows(load, over[: max(most - amount, 0)], parts=_MOST_PARTS)
        amount += len(over)
    return (Table(_COLUMNS, tuple(rows), "Overbooked", tree=True) if rows else None), amount


def _rows(load: Load, periods: Sequence[Loaded], *, parts: int) -> Iterator[Row]:
    """Someone, below them the periods, and below those the first so many parts."""
    if periods:
        yield Row((Cell(load.node.id, tone=Tone.STRONG), *_NOTHING))
    for one in periods:
        figures = (bar(one), share(one), days(one.demand), days(one.capacity))
        yield Row((Cell(one.period.name), *figures), 1)
        shown = one.parts[:parts]
        for part in shown:
            yield Row((Cell(part.id, tone=Tone.MUTED), _EMPTY, _EMPTY, days(part.days), _EMPTY), 2)
        if shown and len(one.parts) > len(shown):
            more = len(one.parts) - len(shown)
            rest = sum(part.days for part in one.parts[parts:])
            yield Row((Cell(f"{more} more", tone=Tone.MUTED), _EMPTY, _EMPTY, days(rest), _EMPTY), 2)


def sheet(loads: Sequence[Load]) -> Table:
    """A row for each period of each, every figure in a column of its own."""
    columns = tuple(Column(name, name) for name in _SHEET)
    return Table(columns, tuple(_exact(load, one) for load in loads for one in load.periods))


def _exact(load: Load, one: Loaded) -> Row:
    words = (load.node.id, load.node.kind.value, one.period.name, str(one.period.first), str(one.period.last))
    figures = (one.capacity, one.demand, one.percent, one.over)
    parts = ", ".join(f"{part.id} {part.days:.12g}" for part in one.parts)
    return Row((*map(Cell, words), *map(number, figures), Cell(parts)))


def table(loads: Sequence[Load]) -> Table:
    """What can be laid beside the same of another plan: a row for each period of each."""
    rows = (
        Row(
            (
                Cell(f"{load.node.id} {one.period.name}"),
                number(one.demand),
                number(one.capacity),
                percent(one.percent),
            )
        )
        for load in loads
        for one in load.periods
    )
    return Table(_TABLE, tuple(rows))
