"""`xlsx`: the figures of the report as sheets, for those who calculate on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alignplan.output.reports.interface import Report, ReportFormat
from alignplan.output.workbooks.sheet import Workbook
from alignplan.output.workbooks.texts import MOST_LETTERS
from alignplan.output.workbooks.writing import cut_texts, left_rows, workbook_bytes

__all__ = ["FORMAT"]


def _workbook(report: Report) -> Workbook:
    return Workbook(report.title, date.fromisoformat(report.day), tuple(report.sheets()))


def _render(report: Report) -> bytes:
    return workbook_bytes(_workbook(report))


def _notes(report: Report) -> Sequence[str]:
    """What a spreadsheet has no room for."""
    workbook = _workbook(report)
    texts, rows = cut_texts(workbook), left_rows(workbook)
    told = []
    if texts:
        them = "1 text is" if texts == 1 else f"{texts:,} texts are"
        told.append(f"{them} longer than {MOST_LETTERS:,} letters and cut in the workbook")
    if rows:
        told.append(f"{rows:,} rows are left out: a sheet has no room for more")
    return told


FORMAT = ReportFormat("xlsx", ".xlsx", _render, notes=_notes)
