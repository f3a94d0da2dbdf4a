"""Risks: what may go wrong and what that amounts to."""

from __future__ import annotations

from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import sheet_of
from alignplan.views.risks import answer

__all__ = ["ORDER", "sheet"]

ORDER = 70
_KEYS = (
    "id", "title", "state", "owner", "probability", "probability_level", "impact", "impact_level", "exposure",
    "exposure_level", "response", "review", "review_passed", "occurred", "closed", "threatens", "mitigated_by",
    "contingencies",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each risk."""
    risks = answer(seen.register, seen.plan)["risks"]
    assert isinstance(risks, list)
    return sheet_of("Risks", risks, _KEYS)
