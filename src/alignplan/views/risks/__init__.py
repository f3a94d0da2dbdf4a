"""Risks: what each amounts to and what is done about it, the heat map, and which contingencies are armed."""

from __future__ import annotations

from alignplan.views.risks.heatmap import heat
from alignplan.views.risks.plain import answer, sheet
from alignplan.views.risks.tables import narrow, summary, together, wide

__all__ = ["answer", "heat", "narrow", "sheet", "summary", "together", "wide"]
