"""`gitlab`: a Code Quality report for merge requests of GitLab, which tells new findings from known by fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.output.escape import terminal, unicode_text
from alignplan.output.fingerprints import fingerprints
from alignplan.output.ink import Ink
from alignplan.output.json import dumps
from alignplan.output.telling import header

__all__ = ["FOR_PROGRAMS", "render"]

FOR_PROGRAMS = True
# GitLab has five: `blocker` and `critical` are left to what stops production.
_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The whole document, an array; waived findings are left out."""
    each = zip(answer.findings, fingerprints(answer), strict=True)
    issues = [_issue(finding, print_) for finding, print_ in each if finding.waived is None]
    yield dumps(issues, ascii=not ink.carries_all)


def _issue(finding: Reported, fingerprint: str) -> dict[str, object]:
    spot = finding.spot
    return {
        "description": terminal(f"{header(finding)}: {finding.message}"),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": unicode_text(spot.path), "lines": {"begin": spot.line}},
    }
