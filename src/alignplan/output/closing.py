"""The last line of a check: how much was found, in how much, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer, Summary
from alignplan.output.escape import Shown

__all__ = ["closing", "counted"]


def closing(answer: CheckAnswer) -> Shown:
    """`Found 1 error, 2 warnings in 3 files (46 items). Hidden: 2 waived (1 ends in 9 days).`"""
    summary = answer.summary
    amounts = ((summary.error, "error"), (summary.warning, "warning"), (summary.info, "info"))
    found = ", ".join(counted(number, word) for number, word in amounts if number)
    hidden = ", ".join(_hidden(answer))
    line = f"{f'Found {found}' if found else 'No findings'} in {_judged(summary)}."
    return Shown(f"{line} Hidden: {hidden}." if hidden else line)


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _judged(summary: Summary) -> str:
    return f"{counted(summary.files, 'file')} ({counted(summary.items, 'item')})"


def _hidden(answer: CheckAnswer) -> Iterator[str]:
    if answer.summary.baseline:
        yield f"{answer.summary.baseline} in the baseline"
    if answer.summary.waived:
        yield f"{answer.summary.waived} waived{_first_end(answer)}"


def _first_end(answer: CheckAnswer) -> str:
    days = answer.summary.waiver_ends
    if days is None:
        return ""
    ends = [finding.waived.until for finding in answer.findings if finding.waived and finding.waived.until]
    first = ends.count(min(ends)) if ends else 1
    verb = "ends" if first == 1 else "end"
    when = "today" if days <= 0 else f"in {counted(days, 'day')}"
    return f" ({first} {verb} {when})"
