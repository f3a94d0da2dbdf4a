"""Measurements in CSV files: columns `date` and `value`, in any order, others ignored."""

from __future__ import annotations

import csv
import io
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from alignplan import storage
from alignplan.diagnostics.finding import Finding, Part, Place, Route
from alignplan.loading.files import SourceFile
from alignplan.model.kinds import addressed
from alignplan.model.measures import Kpi
from alignplan.model.values import Point, amount_of, day_of
from alignplan.text.encoding import decode

__all__ = ["read_series"]


@dataclass(frozen=True, slots=True)
class SourceStamp:
    """A series file and its state before it was read; no stamp where there is no such file."""

    path: str
    stamp: storage.Stamp | None


def read_series(folder: str, source: SourceFile, year_starts: int) -> list[SourceStamp]:
    """Put the measurements of CSV files into the KPIs of `source`; faults go to its findings. Gives the files read."""
    read: list[SourceStamp] = []
    for route, kpi in _kpis(source):
        if isinstance(kpi.actuals, str):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), kpi.actuals))
            read.append(SourceStamp(path, storage.stamp(os.path.join(folder, path))))
            points = _points(folder, path, source, (*route, "actuals"), year_starts)
            # Loading is not over until the series are in: this completes the model, nothing else changes it.
            object.__setattr__(kpi, "actuals", points)
    return read


def _kpis(source: SourceFile) -> Iterator[tuple[Route, Kpi]]:
    for id, kpi in source.model.kpis.items():
        yield ("kpis", id), kpi
    for id, objective in source.model.objectives.items():
        if isinstance(objective.kpis, dict):
            for name, kpi in objective.kpis.items():
                yield ("objectives", id, "kpis", name), kpi


def _points(folder: str, path: str, source: SourceFile, route: Route, year_starts: int) -> tuple[Point, ...]:
    """The points of one file; what is wrong with it is told and the rest is kept."""
    item, _ = addressed(route)
    here = Place(source.path, route, Part.VALUE)
    full = os.path.join(folder, path)
    if path.startswith(("..", "/")) or not storage.inside(folder, full):
        return _lost(source, Finding("E014", f"`{path}` leads out of the plan's folder", here, item, "actuals",
                                     help="move the file into the folder of the root file"))  # fmt: skip
    try:
        text, fault = decode(storage.read(full))
    except storage.Unreadable as reason:
        return _lost(source, Finding("E014", f"the series {path} cannot be read: {reason}", here, item, "actuals",
                                     help="correct the path, relative to this file"))  # fmt: skip
    if fault is not None:
        return _lost(source, Finding("E014", f"{path}: {fault.message}", here, item, "actuals", help=fault.help))
    table = _Table(text, path, item, year_starts)
    points = table.read()
    source.findings.extend(table.findings)
    if table.findings:
        source.broken.add(route)
    return points


def _lost(source: SourceFile, finding: Finding) -> tuple[Point, ...]:
    source.findings.append(finding)
    source.broken.add(finding.place.route)
    return ()


class _Table:
    """One CSV text, row by row."""

    def __init__(self, text: str, path: str, item: str, year_starts: int) -> None:
        self.text = text
        self.path = path
        self.item = item
        self.year_starts = year_starts
        self.findings: list[Finding] = []
        self.starts = _line_starts(text)

    def read(self) -> tuple[Point, ...]:
        rows = csv.reader(io.StringIO(self.text, newline=""), strict=True)
        points: dict[object, Point] = {}
        try:
            header = [name.strip().lower() for name in next(rows, [])]
            if "date" not in header or "value" not in header:
                self._fault(1, "the first row does not name the columns `date` and `value`", "begin with `date,value`")
                return ()
            columns = header.index("date"), header.index("value")
            for row in rows:
                if any(cell.strip() for cell in row):
                    self._row(row, rows.line_num, columns, points)
        except csv.Error as error:
            self._fault(rows.line_num, f"not CSV: {error}", "close the quote")
        return tuple(sorted(points.values(), key=lambda point: point.day))

    def _row(self, row: list[str], line: int, columns: tuple[int, int], points: dict[object, Point]) -> None:
        if len(row) <= max(columns):
            self._fault(line, "the row has too few columns", "give it a date and a value")
            return
        day_text, value_text = row[columns[0]].strip(), row[columns[1]].strip()
        day, value = day_of(day_text, self.year_starts), amount_of(value_text)
        if day is None:
            self._fault(line, f"column `date`: `{day_text}` is not a date", "write a day such as 2026-11-22")
        elif not value_text:
            return
        elif value is None:
            self._fault(line, f"column `value`: `{value_text}` is not a number", "write a number such as 18.4")
        elif day in points:
            self._fault(line, f"column `date`: {day} stands twice", "keep one of the two")
        else:
            points[day] = Point(day, value)

    def _fault(self, line: int, message: str, help: str) -> None:
        line = min(max(line, 1), len(self.starts) - 1)
        start, end = self.starts[line - 1], max(self.starts[line] - 1, self.starts[line - 1] + 1)
        place = Place(self.path, (line,), Part.VALUE, (start, end))
        self.findings.append(Finding("E014", f"row {line}, {message}", place, "", "", help=help))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
