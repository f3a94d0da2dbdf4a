"""`grouped`: the findings of one file after those of another, each on a line below the file's path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.output.closing import ending, fix_mark
from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen
from alignplan.output.severity import PEN_OF_SEVERITY

__all__ = ["render"]


def render(answer: CheckAnswer, ink: Ink) -> Iterator[Shown]:
    """The findings that are not waived, file by file, then the summary."""
    for path, findings in groupby(answer.open, key=lambda finding: finding.spot.path):
        yield ink.stroke(ink.show(path), Pen.BOLD)
        yield from _lines(list(findings), ink)
        yield Shown("")
    yield from ending(answer, ink)


def _lines(findings: Sequence[Reported], ink: Ink) -> Iterator[Shown]:
    places = [f"{finding.spot.line}:{finding.spot.column}" for finding in findings]
    kinds = [f"{finding.severity.value}[{ink.show(finding.code)}]" for finding in findings]
    widest, longest = max(map(len, places)), max(map(len, kinds))
    for finding, place, kind in zip(findings, places, kinds, strict=True):
        dim = ink.stroke(Shown(place), Pen.DIM) + " " * (widest - len(place))
        bold = ink.stroke(Shown(kind), PEN_OF_SEVERITY[finding.severity]) + " " * (longest - len(kind))
        mark = ink.stroke(Shown(fix_mark(finding)), Pen.DIM)
        yield Shown(f"  {dim}  {bold}  {ink.show(finding.message)}{mark}")
