"""`json`: the answers that a report is made of, and nothing else."""

from __future__ import annotations

from alignplan.output.json import dumps
from alignplan.output.report_data import data_of
from alignplan.output.reports.interface import Report, ReportFormat

__all__ = ["FORMAT"]


def _render(report: Report) -> str:
    return dumps(data_of(report)) + "\n"


FORMAT = ReportFormat("json", ".json", _render)
