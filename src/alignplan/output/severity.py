"""The colour of a severity. The word itself always stands beside it."""

from __future__ import annotations

from alignplan.diagnostics.finding import Severity
from alignplan.output.ink import Pen

__all__ = ["PEN_OF_SEVERITY"]

PEN_OF_SEVERITY = {
    Severity.ERROR: Pen.BOLD_RED,
    Severity.WARNING: Pen.BOLD_YELLOW,
    Severity.INFO: Pen.BOLD_CYAN,
}
