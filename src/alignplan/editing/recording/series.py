"""Values that stand in a file of measurements: `actuals` as the path of a CSV file."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import date

from alignplan.editing.interface import Op, Told
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.recording.interface import Entry, Held, Written
from alignplan.editing.recording.order import Days
from alignplan.editing.recording.spelling import spelt
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.values import amount_of, day_of
from alignplan.text.tables.reading import NoTable, Row, table
from alignplan.text.tables.revising import NewRow, NewText, revised

__all__ = ["Series", "series_path"]

_ROW = "give it the columns `date` and `value`, and one value in each column"


def series_path(kpi: Node, said: str) -> str:
    """The path of a file of measurements, relative to the plan's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(kpi.file), said))


class Series:
    """The values of KPIs in a CSV file."""

    also: tuple[str, ...] = ()

    def __init__(self, manuscript: Manuscript, kpi: Node, path: str) -> None:
        self._manuscript = manuscript
        self._path = path
        self.name = manuscript.shown(path)
        if not manuscript.is_series(path):
            spot = manuscript.spot(kpi.file, (*kpi.route, "actuals"))
            words = f"`{kpi.id}` keeps its values in {self.name} ({spot}), which cannot be read"
            raise Misuse(words, "correct the path, or make the file, with `date,value` as its first line")
        try:
            self._table = table(manuscript.text(path), "date", "value")
        except NoTable as reason:
            raise Misuse(f"{self.name}:{reason.line}: {reason.message}", _ROW) from None
        self._date, self._value = (self._table.column(name) or 0 for name in ("date", "value"))
        self._note = self._table.column("note")
        self.keeps_notes = self._note is not None
        self._rows: dict[date, int] = {}
        self._twice: dict[date, int] = {}
        self._index()
        self._days = Days([(day, number) for day, number in self._rows.items()])

    def _index(self) -> None:
        """The rows by their days: of several of one day the first with a value."""
        for number, row in enumerate(self._table.rows):
            day = day_of(self._cell(row, self._date), self._manuscript.year_starts) if number else None
            if day is None or len(row.cells) <= self._value:
                continue
            if day not in self._rows or not self._cell(self._table.rows[self._rows[day]], self._value):
                self._rows[day] = number
            elif self._cell(row, self._value):
                self._twice[day] = number

    def _cell(self, row: Row, column: int | None) -> str:
        return self._table.cell(row, column)

    def held(self, day: date) -> Held | None:
        """The value in the row of that day."""
        number = self._rows.get(day)
        if number is None:
            return None
        row = self._table.rows[number]
        if day in self._twice:
            other = self._table.rows[self._twice[day]].line
            raise Misuse(f"{day} stands twice: {self.name}:{row.line} and :{other}", "keep one of the two")
        text = self._cell(row, self._value)
        if not text:
            return None
        return Held(amount_of(text), text, self._cell(row, self._note), f"{self.name}:{row.line}")

    def written(self, entries: Sequence[Entry]) -> Written:
        """Another value in its cell; new rows below the days before them, in their order."""
        texts: list[NewText] = []
        cells: list[Entry] = []
        new: dict[date, Entry] = {}
        for entry in entries:
            if entry.day not in self._rows:
                new[entry.day] = entry
                continue
            found = self._changed(self._rows[entry.day], entry)
            texts += found
            cells += [entry] * len(found)
        order = self._days.in_order(new)
        rows = [NewRow(self._days.above(day) or 0, self._row(new[day])) for day in order]
        revision = revised(self._table, texts, rows)
        lines = dict(zip((entry.day for entry in cells), revision.text_lines, strict=True))
        lines |= zip(order, revision.row_lines, strict=True)
        told = [
            Told(Op.CHANGED, entry.kpi.id, self._path, (), f"actuals.{entry.day}", line=lines[entry.day])
            for entry in entries
            if entry.day in lines
        ]
        return Written(self._path, rows=revision.edits, told=tuple(told))

    def _changed(self, number: int, entry: Entry) -> list[NewText]:
        row, note = self._table.rows[number], entry.said.note
        old = self._cell(row, self._value)
        found = [] if amount_of(old) == entry.number else [NewText(number, self._value, self._text(entry))]
        if note and self._note is not None and note != self._cell(row, self._note):
            found.append(NewText(number, self._note, note))
        return found

    def _row(self, entry: Entry) -> dict[int, str]:
        cells = {self._date: entry.day.isoformat(), self._value: self._text(entry)}
        if entry.said.note and self._note is not None:
            cells[self._note] = entry.said.note
        return cells

    def _text(self, entry: Entry) -> str:
        """A value as a program that reads the file expects it: with a percent sign only where others have it."""
        near = self._days.nearest(entry.day)
        beside = self._cell(self._table.rows[near], self._value) if near is not None else ""
        return spelt(entry.text, beside or "0")
