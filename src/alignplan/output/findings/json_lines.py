"""`json-lines`: each finding as one line of JSON, with the fields it has in `check/1`; waived findings included."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer
from alignplan.output.check_data import finding_data
from alignplan.output.ink import Ink
from alignplan.output.json import dumps

__all__ = ["FOR_PROGRAMS", "render"]

FOR_PROGRAMS = True


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """One line for each finding; none where there is none."""
    ascii = not ink.carries_all
    for finding in answer.findings:
        yield dumps(finding_data(finding), ascii=ascii, compact=True)
