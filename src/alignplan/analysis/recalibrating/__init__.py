"""What the figures say should change: proposals, each with its evidence and its edit, the most at stake first."""

from __future__ import annotations

from alignplan.analysis.recalibrating.found import Numbered, Recalibration, recalibration
from alignplan.analysis.recalibrating.interface import Edit, Evidence, Proposal

__all__ = ["Edit", "Evidence", "Numbered", "Proposal", "Recalibration", "recalibration"]
