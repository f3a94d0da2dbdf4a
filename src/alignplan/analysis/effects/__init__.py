"""Execution × effect: what is carried out, and what it changes."""

from __future__ import annotations

from alignplan.analysis.effects.effects import Effects
from alignplan.analysis.effects.moved import KpiMoves, Share
from alignplan.analysis.effects.placing import Effect, Place

__all__ = ["Effect", "Effects", "KpiMoves", "Place", "Share"]
