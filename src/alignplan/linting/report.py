"""The answer of `check`: located, sorted, counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Reported, Summary
from alignplan.linting.judged import Judged
from alignplan.linting.locate import Locator
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.linting.engine import Verdict

__all__ = ["Report", "build", "in_order", "summary_of"]


@record
class Report:
    """The answer of `check`, and beside each of its findings what was judged."""

    answer: CheckAnswer
    judged: tuple[Judged, ...]


def build(
    verdict: Verdict,
    *,
    as_of: date,
    root: str,
    files: list[str],
    items: int,
    text_of: Callable[[str], str],
    shown: Callable[[str], str],
) -> Report:
    """The findings of a verdict with lines and columns, in the order of the files and of their lines."""
    locator = Locator(text_of, shown)
    locator.expect(verdict.judged)
    position = {path: at for at, path in enumerate(files)}
    reported = [
        (position.get(judged.finding.place.file, len(position)), locator.report(judged), judged)
        for judged in verdict.judged
    ]
    reported.sort(key=lambda entry: in_order(entry[0], entry[1]))
    findings = tuple(entry for _, entry, _ in reported)
    answer = CheckAnswer(as_of.isoformat(), root, findings, summary_of(findings, len(files), items, as_of))
    return Report(answer, tuple(judged for _, _, judged in reported))


def in_order(file: int, entry: Reported) -> tuple[int, int, int, str, str]:
    """What findings are sorted by: their file's place in the plan, their lines and columns, their rule and item."""
    return file, entry.spot.line, entry.spot.column, entry.code, entry.item


def summary_of(findings: tuple[Reported, ...], files: int, items: int, as_of: date) -> Summary:
    """How many findings of each severity, waived ones apart."""
    open_ = [finding for finding in findings if finding.waived is None]
    counts = {severity: sum(finding.severity is severity for finding in open_) for severity in Severity}
    ends = [
        date.fromisoformat(finding.waived.until)
        for finding in findings
        if finding.waived and finding.waived.until
    ]
    return Summary(
        files=files,
        items=items,
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        waived=len(findings) - len(open_),
        waiver_ends=(min(ends) - as_of).days if ends else None,
    )
