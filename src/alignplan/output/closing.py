"""The last line of a check: how much was found, in how much, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.diagnostics.finding import Safety, Severity
from alignplan.diagnostics.report import CheckAnswer, Reported, Since, Summary
from alignplan.output.escape import Shown, terminal
from alignplan.output.ink import Ink, Pen

__all__ = ["FIX_OPTIONS", "amounts", "closing", "counted", "ending", "fix_mark", "unmet"]

FIX_OPTIONS = {Safety.SAFE: "--fix", Safety.UNSAFE: "--unsafe-fixes"}
"""The option of `check` that fixes a finding."""


def closing(answer: CheckAnswer) -> Shown:
    """`Found 1 error, 2 warnings in 3 files (46 items). Hidden: 2 waived (1 ends in 9 days).`"""
    summary = answer.summary
    found = amounts(
        {Severity.ERROR: summary.error, Severity.WARNING: summary.warning, Severity.INFO: summary.info}
    )
    hidden = ", ".join(_hidden(answer))
    line = f"{_found(answer, found)} in {_judged(summary)}."
    return Shown(" ".join([line, *_fixable(answer), *([f"Hidden: {hidden}."] if hidden else [])]))


def _found(answer: CheckAnswer, amount: str) -> str:
    """What was found; of what is compared with a revision, what is new."""
    if answer.since is None:
        return f"Found {amount}" if amount else "No findings"
    past = _past(answer.since)
    return f"New since {past}: {amount}" if amount else f"Nothing new since {past}"


def _past(since: Since) -> str:
    """The revision as typed; of `main...` without the dots."""
    return terminal(since.revision.partition("...")[0] or since.revision)


def ending(answer: CheckAnswer, ink: Ink) -> Iterator[Shown]:
    """The bounds that are not met, a line each, then the last line."""
    for text in unmet(answer):
        yield Shown(f"{ink.stroke(Shown('error:'), Pen.BOLD_RED)} {ink.show(text)}")
    yield closing(answer)


def unmet(answer: CheckAnswer) -> list[str]:
    """The bounds that are not met, in words; of several plans with the root file of each."""
    several = len({gate.root for gate in answer.gates}) > 1
    return [f"{gate.root}: {gate.text}" if several else gate.text for gate in answer.gates if not gate.met]


def _fixable(answer: CheckAnswer) -> Iterator[str]:
    """How many of the open findings can be fixed, and with which option."""
    fixes = [finding.fix for finding in answer.open]
    safe, unsafe = fixes.count(Safety.SAFE), fixes.count(Safety.UNSAFE)
    words = [f"{safe} fixable with {FIX_OPTIONS[Safety.SAFE]}"] if safe else []
    if unsafe:
        words.append(f"{unsafe} {'more' if safe else 'fixable'} with {FIX_OPTIONS[Safety.UNSAFE]}")
    if words:
        yield f"{', '.join(words)}."


def fix_mark(finding: Reported) -> str:
    """What stands behind the message of a finding that can be fixed: ` [--fix]`; empty for others."""
    return "" if finding.fix is None else f" [{FIX_OPTIONS[finding.fix]}]"


def amounts(numbers: Mapping[Severity, int]) -> str:
    """`1 error, 2 warnings`; empty where there is nothing."""
    return ", ".join(counted(number, severity.value) for severity, number in numbers.items() if number > 0)


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _judged(summary: Summary) -> str:
    return f"{counted(summary.files, 'file')} ({counted(summary.items, 'item')})"


def _hidden(answer: CheckAnswer) -> Iterator[str]:
    if answer.summary.baseline:
        yield f"{answer.summary.baseline} in the baseline"
    if answer.summary.since and answer.since is not None:
        yield f"{answer.summary.since} that {_past(answer.since)} has"
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
