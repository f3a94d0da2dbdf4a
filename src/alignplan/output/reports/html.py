"""`html`: one file that opens anywhere, without a network."""

from __future__ import annotations

from alignplan.output.pages.page import whole_page
from alignplan.output.pages.report import report_page
from alignplan.output.reports.interface import Report, ReportFormat

__all__ = ["FORMAT"]


def _render(report: Report) -> str:
    return whole_page(report_page(report))


FORMAT = ReportFormat("html", ".html", _render, other_extensions=(".htm",))
