"""What every format of `check` offers: a module with one function `render`.

It says `FOR_PROGRAMS = True` where its output is not for people to page through, and `TELLS_OF_RULES = True` where it
wants the answer to come with the rules that ran.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from alignplan.diagnostics.report import CheckAnswer
from alignplan.output.ink import Ink

__all__ = ["FindingsRenderer"]


class FindingsRenderer(Protocol):
    """Prints the answer of `check`; each text it yields is one or more whole lines, without the last line end."""

    def __call__(self, answer: CheckAnswer, ink: Ink) -> Iterator[str]:
        """The lines of `answer`."""
        ...
