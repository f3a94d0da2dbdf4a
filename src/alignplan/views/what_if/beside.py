"""A table beside the same table of a plan that is supposed to be otherwise: row by row, today's value and what if."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from math import isclose

from alignplan.analysis.figures.interface import figures
from alignplan.output.document import Cell, Column, Row, Table, Tone
from alignplan.records import record

__all__ = ["Fate", "Line", "Pair", "beside", "counted", "differs", "once"]

_RANK = {Tone.BAD: 0, Tone.WARN: 1, Tone.GOOD: 2}
_SAME_FIGURE = {"enough": "sufficiency"}
"""Columns that have another name than the figure that they show."""
Key = tuple[str, int]
"""What a row is known by: its id, and how many rows above it have the same."""
_NOTHING = Cell("", None)
_NOISE = 1e-9


class Fate(StrEnum):
    """What becomes of a row."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@record
class Pair:
    """A cell today and what if."""

    column: Column
    today: Cell
    what_if: Cell

    @property
    def differs(self) -> bool:
        """Whether the exact values do."""
        return differs(self.today.exact, self.what_if.exact)

    @property
    def shows(self) -> bool:
        """Whether people see that: numbers get as many digits as it takes, other texts are what they are."""
        return self.differs and (self.today.text != self.what_if.text or bool(self.difference))

    @property
    def difference(self) -> float | None:
        """By how much a number grew, by how many days a day moved."""
        old, new = self.today.exact, self.what_if.exact
        if isinstance(old, str) and isinstance(new, str):
            days = _day(old), _day(new)
            return None if days[0] is None or days[1] is None else (days[1] - days[0]).days
        if isinstance(old, (bool, str)) or isinstance(new, (bool, str)) or old is None or new is None:
            return None
        return new - old

    @property
    def is_state(self) -> bool:
        """Whether both say how good something is."""
        return self.today.tone in _RANK and self.what_if.tone in _RANK

    @property
    def trend(self) -> int:
        """1 where it became better, -1 where worse, 0 where neither or nobody can say."""
        old, new = _RANK.get(self.today.tone), _RANK.get(self.what_if.tone)
        if old is not None and new is not None and old != new:
            return 1 if new > old else -1
        name = _SAME_FIGURE.get(self.column.key, self.column.key)
        figure, difference = figures().get(name), self.difference
        if figure is None or figure.higher is None or not difference:
            return 0
        return 1 if (difference > 0) == figure.higher else -1


@record
class Line:
    """A row of both tables, or of one: `name` is what stands first in it, `id` what it is known by."""

    id: str
    name: Cell
    depth: int
    fate: Fate
    pairs: tuple[Pair, ...]

    @property
    def stands_out(self) -> bool:
        """Whether people see that it is not as today."""
        return self.fate in (Fate.NEW, Fate.GONE) or any(pair.shows for pair in self.pairs)

    @property
    def is_heading(self) -> bool:
        """Whether it only says what stands below it."""
        return all(not pair.today.text and not pair.what_if.text for pair in self.pairs)


def differs(one: object, other: object) -> bool:
    """Whether two values are not the same: numbers that were added up in another order may be."""
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers):
        return not isclose(one, other, rel_tol=_NOISE, abs_tol=_NOISE)
    return one != other


def beside(today: Table, what_if: Table) -> list[Line]:
    """The rows of both tables, which have the same columns; those that are gone after what stood before them."""
    old, new = dict(_keyed(today)), dict(_keyed(what_if))
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in old:
        if key in new:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    order = list(behind.get(None, ()))
    for key in new:
        order += [key, *behind.get(key, ())]
    return [_line(today.columns, old.get(key), new.get(key)) for key in order]


def _keyed(table: Table) -> Iterator[tuple[Key, Row]]:
    seen: Counter[str] = Counter()
    for row in table.rows:
        id = str(row.cells[0].exact)
        yield (id, seen[id]), row
        seen[id] += 1


def _line(columns: Sequence[Column], old: Row | None, new: Row | None) -> Line:
    shown = new or old
    assert shown is not None
    blank = (_NOTHING,) * len(columns)
    before, after = (row.cells if row is not None else blank for row in (old, new))
    pairs = tuple(map(Pair, columns[1:], before[1:], after[1:]))
    fate = (
        Fate.GONE
        if new is None
        else Fate.NEW
        if old is None
        else Fate.CHANGED
        if any(pair.differs for pair in pairs)
        else Fate.SAME
    )
    return Line(str(shown.cells[0].exact), shown.cells[0], shown.depth, fate, pairs)


def once(lines: Sequence[Line]) -> list[Line]:
    """Each thing once, without headings: what has its whole id needs none."""
    return [line for line in {line.id: line for line in reversed(lines)}.values() if not line.is_heading][
        ::-1
    ]


def counted(lines: Sequence[Line]) -> str:
    """How many rows become what; a row that people see no difference in is as today."""
    number = Counter(line.fate if line.stands_out else Fate.SAME for line in once(lines))
    changed = number[Fate.CHANGED]
    parts = [f"{changed} {'changes' if changed == 1 else 'change'}"] if changed else []
    parts += [f"{number[fate]} {fate}" for fate in (Fate.NEW, Fate.GONE) if number[fate]]
    parts += [f"{number[Fate.SAME]} as today"] if number[Fate.SAME] else []
    return ", ".join(parts)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-22") else None
    except ValueError:
        return None
