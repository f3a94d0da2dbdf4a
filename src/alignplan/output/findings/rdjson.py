"""`rdjson`: Reviewdog Diagnostic Format, for reviewdog and what else reads it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer, Excerpt, Reported
from alignplan.output.escape import terminal, unicode_text
from alignplan.output.ink import Ink
from alignplan.output.json import dumps
from alignplan.output.telling import told

__all__ = ["FOR_PROGRAMS", "render"]

FOR_PROGRAMS = True
_SOURCE = {"name": "alignplan", "url": "https://github.com/alignplan/alignplan"}


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The whole document, one `DiagnosticResult`; waived findings are left out."""
    diagnostics = [_diagnostic(finding) for finding in answer.open]
    yield dumps({"source": _SOURCE, "diagnostics": diagnostics}, ascii=not ink.carries_all)


def _diagnostic(finding: Reported) -> dict[str, object]:
    code = {"value": finding.code, "url": finding.url} if finding.url else {"value": finding.code}
    return {
        "message": "\n".join(map(terminal, told(finding))),
        "location": {"path": unicode_text(finding.spot.path), "range": _range(finding)},
        "severity": finding.severity.name,
        "code": code,
    }


def _range(finding: Reported) -> dict[str, dict[str, int]]:
    """The format counts columns in bytes; where the text of a line is not at hand, the range is one of lines."""
    spot = finding.spot
    start = _byte_column(finding.excerpt, spot.line, spot.column)
    end = _byte_column(finding.excerpt, spot.end_line, spot.end_column)
    if start is None or end is None:
        return {"start": {"line": spot.line}, "end": {"line": spot.end_line}}
    return {
        "start": {"line": spot.line, "column": start},
        "end": {"line": spot.end_line, "column": end},
    }


def _byte_column(excerpt: Excerpt | None, line: int, column: int) -> int | None:
    """The column in bytes of UTF-8, from 1; none where the line is not in the excerpt."""
    if column == 1:
        return 1
    if excerpt is None or not 0 <= line - excerpt.first < len(excerpt.lines):
        return None
    before = excerpt.lines[line - excerpt.first][: column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + 1
