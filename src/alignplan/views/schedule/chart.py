"""A schedule as bars: a row an item, a cell a day or more, and today between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from alignplan.analysis.schedule.answer import Scheduled
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.document import Cell, Column, Row, Table, Tone
from alignplan.output.readable import day
from alignplan.records import record
from alignplan.views.schedule.tables import hand

__all__ = ["KEY", "chart"]

PAST, COMING, CRITICAL, LATE, POINT, TODAY = "█", "▒", "▓", "×", "◆", "|"
KEY = (
    f"{PAST} until today, {COMING} from today, {CRITICAL} critical, {LATE} after its due, "
    f"{POINT} milestone, {TODAY} today"
)
_LEAST, _USUAL = 16, 60


def chart(items: Sequence[Scheduled], today: date, room: int | None) -> Table:
    """Bars of the items in so many cells (none: as many as are usual), with what people ask of each beside them."""
    scale = _scale(items, today, max((_USUAL if room is None else room) - 1, _LEAST))
    columns = (
        Column("item", "id"),
        Column(_heading(scale), "bar"),
        Column("finish", "finish"),
        Column("due", "due"),
        Column("slack", "slack"),
    )
    return Table(columns, tuple(_row(item, scale) for item in items), tree=True)


@record
class _Scale:
    """`cells` cells of `days` days each; today begins the one number `now`."""

    first: int
    """Its first day, counted from the beginning of the calendar; below 1 before that."""
    days: int
    cells: int
    now: int

    def cell(self, day: date) -> int:
        """The cell in which a day lies."""
        return (day.toordinal() - self.first) // self.days


def _scale(items: Sequence[Scheduled], today: date, room: int) -> _Scale:
    days = [day for item in items for day in (item.start, item.finish) if day is not None]
    first, last = min([today, *days]), max([today, *days])
    size = max(((last - first).days + 1) // room, 1)
    while True:
        before = -(-(today - first).days // size)
        behind = (last - today).days // size + 1
        if before + behind <= room:
            return _Scale(today.toordinal() - before * size, size, before + behind, before)
        size += 1


def _heading(scale: _Scale) -> str:
    """Months, quarters or years above the cells in which they begin: the finest that have room."""
    marks: list[tuple[int, str]] = []
    for names in (_months, _quarters, _years):
        marks = [(scale.cell(day), name) for day, name in names(scale)]
        gaps = [other - one for (one, _), (other, _) in pairwise(marks)]
        if not gaps or min(gaps) > len(marks[0][1]):
            break
    line = [" "] * scale.cells
    free = 0
    for at, name in marks:
        if free <= at <= scale.cells - len(name):
            line[at : at + len(name)] = name
            free = at + len(name) + 1
    return _with_today("".join(line), scale)


def _starts(scale: _Scale, months: int) -> Iterator[date]:
    """The first days of periods of so many months that begin among the cells."""
    first = date.fromordinal(max(scale.first, 1))
    day = first.replace(day=1, month=(first.month - 1) // months * months + 1)
    while scale.cell(day) < scale.cells:
        if day >= first:
            yield day
        later = day.month + months
        if day.year + (later > 12) > date.max.year:
            return
        day = date(day.year + (later > 12), (later - 1) % 12 + 1, 1)


def _months(scale: _Scale) -> Iterator[tuple[date, str]]:
    return ((day, f"{day:%Y-%m}") for day in _starts(scale, 1))


def _quarters(scale: _Scale) -> Iterator[tuple[date, str]]:
    return ((day, f"{day.year}-Q{(day.month + 2) // 3}") for day in _starts(scale, 3))


def _years(scale: _Scale) -> Iterator[tuple[date, str]]:
    return ((day, f"{day:%Y}") for day in _starts(scale, 12))


def _row(item: Scheduled, scale: _Scale) -> Row:
    step = item.node.parent is not None
    tone = Tone.BAD if item.late_days else Tone.PLAIN
    cells = (
        Cell(item.node.name, item.node.id, Tone.PLAIN if step else Tone.STRONG),
        Cell(_bar(item, scale), None, tone),
        day(item.finish),
        day(item.due),
        hand(item),
    )
    return Row(cells, int(step))


def _bar(item: Scheduled, scale: _Scale) -> str:
    line = [" "] * scale.cells
    start, finish = item.start or item.finish, item.finish or item.start
    if start is None or finish is None:
        return _with_today("".join(line), scale).rstrip()
    if item.node.kind is Kind.MILESTONE:
        line[scale.cell(finish)] = POINT
    else:
        sign = _sign(item, scale)
        for at in range(scale.cell(start), scale.cell(finish) + 1):
            line[at] = sign(at)
    return _with_today("".join(line), scale).rstrip()


def _sign(item: Scheduled, scale: _Scale) -> Callable[[int], str]:
    due = None if item.due is None else scale.cell(item.due)

    def sign(at: int) -> str:
        if item.late_days and due is not None and at > due and at >= scale.now:
            return LATE
        if at < scale.now or item.status is Status.DONE:
            return PAST
        return CRITICAL if item.critical else COMING

    return sign


def _with_today(line: str, scale: _Scale) -> str:
    return line[: scale.now] + TODAY + line[scale.now :]
