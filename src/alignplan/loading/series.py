"""Measurements in CSV files: columns `date` and `value`, in any order, others ignored."""

from __future__ import annotations

import csv
import io
import posixpath
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from alignplan import storage
from alignplan.diagnostics.finding import Finding, Part, Place, Route
from alignplan.loading.files import SourceFile
from alignplan.model.kinds import addressed
from alignplan.model.measures import Kpi
from alignplan.model.values import Point, amount_of, day_of, shown
from alignplan.records import record
from alignplan.storage.folders import Folder
from alignplan.text.encoding import decode

__all__ = ["read_series", "row_of"]


@record
class SourceStamp:
    """A series file, its state before it was read (none where there is no such file), and the digest of its content."""

    path: str
    stamp: storage.Stamp | None
    digest: str = ""


def read_series(folder: Folder, source: SourceFile, year_starts: int) -> list[SourceStamp]:
    """Put the measurements of CSV files into the KPIs of `source`; faults go to its findings. Gives the files read."""
    read: list[SourceStamp] = []
    for route, kpi in _kpis(source):
        if isinstance(kpi.actuals, str):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), kpi.actuals))
            is_name = "\0" not in path  # what no file can be called, nobody can ask the system about
            stamp = folder.stamp(path) if is_name else None
            content, *problem = _content(folder, path)
            if is_name:
                read.append(SourceStamp(path, stamp, "" if problem else storage.digest(content)))
            place = Place(source.path, (*route, "actuals"), Part.VALUE)
            points = (
                _lost(source, place, *problem)
                if problem
                else _points(content, path, source, place, year_starts)
            )
            # Loading is not over until the series are in: this completes the model, nothing else changes it.
            object.__setattr__(kpi, "actuals", points)
    return read


def row_of(text: str, day: str, year_starts: int) -> int:
    """The line of a CSV text that holds the value of a day (ISO), from 1; the first where none does."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        column = [name.strip().lower() for name in next(rows, [])].index("date")
        for row in rows:
            if len(row) > column and str(day_of(row[column].strip(), year_starts)) == day:
                return rows.line_num
    except (csv.Error, ValueError):
        pass
    return 1


def _delimiter(text: str) -> str:
    from alignplan.text.tables.reading import delimiter_of

    return delimiter_of(text, "date", "value")


def _kpis(source: SourceFile) -> Iterator[tuple[Route, Kpi]]:
    for id, kpi in source.model.kpis.items():
        yield ("kpis", id), kpi
    for id, objective in source.model.objectives.items():
        if isinstance(objective.kpis, dict):
            for name, kpi in objective.kpis.items():
                yield ("objectives", id, "kpis", name), kpi


def _content(folder: Folder, path: str) -> tuple[bytes, *tuple[str, ...]]:
    """The content of a file; where it cannot be read, nothing, why not, and the way out."""
    if path == ".." or path.startswith(("../", "/")) or not folder.inside(path):
        words = f"`{path}` leads out of the plan's folder"
        return b"", words, "move the file into the folder of the root file"
    try:
        return (folder.read(path),)
    except storage.Unreadable as reason:
        return b"", f"the series {path} cannot be read: {reason}", "correct the path, relative to this file"


def _points(
    content: bytes, path: str, source: SourceFile, place: Place, year_starts: int
) -> tuple[Point, ...]:
    """The points of one file; what is wrong with it is told and the rest is kept."""
    text, fault = decode(content)
    if fault is not None:
        return _lost(source, place, f"{path}: {fault.message}", fault.help)
    table = _Table(text, path, addressed(place.route)[0], year_starts)
    points = table.read()
    source.findings.extend(table.findings)
    if table.findings:
        source.broken.add(place.route)
    return points


def _lost(source: SourceFile, place: Place, message: str, help: str) -> tuple[Point, ...]:
    item, _ = addressed(place.route)
    source.findings.append(Finding("E014", message, place, item, "actuals", help=help))
    source.broken.add(place.route)
    return ()


class _Table:
    """One CSV text, row by row."""

    def __init__(self, text: str, path: str, item: str, year_starts: int) -> None:
        self.path = path
        self.item = item
        self.year_starts = year_starts
        self.findings: list[Finding] = []
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.delimiter = _delimiter(text)
        self.rows = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, strict=True)
        self.points: dict[date, Point] = {}

    def read(self) -> tuple[Point, ...]:
        """The points of all rows that can be read, by day."""
        try:
            header = [name.strip().lower() for name in next(self.rows, [])]
            if "date" in header and "value" in header:
                self._body(header.index("date"), header.index("value"))
            else:
                self._fault(
                    "the first row does not name the columns `date` and `value`", "begin with `date,value`"
                )
        except csv.Error as error:
            self._fault(f"not CSV: {error}", "close the quote, and write one value in each column")
        return tuple(sorted(self.points.values(), key=lambda point: point.day))

    def _body(self, day_column: int, value_column: int) -> None:
        for row in self.rows:
            if len(self.findings) >= _MOST_ROWS:
                self._fault("and more rows that cannot be read", "correct the first ones, then check again")
                return
            if any(cell.strip() for cell in row):
                self._row(row, day_column, value_column)

    def _row(self, row: list[str], day_column: int, value_column: int) -> None:
        if len(row) <= max(day_column, value_column):
            self._fault("the row has too few columns", "give it a date and a value")
            return
        day_text, value_text = row[day_column].strip(), row[value_column].strip()
        day, value = day_of(day_text, self.year_starts), amount_of(value_text)
        if day is None:
            words = f"column `date`: {shown(day_text)} is not a date"
            self._fault(words, "write a day such as 2026-11-22", day_column)
        elif value is None and value_text:
            words = f"column `value`: {shown(value_text)} is not a number"
            self._fault(words, "write a number such as 18.4", value_column)
        elif day in self.points:
            self._fault(f"column `date`: {day} stands twice", "keep one of the two", day_column)
        elif value is not None:
            self.points[day] = Point(day, value)

    def _fault(self, message: str, help: str, column: int | None = None) -> None:
        line = min(max(self.rows.line_num, 1), len(self.lines))
        place = Place(self.path, (line,), Part.VALUE, self._span(line, column))
        field = f"actuals/{line}"
        self.findings.append(Finding("E014", f"row {line}, {message}", place, self.item, field, help=help))

    def _span(self, line: int, column: int | None) -> tuple[int, int]:
        """The place of a cell; of the row where it has no column, or quotes in which such a sign may stand."""
        text, start = self.lines[line - 1].removesuffix("\r"), self.starts[line - 1]
        cells = text.split(self.delimiter)
        if column is not None and '"' not in text and column < len(cells) and cells[column].strip():
            before = sum(len(cell) + 1 for cell in cells[:column])
            indent = len(cells[column]) - len(cells[column].lstrip())
            return start + before + indent, start + before + indent + len(cells[column].strip())
        return start, start + max(len(text), 1)


_MOST_ROWS = 100
