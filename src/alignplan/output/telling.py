"""How a finding is told in the reports of others: in plain text, waived ones apart."""

from __future__ import annotations

from alignplan.diagnostics.report import Reported

__all__ = ["header", "told"]


def header(finding: Reported) -> str:
    """Which rule speaks: `A101 orphan-tactic`."""
    return f"{finding.code} {finding.name}"


def told(finding: Reported) -> list[str]:
    """What is wrong, and on a line of its own the next step."""
    return [finding.message, f"help: {finding.help}"] if finding.help else [finding.message]
