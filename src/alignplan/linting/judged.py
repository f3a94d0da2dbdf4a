"""A finding with all that the settings say of it."""

from __future__ import annotations

from alignplan.diagnostics.finding import Finding, Severity
from alignplan.diagnostics.report import Waiver
from alignplan.records import record
from alignplan.rules.interface import Rule

__all__ = ["Judged"]


@record
class Judged:
    """A finding with its rule and severity; waived ones say why."""

    finding: Finding
    rule: Rule
    severity: Severity
    waived: Waiver | None = None
