"""Measurements from a table: columns `kpi`, `date`, `value` and `note`."""

from __future__ import annotations

from dataclasses import dataclass

from alignplan.editing.recording.interface import Measurement
from alignplan.errors import Misuse
from alignplan.text.encoding import decode
from alignplan.text.places import Lines
from alignplan.text.tables.reading import NoTable, Row, Table, table

__all__ = ["Sheet", "sheet"]

_KNOWN = ("kpi", "date", "value", "note")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measurements of a table; `empty` rows have no value, columns in `unread` are not ours."""

    measurements: tuple[Measurement, ...]
    empty: int
    unread: tuple[str, ...]


def sheet(content: bytes, name: str, *, kpi: str | None, day: str | None) -> Sheet:
    """The measurements in a file, which is called `name`. Raises Misuse for what is no such table.

    `kpi` and `day` stand for columns that are not there.
    """
    text, fault = decode(content)
    if fault is not None:
        line, column = Lines(text).position(fault.span[0])
        raise Misuse(f"{name}:{line}:{column}: {fault.message}", fault.help)
    try:
        found = table(text, *_needed(kpi, day))
    except NoTable as reason:
        hint = "begin with `kpi,date,value`, or `kpi,date,value,note`, and write one value in each column"
        raise Misuse(f"{name}:{reason.line}: {reason.message}", hint) from None
    _refuse_two(found, name, kpi, day)
    filled = [row for row in found.rows[1:] if not row.is_empty]
    rows = [row for row in filled if found.cell(row, found.column("value"))]
    unread = tuple(
        cell.text.strip() for cell in found.rows[0].cells if cell.text.strip().lower() not in _KNOWN
    )
    said = tuple(_measurement(found, row, name, kpi, day) for row in rows)
    return Sheet(said, len(filled) - len(rows), unread)


def _needed(kpi: str | None, day: str | None) -> list[str]:
    return [*(["kpi"] if kpi is None else []), *(["date"] if day is None else []), "value"]


def _refuse_two(found: Table, name: str, kpi: str | None, day: str | None) -> None:
    """Raises Misuse where a column and what was typed say the same thing twice."""
    for column, typed in (("kpi", kpi), ("date", day)):
        if typed is not None and found.column(column) is not None:
            raise Misuse(
                f"{name} has a column `{column}`, and `{typed}` was typed", "leave one of the two out"
            )


def _measurement(found: Table, row: Row, name: str, kpi: str | None, day: str | None) -> Measurement:
    def said(column: str) -> str:
        return found.cell(row, found.column(column))

    note = " ".join(said("note").split())
    return Measurement(kpi or said("kpi"), day or said("date"), said("value"), note, f"{name}:{row.line}")
