"""`json`: the contract `check/1`, waived findings included."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.report import CheckAnswer
from alignplan.output.check_data import check_data
from alignplan.output.ink import Ink
from alignplan.output.json import dumps

__all__ = ["FOR_PROGRAMS", "render"]

FOR_PROGRAMS = True


def render(answer: CheckAnswer, ink: Ink) -> Iterator[str]:
    """The whole document."""
    yield dumps(check_data(answer), ascii=not ink.carries_all)
