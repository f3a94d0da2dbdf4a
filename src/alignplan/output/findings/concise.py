"""`concise`: one line for each finding, `path:line:col: severity[code] message`."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.output.closing import ending, fix_mark
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen
from alignplan.output.severity import PEN_OF_SEVERITY

__all__ = ["render"]


def render(answer: CheckAnswer, ink: Ink) -> Iterator[Shown]:
    """One line for each finding that is not waived, then the summary."""
    for finding in answer.findings:
        if finding.waived is None:
            yield _line(finding, ink)
    yield from ending(answer, ink)


def _line(finding: Reported, ink: Ink) -> Shown:
    path = ink.stroke(ink.show(finding.spot.path), Pen.BOLD)
    place = ink.stroke(Shown(f":{finding.spot.line}:{finding.spot.column}:"), Pen.DIM)
    kind = Shown(f"{finding.severity.value}[{ink.show(finding.code)}]")
    mark = ink.stroke(Shown(fix_mark(finding)), Pen.DIM)
    return Shown(
        f"{path}{place} {ink.stroke(kind, PEN_OF_SEVERITY[finding.severity])} {ink.show(finding.message)}{mark}"
    )
