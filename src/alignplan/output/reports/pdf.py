"""`pdf`: the page on paper, with a title sheet, contents and numbers, to be handed round."""

from __future__ import annotations

from alignplan.output.pages.paper import paper
from alignplan.output.pages.report import report_page
from alignplan.output.reports.interface import Report, ReportFormat

__all__ = ["FORMAT"]


def _render(report: Report) -> bytes:
    return paper(report_page(report))


FORMAT = ReportFormat("pdf", ".pdf", _render)
