"""`markdown`: for wikis and pull requests, within what their hosts take. Tables come first, charts behind them."""

from __future__ import annotations

from alignplan.output.markdown_report import written
from alignplan.output.reports.interface import Report, ReportFormat

__all__ = ["FORMAT"]


def _render(report: Report) -> str:
    return written(report).text


def _notes(report: Report) -> tuple[str, ...]:
    return written(report).left_out


FORMAT = ReportFormat("markdown", ".md", _render, _notes, (".markdown",))
