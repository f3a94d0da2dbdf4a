"""What `check` tells, by severity; what is waived is left out."""

from __future__ import annotations

from collections.abc import Callable

from alignplan.analysis.figures.interface import Figure, Picture, Unit
from alignplan.diagnostics.finding import Severity

__all__ = ["FIGURES", "ORDER"]

ORDER = 50


def _number(severity: Severity) -> Callable[[Picture], int]:
    return lambda picture: sum(found is severity for _, found in picture.found)


FIGURES = tuple(
    Figure(f"{severity}s", f"findings of severity {severity}", Unit.COUNT, False, of_plan=_number(severity))
    for severity in Severity
)
